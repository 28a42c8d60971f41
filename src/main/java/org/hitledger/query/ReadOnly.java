package org.hitledger.query;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.hitledger.fault.UsageFault;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Refuses what does more than read. Which tables there are is a matter of the session, which knows
 * only views of one folder. That keeps mistakes away, and is no wall: who may run this may run
 * Spark.
 */
final class ReadOnly {
  private ReadOnly() {}

  /**
   * Looks at a plan, as it was parsed or with its names looked up.
   *
   * @throws UsageFault if it is a command, runs a program or calls Java
   */
  static void require(LogicalPlan plan) {
    nodes(plan)
        .filter(ReadOnly::isCommand)
        .findFirst()
        .ifPresent(
            command -> {
              throw new UsageFault(
                  "only queries are run, such as SELECT ... FROM path_counts, but this is a command (%s)"
                      .formatted(command.nodeName()));
            });
    refuse(
        plan,
        ScriptTransformation.class::isInstance,
        "a query may not run a program (TRANSFORM ... USING)");
    refuse(
        plan, ReadOnly::callsJava, "a query may not call Java (reflect, java_method, try_reflect)");
  }

  /** The class for EXECUTE IMMEDIATE has another name in every version of Spark. */
  private static boolean isCommand(LogicalPlan node) {
    return node instanceof Command
        || node instanceof ParsedStatement
        || node instanceof InsertIntoDir
        || node.nodeName().contains("ExecuteImmediate");
  }

  private static boolean callsJava(LogicalPlan node) {
    return CollectionConverters.asJava(node.expressions()).stream()
        .anyMatch(expression -> expression.exists(CallMethodViaReflection.class::isInstance));
  }

  private static void refuse(LogicalPlan plan, Predicate<LogicalPlan> what, String message) {
    if (nodes(plan).anyMatch(what)) {
      throw new UsageFault(message);
    }
  }

  /** The plan, all below it, and those of subqueries. */
  private static Stream<LogicalPlan> nodes(LogicalPlan plan) {
    return Stream.concat(
        Stream.of(plan),
        Stream.concat(plans(plan.children()), plans(plan.subqueries())).flatMap(ReadOnly::nodes));
  }

  private static Stream<LogicalPlan> plans(Seq<?> plans) {
    return CollectionConverters.asJava(plans).stream().map(LogicalPlan.class::cast);
  }
}
