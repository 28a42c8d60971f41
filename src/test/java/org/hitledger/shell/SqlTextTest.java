package org.hitledger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  /** Each of them is one statement, as Spark reads it: its own parser takes it whole. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT 'a;b'",
        "SELECT 'it''s; so'",
        "SELECT 'a\\';b'",
        "SELECT \"a;b\"",
        "SELECT \"a'\\\";b\"",
        "SELECT r'\\', 'x'",
        "SELECT R\"a\\\"",
        "SELECT 1 AS `a;b`",
        "SELECT 1 AS `a``;b`",
        "SELECT 1 -- no; end\n + 2",
        "SELECT 1 /* no; end */ + 2",
        "SELECT 1 /* no /* not; */ yet; */ + 2",
        "SELECT /* ' */ 1 -- '",
        "SELECT '--' || '/*'",
        "SELECT 7 - -1, 8 / 2 * 3",
      })
  void a_semicolon_ends_a_statement_only_where_spark_sees_its_end(String statement) {
    CatalystSqlParser$.MODULE$.parsePlan(statement);

    assertThat(SqlText.of(statement).isComplete()).isFalse();
    SqlText ended = SqlText.of(statement + "\n;");
    assertThat(ended.isComplete()).isTrue();
    assertThat(ended.statements()).containsExactly(statement);
    assertThat(SqlText.of(statement + "\n; " + statement + "\n;").statements())
        .containsExactly(statement, statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;",
        "SELECT \"a;",
        "SELECT `a;",
        "/* a;",
        "/* /* */ a;",
        "SELECT 1; SELECT"
      })
  void what_is_open_goes_on(String text) {
    assertThat(SqlText.of(text).isComplete()).isFalse();
  }

  @Test
  void what_is_no_statement_is_passed_over() {
    SqlText text = SqlText.of(";; -- nothing;\n /* at all */ ; SELECT 1;; \n");
    assertThat(text.isComplete()).isTrue();
    assertThat(text.statements()).isEqualTo(List.of("SELECT 1"));
  }
}
