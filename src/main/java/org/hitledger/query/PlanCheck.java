package org.hitledger.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.analysis.PlanWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.hitledger.fault.UsageFault;
import scala.jdk.javaapi.CollectionConverters;

/** Makes sure that a query reads the tables of a result folder, and does nothing else. */
final class PlanCheck {
  private final Path folder;
  private final Set<Table> tables;

  /**
   * A check for one folder.
   *
   * @param folder whose tables may be read
   * @param tables that are there
   */
  PlanCheck(Path folder, Set<Table> tables) {
    this.folder = folder;
    this.tables = tables;
  }

  /** Looks at what was written, before any of its names is looked up. */
  void parsed(LogicalPlan plan) {
    requireToRead(plan);
    refuse(
        plan,
        PlanWithUnresolvedIdentifier.class::isInstance,
        "the name of a table must stand as it is, and not in IDENTIFIER(...)");
    Set<String> named = commonTables(plan);
    PlanTree.nodes(plan)
        .filter(UnresolvedRelation.class::isInstance)
        .map(node -> words((UnresolvedRelation) node))
        .filter(words -> words.size() > 1 || !named.contains(lowerCase(words.get(0))))
        .forEach(this::requireTable);
  }

  /** Looks at what the names stand for. */
  void analyzed(LogicalPlan plan) {
    requireToRead(plan);
    refuse(
        plan,
        node -> PlanTree.expressions(node).anyMatch(CallMethodViaReflection.class::isInstance),
        "a query may not call Java (reflect, java_method, try_reflect)");
  }

  private static void requireToRead(LogicalPlan plan) {
    refuse(
        plan,
        ScriptTransformation.class::isInstance,
        "a query may not run a program (TRANSFORM ... USING)");
    Optional<LogicalPlan> command = PlanTree.nodes(plan).filter(PlanCheck::isCommand).findFirst();
    if (command.isPresent()) {
      throw new UsageFault(
          "only queries are run, such as SELECT ... FROM path_counts, but this is a command (%s)"
              .formatted(command.get().nodeName()));
    }
  }

  /** The class for EXECUTE IMMEDIATE has another name in every version of Spark. */
  private static boolean isCommand(LogicalPlan node) {
    return node instanceof Command
        || node instanceof ParsedStatement
        || node instanceof InsertIntoDir
        || node.nodeName().contains("ExecuteImmediate");
  }

  private static void refuse(LogicalPlan plan, Predicate<LogicalPlan> what, String message) {
    if (PlanTree.nodes(plan).anyMatch(what)) {
      throw new UsageFault(message);
    }
  }

  /** What a query names itself, by WITH. */
  private static Set<String> commonTables(LogicalPlan plan) {
    return PlanTree.nodes(plan)
        .filter(UnresolvedWith.class::isInstance)
        .flatMap(with -> CollectionConverters.asJava(with.innerChildren()).stream())
        .filter(SubqueryAlias.class::isInstance)
        .map(alias -> lowerCase(((SubqueryAlias) alias).alias()))
        .collect(Collectors.toSet());
  }

  private static List<String> words(UnresolvedRelation relation) {
    return CollectionConverters.asJava(relation.multipartIdentifier());
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void requireTable(List<String> words) {
    Optional<Table> table = words.size() == 1 ? Table.named(words.get(0)) : Optional.empty();
    if (table.isEmpty()) {
      throw new UsageFault(
          "there is no table %s; %s has %s, and a query reads nothing else"
              .formatted(String.join(".", words), folder, present()));
    }
    if (!tables.contains(table.get())) {
      throw new UsageFault(
          "%s has no table %s, only %s; %s"
              .formatted(folder, table.get().label(), present(), table.get().origin()));
    }
  }

  private String present() {
    return tables.isEmpty()
        ? "no table"
        : tables.stream().map(Table::label).collect(Collectors.joining(", "));
  }
}
