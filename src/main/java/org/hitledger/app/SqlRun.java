package org.hitledger.app;

import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.hitledger.crawler.ListedCrawler;
import org.hitledger.ledger.StoredResults;
import org.hitledger.plan.RulesOfRun;
import org.hitledger.query.FirstRows;
import org.hitledger.query.Query;
import org.hitledger.query.QueryFailures;
import org.hitledger.rows.Rows;
import org.hitledger.source.Inputs;
import org.hitledger.spark.Session;
import org.hitledger.spark.SizedSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One query over a folder of results. That there are results is checked before Spark starts. */
public final class SqlRun {
  private static final Logger LOG = LoggerFactory.getLogger(SqlRun.class);

  private SqlRun() {}

  /**
   * What a query is to do.
   *
   * @param query in Spark SQL
   * @param folder of the results that it reads
   * @param rules whose crawlers come before those that we ship; nothing for ours alone
   * @param maxRows rows to print at the most
   * @param format how to print them
   */
  public record Plan(
      String query, String folder, Optional<RulesOfRun> rules, long maxRows, QueryFormat format) {}

  /**
   * Runs a query and prints its rows.
   *
   * @param plan the query
   * @param environment Spark, file systems and streams
   * @return that it is complete
   * @throws org.hitledger.fault.Fault if the query or the results are not what they should be
   */
  public static ExitCode execute(Plan plan, RunEnvironment environment) {
    StoredResults results = StoredResults.at(plan.folder(), environment.hadoop());
    List<ListedCrawler> crawlers =
        plan.rules()
            .map(rules -> rules.read(environment.hadoop()).ownCrawlers())
            .orElseGet(List::of);
    LOG.info("query over {}, {} bytes", results.results().path(), results.results().bytes());
    SparkConf settings =
        SizedSettings.forQueries(results.results().bytes(), environment.settings());
    try (Session session = environment.openSession(settings, Inputs.none());
        Query query = Query.over(results, crawlers, session.spark())) {
      show(query.run(plan.query(), plan.maxRows()), plan, environment.streams());
      return ExitCode.COMPLETE;
    } catch (Exception e) {
      // What Spark throws is checked, though it declares nothing.
      throw QueryFailures.orItself(e);
    }
  }

  private static void show(FirstRows rows, Plan plan, StandardStreams streams) {
    if (plan.format() == QueryFormat.JSON) {
      rows.requireDifferentNames();
    }
    streams.print(new Rows(rows.headings(), rows), plan.format().rowFormat());
    if (rows.areCut()) {
      streams.note(
          "there are more rows; these are the first %s (--max-rows)".formatted(plan.maxRows()));
    }
  }
}
