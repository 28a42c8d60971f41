/**
 * The job on clusters: real Master and Worker processes, executors in JVMs of their own, a real
 * HDFS. Processes are stopped at exact points by gates in a file system of ours, not by the clock.
 */
package org.hitledger.cluster;
