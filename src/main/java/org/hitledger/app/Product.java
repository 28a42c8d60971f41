package org.hitledger.app;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.hitledger.product.LogScan;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.source.Inputs;

/** What a run makes of logs, beside the balance, the rejects and the manifest that each makes. */
public sealed interface Product permits CountProduct, HitsProduct, ReportProduct {

  /**
   * What is counted of the accesses that the rules let pass.
   *
   * @return the criteria of the command line
   */
  AccessCriteria criteria();

  /**
   * Whether what lines hold may not be shown.
   *
   * @return true under a privacy option
   */
  boolean hidesLines();

  /**
   * Sets up Spark for what is to be made.
   *
   * @param inputs what will be read
   * @param conf the settings of the run
   * @return a configuration for this product
   */
  SparkConf settings(Inputs inputs, SparkConf conf);

  /**
   * Reads all lines.
   *
   * @param scan the lines
   * @param folder where tables can be written, if they are published; an existing folder
   * @return what is made of them, to be closed
   * @throws IllegalStateException if it does not add up
   */
  MadeProduct make(LogScan scan, Optional<String> folder);
}
