package org.hitledger.query;

import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** All parts of a plan, wherever they hang. */
final class PlanTree {
  private PlanTree() {}

  /** The plan, all below it, and those of subqueries and of common table expressions. */
  static Stream<LogicalPlan> nodes(LogicalPlan plan) {
    Stream<LogicalPlan> below =
        Stream.of(plans(plan.children()), plans(plan.innerChildren()), plans(plan.subqueries()))
            .flatMap(plans -> plans);
    return Stream.concat(Stream.of(plan), below.flatMap(PlanTree::nodes));
  }

  /** The expressions of one node, and all below them. */
  static Stream<Expression> expressions(QueryPlan<?> node) {
    return list(node.expressions()).flatMap(PlanTree::withChildren);
  }

  private static Stream<Expression> withChildren(Expression expression) {
    return Stream.concat(
        Stream.of(expression), list(expression.children()).flatMap(PlanTree::withChildren));
  }

  /** Inner children can be plans of other kinds, which hold no statement. */
  private static Stream<LogicalPlan> plans(Seq<?> plans) {
    return list(plans).filter(LogicalPlan.class::isInstance).map(LogicalPlan.class::cast);
  }

  private static <T> Stream<T> list(Seq<T> seq) {
    return CollectionConverters.asJava(seq).stream();
  }
}
