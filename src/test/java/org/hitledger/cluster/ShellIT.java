package org.hitledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.cluster.TypedSession.CTRL_C;
import static org.hitledger.cluster.TypedSession.CTRL_D;
import static org.hitledger.cluster.TypedSession.TAB;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at the prompt; each test begins and ends there. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ShellIT {
  private static final String SAMPLES = "src/samples";
  private static final String MORE = "-- more: [^\n]* q --";

  private Path folder;
  private Path results;
  private TypedSession session;

  @BeforeAll
  void open(@TempDir Path temp) throws Exception {
    folder = temp;
    results = temp.resolve("results");
    Finished hits = Submit.with("--master", "local[2]").run("hits", "--output", results, SAMPLES);
    assertThat(hits.code()).as(hits.err()).isZero();
    session = TypedSession.in(temp.resolve("state"), results);
    assertThat(session.awaitPrompt()).contains("\\? is help, \\q leaves");
  }

  @AfterAll
  void close() {
    session.close();
  }

  /** What a command line prints, line by line, without what a terminal hides again. */
  private static Stream<String> lines(String shown) {
    return shown.lines().map(line -> line.replaceAll("^.*\u001B\\[K", "").strip());
  }

  @Test
  void a_second_count_says_what_the_first_did_and_what_the_command_line_does() throws Exception {
    Finished run = Submit.with("--master", "local[2]").run("count", "--top", "3", SAMPLES);
    String[] rows = run.out().lines().map(String::strip).toArray(String[]::new);
    for (int i = 0; i < 2; i++) {
      assertThat(lines(session.enter("count --top 3 " + SAMPLES)))
          .containsSubsequence(rows)
          .containsSubsequence(
              "counted                         645", "damaged                           0");
    }
  }

  @Test
  void a_query_ends_at_its_semicolon_on_whatever_line() throws Exception {
    assertThat(lines(session.enter("SELECT count(*) AS accesses FROM hits;")))
        .containsSubsequence("accesses", "1246");
    session.type("SELECT count(*) AS accesses -- all of them;\r");
    session.await("-> ");
    session.type("FROM hits WHERE 'a;b' <> ''\r");
    session.await("-> ");
    assertThat(lines(session.enter(";"))).containsSubsequence("accesses", "1246");
  }

  @Test
  void tables_and_columns_are_explained() throws Exception {
    assertThat(lines(session.enter("\\d")).map(line -> line.replaceAll(" +", " ")))
        .contains("hits an access, counted or filtered", "balance a class of lines in a file");
    assertThat(lines(session.enter("\\d path_counts")).map(line -> line.replaceAll(" +", " ")))
        .contains("path string of the target, as it was sent", "count bigint hits");
    assertThat(session.enter("\\?")).contains("\\d TABLE", "count, hits, update, compact, report");
  }

  @Test
  void a_mistake_is_told_as_on_the_command_line_and_the_prompt_is_back() throws Exception {
    assertThat(session.enter("count nowhere"))
        .contains("hitledger: nowhere matches nothing; expected a log file");
    assertThat(session.enter("count --tops 3 " + SAMPLES)).contains("--tops", "see --help");
    assertThat(session.enter("SELECT nothing FROM hits;"))
        .contains("hitledger: the query is wrong");
    assertThat(session.enter("DROP TABLE hits;")).contains("only queries are run");
    assertThat(session.enter("SELECT 1 FROM rejects;")).contains("has no table rejects");
    assertThat(session.enter("\\d nothing")).contains("there is no table nothing");
    assertThat(session.enter("\\x")).contains("there is no \\x");
    assertThat(session.enter("shell;")).doesNotContain("should not have happened");
  }

  @Test
  void tab_completes_commands_options_files_tables_and_columns() throws Exception {
    assertThat(typed("det" + TAB)).contains("detect");
    assertThat(typed("count --max-re" + TAB)).contains("--max-rejected");
    assertThat(typed("count src/sam" + TAB)).contains("src/samples");
    assertThat(typed("SELECT * FROM path_c" + TAB)).contains("path_counts");
    assertThat(typed("SELECT user_ag" + TAB)).contains("user_agent");
  }

  /** What is shown of keys that are not entered. */
  private String typed(String keys) throws Exception {
    session.type(keys + "#");
    String shown = session.await("#");
    session.type(CTRL_C);
    session.awaitPrompt();
    return shown;
  }

  @Test
  void long_results_are_shown_a_page_at_a_time() throws Exception {
    session.type("SELECT path FROM hits;\r");
    assertThat(session.await(MORE).lines()).hasSizeGreaterThan(20);
    session.type(" ");
    assertThat(session.await(MORE).split("\n", -1)).hasSize(24);
    session.type("q");
    assertThat(session.awaitPrompt()).doesNotContain("/");
  }

  @Test
  void ctrl_c_ends_a_query_and_a_count_and_leaves_nothing() throws Exception {
    session.type("SELECT count(*) FROM hits a CROSS JOIN hits b CROSS JOIN hits c;\r");
    session.await("querying published results");
    session.type(CTRL_C);
    assertThat(session.awaitPrompt()).contains("hitledger: stopped");

    Path logs = Files.createDirectory(folder.resolve("logs"));
    byte[] log = Files.readAllBytes(Path.of(SAMPLES, "access.log"));
    for (int i = 0; i < 2_000; i++) {
      Files.write(logs.resolve("access.log-" + i), log);
    }
    session.type("count --output %s/counts %s\r".formatted(folder, logs));
    session.await("counting lines");
    session.type(CTRL_C);
    assertThat(session.awaitPrompt()).contains("hitledger: stopped; nothing was published");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("logs", "results", "state");
    }
    assertThat(session.enter("SELECT count(*) FROM hits;")).contains("1246");
  }

  @Test
  void it_is_left_with_code_0_whatever_was_done() throws Exception {
    try (TypedSession other = TypedSession.in(folder.resolve("state"), results)) {
      other.awaitPrompt();
      other.enter("count nowhere");
      other.type(CTRL_D);
      assertThat(other.end()).isZero();
    }
    assertThat(Files.readString(folder.resolve("state/hitledger/history")))
        .contains("count nowhere");
  }

  @Test
  void without_a_terminal_it_says_what_else_there_is() throws Exception {
    Finished piped = Submit.with("--master", "local[2]").run("shell", results);
    assertThat(piped.code()).isEqualTo(2);
    assertThat(piped.out()).isEmpty();
    assertThat(piped.err())
        .startsWith("hitledger: the shell needs a terminal")
        .contains("./submit.sh sql QUERY DIR");
    Finished onCluster =
        Submit.with("--master", "spark://h:7077", "--deploy-mode", "cluster").run("shell");
    assertThat(onCluster.code()).isEqualTo(2);
    assertThat(onCluster.err()).contains("leave --deploy-mode cluster out");
  }
}
