package org.hitledger.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.hitledger.notebooks.RunScript.Finished;
import org.hitledger.testing.Full;
import org.hitledger.testing.Shell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All cells of all notebooks run, and show what the notebooks in the repository show. */
@Full
@TestInstance(Lifecycle.PER_CLASS)
class NotebooksIT {
  private static final Path COMMITTED = Path.of("notebooks");
  private static final Path FRESH = Path.of("target/notebooks");

  private Finished execution;

  @BeforeAll
  void executeAll() throws Exception {
    RunScript.requireJupyter();
    for (String name : notebooks()) {
      Files.deleteIfExists(FRESH.resolve(name));
    }
    execution = RunScript.run("execute");
  }

  private static List<String> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(COMMITTED)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .sorted()
          .toList();
    }
  }

  @Test
  void one_command_executes_all_notebooks() throws IOException {
    assertThat(execution.code()).as(execution.said()).isZero();
    assertThat(notebooks())
        .containsExactly("explore-hits.ipynb", "from-logs-to-counts.ipynb")
        .allSatisfy(name -> assertThat(FRESH.resolve(name)).exists());
  }

  @ParameterizedTest
  @CsvSource({"from-logs-to-counts.ipynb, 2", "explore-hits.ipynb, 6"})
  void fresh_and_committed_notebooks_have_pictures_and_no_errors(String name, int pictures)
      throws IOException {
    for (Path folder : List.of(FRESH, COMMITTED)) {
      var notebook = Notebook.read(folder.resolve(name));
      assertThat(notebook.outputTypes()).isSubsetOf("stream", "display_data");
      assertThat(notebook.pictures())
          .hasSizeGreaterThanOrEqualTo(pictures)
          .allSatisfy(size -> assertThat(size).map(text -> text.split("x", 2)[0]).contains("900"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"from-logs-to-counts.ipynb", "explore-hits.ipynb"})
  void the_committed_notebook_shows_what_a_fresh_run_shows(String name) throws IOException {
    assertThat(Notebook.read(COMMITTED.resolve(name)).codeAndWords())
        .as("renew it with: notebooks/run.sh execute --inplace notebooks/%s", name)
        .isEqualTo(Notebook.read(FRESH.resolve(name)).codeAndWords());
  }

  @Test
  void the_page_for_analysts_shows_a_picture_out_of_a_notebook() throws IOException {
    byte[] picture = Files.readAllBytes(COMMITTED.resolve("accesses-per-day.png"));
    assertThat(Files.readString(COMMITTED.resolve("explore-hits.ipynb")))
        .contains(Base64.getEncoder().encodeToString(picture));
  }

  @ParameterizedTest
  @ValueSource(strings = {"from-logs-to-counts.ipynb", "explore-hits.ipynb"})
  void the_committed_notebook_names_no_machine_and_no_time_of_its_making(String name)
      throws IOException {
    assertThat(Files.readString(COMMITTED.resolve(name)))
        .doesNotContain(Path.of("").toAbsolutePath().toString())
        .doesNotContain(System.getProperty("user.home") + "/");
    var notebook = Notebook.read(COMMITTED.resolve(name));
    assertThat(notebook.json().path("metadata").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("kernelspec", "language_info");
    assertThat(notebook.codeCells())
        .extracting(cell -> cell.path("metadata"))
        .allSatisfy(metadata -> assertThat(metadata).isEmpty());
    assertThat(notebook.codeCells())
        .extracting(cell -> cell.path("execution_count"))
        .extracting(JsonNode::asInt)
        .isEqualTo(Stream.iterate(1, i -> i + 1).limit(notebook.codeCells().size()).toList());
  }

  /** As if a {@code compact} had died before it deleted what it has joined. */
  private static Path ledgerWithReplacedSegments(Path folder) {
    Path ledger = folder.resolve("ledger");
    Shell.Done done =
        Shell.run(
            Path.of("."),
            """
            set -e
            ./submit.sh update --ledger "%1$s" src/samples/*-20120601.gz src/samples/*-20120602.gz
            ./submit.sh update --ledger "%1$s" src/samples
            cp -r "%1$s/segments" "%1$s.before"
            ./submit.sh compact --ledger "%1$s"
            cp -r "%1$s.before/." "%1$s/segments"
            """
                .formatted(ledger));
    assertThat(done.code()).as(done.output()).isZero();
    return ledger;
  }

  @Test
  void a_ledger_is_explored_as_results_are(@TempDir Path temp) throws Exception {
    Path ledger = ledgerWithReplacedSegments(temp);
    Path notebook = temp.resolve("explore-ledger.ipynb");
    Files.copy(COMMITTED.resolve("explore-hits.ipynb"), notebook);
    Files.copy(COMMITTED.resolve("show.jshell"), temp.resolve("show.jshell"));

    Finished run = RunScript.runOn(ledger, "execute", notebook);

    assertThat(run.code()).as(run.said()).isZero();
    assertThat(Notebook.read(FRESH.resolve("explore-ledger.ipynb")).codeAndWords())
        .isEqualTo(Notebook.read(COMMITTED.resolve("explore-hits.ipynb")).codeAndWords());
  }

  @Test
  void a_folder_without_hits_is_not_explored(@TempDir Path temp) throws Exception {
    assertThat(RunScript.runOn(temp, "execute", COMMITTED.resolve("explore-hits.ipynb")))
        .isEqualTo(
            new Finished(
                2,
                "run.sh: HITLEDGER_RESULTS=%s has no hits; make them with ./submit.sh hits --output DIR INPUT..., or update --ledger DIR INPUT...\n"
                    .formatted(temp.toRealPath())));
  }

  /** What the command says of a notebook with one cell that fails. */
  private static String failureOf(String code, Path notebook) throws Exception {
    Files.writeString(notebook, Notebook.of(code));
    Finished run = RunScript.run("execute", notebook);
    assertThat(run.code()).as(run.said()).isEqualTo(1);
    return run.said();
  }

  @Test
  void a_cell_that_fails_makes_the_command_fail(@TempDir Path temp) throws Exception {
    String code = "throw new IllegalStateException(\"no such page\");";

    assertThat(failureOf(code, temp.resolve("a failing.ipynb")))
        .contains("run.sh: a failing.ipynb failed:\n")
        .contains("throw new IllegalStateException(\"no such page\");")
        .contains("IllegalStateException: no such page");
    assertThat(FRESH.resolve("a failing.ipynb")).doesNotExist();
  }

  @Test
  void a_cell_that_does_not_compile_makes_the_command_fail(@TempDir Path temp) throws Exception {
    assertThat(failureOf("int hits = \"many\";", temp.resolve("typo.ipynb")))
        .contains("run.sh: typo.ipynb failed:\n")
        .contains("incompatible types: java.lang.String cannot be converted to int");
  }

  @Test
  void a_loaded_file_that_does_not_compile_makes_the_command_fail(@TempDir Path temp)
      throws Exception {
    Files.writeString(temp.resolve("broken.jshell"), "int hits = \"many\";");

    assertThat(failureOf("%load broken.jshell", temp.resolve("loads.ipynb")))
        .contains("run.sh: loads.ipynb failed: a cell shows an error; see ");
    assertThat(FRESH.resolve("loads.ipynb")).doesNotExist();
  }

  @Test
  void mistakes_are_told_apart_from_failures(@TempDir Path temp) throws Exception {
    Path none = temp.resolve("none.ipynb");
    assertThat(RunScript.run("execute", none))
        .isEqualTo(new Finished(2, "run.sh: no notebook '" + none + "'\n"));
    assertThat(RunScript.run("execute", "--fast"))
        .isEqualTo(new Finished(2, "run.sh: unknown option '--fast'; expected --inplace\n"));
    Finished unknown = RunScript.run("stop");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.said()).endsWith("run.sh: expected start or execute, but was 'stop'\n");
  }
}
