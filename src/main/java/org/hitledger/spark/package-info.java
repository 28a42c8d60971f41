/**
 * Spark for this job: settings, session, reading lines of text, progress, and its failures in our
 * words. What is counted is not known here.
 */
package org.hitledger.spark;
