/**
 * How results come to lie in a folder whole or not at all, and the manifest that says so. Uses
 * Hadoop's file systems, nothing of the engine.
 */
package org.hitledger.result;
