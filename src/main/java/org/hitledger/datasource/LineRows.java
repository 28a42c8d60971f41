package org.hitledger.datasource;

import java.io.Serializable;
import org.apache.spark.sql.types.StructType;
import org.hitledger.crawler.Crawlers;
import org.hitledger.logformat.FileFormats;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.findings.FindingsListener;
import org.hitledger.rules.LineClassifier;

/**
 * How rows are made of lines.
 *
 * @param classifier what puts each line into its class
 * @param formats the log format of each file
 * @param crawlers who is told from people; nobody if no column asks for it
 * @param privacy what is not shown as it was logged
 * @param columns which are made
 * @param filters which rows are wanted
 * @param findings told what is found of files
 * @param rejected where rejected lines go, beside the rows
 */
record LineRows(
    LineClassifier classifier,
    FileFormats formats,
    Crawlers crawlers,
    Privacy privacy,
    StructType columns,
    PushedFilters filters,
    FindingsListener findings,
    RejectedLines rejected)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A maker for one task. */
  RowMaker maker() {
    return new RowMaker(this);
  }
}
