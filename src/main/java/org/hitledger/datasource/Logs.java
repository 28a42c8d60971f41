package org.hitledger.datasource;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.hitledger.compression.OnDamage;
import org.hitledger.lines.TextRanges;
import org.hitledger.logformat.FileFormats;
import org.hitledger.plan.FormatsOfRun;
import org.hitledger.plan.RulesOfRun;
import org.hitledger.privacy.Privacy;
import org.hitledger.product.LogScan;
import org.hitledger.product.RejectedLines;
import org.hitledger.product.findings.FindingsListener;
import org.hitledger.rules.AccessCriteria;
import org.hitledger.rules.LineClassifier;
import org.hitledger.rules.PathRules;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs as they were found, and all that is needed to read them. As Spark's own sources do, this
 * lists files once, when the source is loaded.
 *
 * @param inputs the files
 * @param ranges which of their lines are read
 * @param formats the log format of each
 * @param rules by which crawlers are told
 * @param classifier what puts each line into its class
 * @param privacy what is not shown as it was logged
 * @param onDamage what to do about a damaged file
 * @param maxLineBytes how long a line may be, without its end
 * @param findings told what is found of files
 * @param rejected where rejected lines go, beside the rows
 */
record Logs(
    Inputs inputs,
    TextRanges ranges,
    FileFormats formats,
    PathRules rules,
    LineClassifier classifier,
    Privacy privacy,
    OnDamage onDamage,
    int maxLineBytes,
    FindingsListener findings,
    RejectedLines rejected) {
  private static final Logger LOG = LoggerFactory.getLogger(Logs.class);

  /**
   * Looks at what options name.
   *
   * @throws org.hitledger.fault.Fault if something is not there, or not understood
   */
  static Logs find(SourceOptions options) {
    Configuration hadoop = SparkSession.active().sparkContext().hadoopConfiguration();
    PathRules rules = new RulesOfRun(options.rules(), options.section()).read(hadoop);
    var classifier = new LineClassifier(rules, AccessCriteria.NONE, options.maxLineBytes());
    Privacy privacy = options.privacy().privacy(hadoop, LOG::warn);
    Inputs found = InputFinder.find(options.inputs(), hadoop);
    found.notes().forEach(LOG::warn);
    FormatsOfRun formats = FormatsOfRun.of(options.formats(), found, hadoop);
    formats.notes().forEach(LOG::warn);
    return new Logs(
        formats.inputs(),
        TextRanges.ALL,
        formats.formats(),
        rules,
        classifier,
        privacy,
        options.onDamage(),
        options.maxLineBytes(),
        FindingsListener.nobody(),
        RejectedLines.unwanted());
  }

  /** The logs of a run, as it has found them. */
  static Logs of(LogScan scan, TextRanges ranges, Privacy privacy, FindingsListener findings) {
    return new Logs(
        scan.inputs(),
        ranges,
        scan.formats(),
        scan.rules(),
        scan.classifier(),
        privacy,
        scan.reading().onDamage(),
        scan.reading().maxLineBytes(),
        findings,
        scan.rejected());
  }
}
