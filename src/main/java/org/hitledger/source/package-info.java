/**
 * Which files a run reads, and whether they stay the same while it does. Uses Hadoop's file
 * systems, nothing of the engine.
 */
package org.hitledger.source;
