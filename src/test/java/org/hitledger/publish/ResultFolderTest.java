package org.hitledger.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hitledger.fault.UsageFault;
import org.hitledger.source.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where results may not be written. */
class ResultFolderTest extends PublicationFixture {
  @ParameterizedTest
  @CsvSource({
    "logs, logs",
    "logs/, logs",
    "logs, logs/",
    "logs/out, logs",
    "logs/not/there/yet, logs",
    "logs/sub, logs",
    "logs, logs/sub",
    "logs, logs/sub/b.log",
    "logs/a.log, logs/a.log",
    "logs/a.log/out, logs/a.log",
    "logs, logs/*.log",
    "logs/sub/out, logs/s*",
    "'', logs",
    "out/../logs, logs",
    "logs/./out, logs",
    "logs/sub/.., logs",
    "link, logs",
    "link/out, logs",
    "link/sub/new/out, logs",
    "logs/out, link",
    "logs, link/sub",
    "link/out, link"
  })
  void refuses_an_output_that_overlaps_an_input(String output, String input) throws IOException {
    makeLogs();
    ResultFolder results = results(output);
    Inputs inputs = inputs(input);

    assertThatThrownBy(() -> results.requireApartFrom(inputs, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--output %s equals, contains or lies in the input %s; name a folder apart from it"
                .formatted(results.path(), inputs.roots().get(0)));
  }

  @Test
  void refuses_an_output_that_overlaps_any_input() throws IOException {
    makeLogs();
    ResultFolder results = results("logs/sub");
    Inputs inputs = inputs("logs/a.log", "logs/sub/b.log");

    assertThatThrownBy(() -> results.requireApartFrom(inputs, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("logs/sub/b.log");
  }

  @Test
  void refuses_an_output_around_a_file_that_an_input_links_to() throws IOException {
    Path log = write("store/a.log", "x");
    Files.createDirectory(folder.resolve("logs"));
    Files.createSymbolicLink(folder.resolve("logs/a.log"), log);
    ResultFolder results = results("store");
    Inputs inputs = inputs("logs");

    assertThatThrownBy(() -> results.requireApartFrom(inputs, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("name a folder apart from it");
  }

  @Test
  void refuses_an_output_below_an_input_that_is_a_root() {
    ResultFolder results = results("out");
    var root = new Inputs(List.of(new org.apache.hadoop.fs.Path("file:/")), List.of(), List.of());

    assertThatThrownBy(() -> results.requireApartFrom(root, hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("lies in the input file:/;");
  }

  @ParameterizedTest
  @CsvSource({"out, logs", "logs2, logs", "log, logs", "logs.out, logs", "logs/out, logs/a.log"})
  void accepts_an_output_apart_from_the_inputs(String output, String input) throws IOException {
    makeLogs();
    ResultFolder results = results(output);
    Inputs inputs = inputs(input);

    assertThatCode(() -> results.requireApartFrom(inputs, hadoop)).doesNotThrowAnyException();
  }

  @Test
  void refuses_a_root() {
    assertThatThrownBy(() -> ResultFolder.at("--output", "/", hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessage("--output / is a root; name a folder below it");
  }

  @Test
  void refuses_a_scheme_that_nobody_knows() {
    assertThatThrownBy(() -> ResultFolder.at("--output", "nosuch://x/y", hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--output nosuch://x/y cannot be written: the connector for nosuch:// is not here, or not whole (No FileSystem for scheme \"nosuch\"); see how it is spelled, or give its jars with --packages or --jars");
  }

  @Test
  void refuses_an_empty_name() {
    assertThatThrownBy(() -> ResultFolder.at("--output", "", hadoop))
        .isInstanceOf(UsageFault.class)
        .hasMessageStartingWith("--output  cannot be written: ");
  }
}
