package org.hitledger.product.stored;

import org.apache.hadoop.conf.Configuration;
import org.hitledger.fault.InputFault;
import org.hitledger.publish.Manifest;
import org.hitledger.publish.PublishedResults;
import org.hitledger.publish.ResultFolder;

/**
 * One folder of hits.
 *
 * @param results its tables
 * @param manifest what it says of them
 */
record StoredRun(PublishedResults results, Manifest manifest) {

  /** The folder that an argument names. */
  static StoredRun at(String argument, Configuration hadoop) {
    PublishedResults results = PublishedResults.at(argument, hadoop);
    if (results.partsWith(ResultFolder.HITS).isEmpty()
        || results.partsWith(ResultFolder.BALANCE).isEmpty()) {
      throw new InputFault(
          "%s has no table of hits; expected a folder that './submit.sh hits --output DIR' has written to its end"
              .formatted(argument));
    }
    return new StoredRun(results, results.manifest());
  }

  /** The folder of one of its tables. */
  String table(String name) {
    return results.table(name).toString();
  }

  @Override
  public String toString() {
    return results.path().toString();
  }
}
