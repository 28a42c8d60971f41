package org.hitledger.app;

import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.hitledger.fault.Fault;
import org.hitledger.ledger.StoredResults;
import org.hitledger.query.Query;
import org.hitledger.query.QueryFailures;
import org.hitledger.query.TableGuide;
import org.hitledger.source.Inputs;
import org.hitledger.spark.Session;
import org.hitledger.spark.SizedSettings;

/** Shows which tables a folder of results has, and which columns these have. */
public final class TablesRun {
  private TablesRun() {}

  /**
   * Prints the tables. Needs no Spark.
   *
   * @param folder of results, or a ledger
   * @param environment file systems and streams
   * @return that it is done
   * @throws Fault if there are no results
   */
  public static ExitCode list(String folder, RunEnvironment environment) {
    StoredResults results = StoredResults.at(folder, environment.hadoop());
    environment.streams().print(TableGuide.to(results).tables(), QueryFormat.TABLE.rowFormat());
    return ExitCode.COMPLETE;
  }

  /**
   * Prints the columns of a table.
   *
   * @param folder of results, or a ledger
   * @param table its name
   * @param environment Spark, file systems and streams
   * @return that it is done
   * @throws Fault if there are no results, or no such table is among them
   */
  public static ExitCode describe(String folder, String table, RunEnvironment environment) {
    StoredResults results = StoredResults.at(folder, environment.hadoop());
    SparkConf settings =
        SizedSettings.forQueries(results.results().bytes(), environment.settings());
    try (Session session = environment.openSession(settings, Inputs.none());
        Query query = Query.over(results, List.of(), session.spark())) {
      environment.streams().print(query.columns(table), QueryFormat.TABLE.rowFormat());
      return ExitCode.COMPLETE;
    } catch (Exception e) {
      // What Spark throws is checked, though it declares nothing.
      throw QueryFailures.orItself(e);
    }
  }

  /**
   * What a query can name.
   *
   * @param folder of results, or a ledger
   * @param environment file systems
   * @return names of tables and columns; none where there are no results
   */
  public static Set<String> names(String folder, RunEnvironment environment) {
    try {
      return TableGuide.to(StoredResults.at(folder, environment.hadoop())).names();
    } catch (Fault e) {
      // Who asks only types a query; running it says what is wrong.
      return Set.of();
    }
  }
}
