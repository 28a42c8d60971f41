/**
 * What was asked for, and what it names, looked up before anything is read at length: the rules,
 * the log format of each file, the key of hashes. What is done with it is not known here.
 */
package org.hitledger.plan;
