/**
 * Which files a run reads, which of them hold the same log, what to do about those that hold none,
 * and whether they stay the same while they are read. Uses Hadoop's file systems, nothing of the
 * engine.
 */
package org.hitledger.source;
