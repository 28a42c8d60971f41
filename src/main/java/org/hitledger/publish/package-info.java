/**
 * How results come to lie in a folder whole or not at all, and the manifest that says so. Uses
 * Hadoop's file systems, nothing of the engine; what the tables hold is not known here.
 */
package org.hitledger.publish;
