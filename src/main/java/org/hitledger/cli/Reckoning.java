package org.hitledger.cli;

import org.apache.spark.sql.SparkSession;
import org.hitledger.count.Audit;
import org.hitledger.count.CountTables;
import org.hitledger.gzip.Reading;
import org.hitledger.input.Inputs;
import org.hitledger.rules.LineClassifier;

/**
 * All lines of a run, counted, and what they were counted with.
 *
 * @param spark where it was done
 * @param inputs the logs
 * @param classifier what was made of each line
 * @param reading how gzip was read
 * @param tables what was counted
 * @param audit of the tables
 */
record Reckoning(
    SparkSession spark,
    Inputs inputs,
    LineClassifier classifier,
    Reading reading,
    CountTables tables,
    Audit audit) {}
