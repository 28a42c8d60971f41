package org.hitledger.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hitledger.docs.Page;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options as the reference has them are those that the commands take. */
class OptionsTest {
  private static final String OF_ALL_LOGS = "### Options of count and hits";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final int DEFAULT = 2;

  private static Map<String, OptionSpec> options(String command) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    CommandSpec spec = new Hitledger(nowhere, nowhere, SharedSpark.sessions()).spec();
    return spec.subcommands().get(command).getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .collect(toMap(OptionSpec::longestName, option -> option));
  }

  /** The rows on a command's options; a row without an option says more on the one above. */
  private static List<List<String>> rows(String command) {
    return tables(command).filter(row -> !row.get(0).isEmpty()).toList();
  }

  private static Stream<List<String>> tables(String command) {
    if (command.equals("update")) {
      return Page.LEDGER.table("## Options").stream();
    }
    if (command.equals("compact")) {
      return Page.LEDGER.table("## Small segments").stream();
    }
    if (command.equals("report")) {
      // Its own --output is a file.
      return Stream.concat(
          Page.REFERENCE.table(OF_ALL_LOGS).stream().filter(row -> !name(row).equals("--output")),
          Page.REPORT.table("## Options").stream());
    }
    Stream<String> headings =
        command.equals("sql") || command.equals("detect")
            ? Stream.of("### Options of " + command)
            : Stream.of(OF_ALL_LOGS, "### Options of " + command);
    return headings.flatMap(heading -> Page.REFERENCE.table(heading).stream());
  }

  /** Out of {@code `--top N`, `--top all`}: the words in marks of code. */
  private static List<String> code(String cell) {
    return CODE.matcher(cell).results().map(word -> word.group(1)).toList();
  }

  private static String name(List<String> row) {
    return code(row.get(0)).get(0).split(" ", -1)[0];
  }

  @ParameterizedTest
  @CsvSource({"count", "hits", "sql", "detect", "update", "compact", "report"})
  void every_option_is_documented_and_every_documented_one_is_taken(String command) {
    assertThat(rows(command))
        .extracting(OptionsTest::name)
        .containsExactlyInAnyOrderElementsOf(options(command).keySet());
  }

  @ParameterizedTest
  @CsvSource({"count", "hits", "sql", "detect", "update", "compact", "report"})
  void values_are_named_as_by_help(String command) {
    Map<String, OptionSpec> options = options(command);
    assertThat(rows(command))
        .allSatisfy(
            row ->
                assertThat(values(row))
                    .containsExactlyElementsOf(valuesByHelp(options.get(name(row)))));
  }

  private static List<String> values(List<String> row) {
    return code(row.get(0)).stream()
        .map(word -> word.replaceFirst("^--\\S+ ?", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> valuesByHelp(OptionSpec option) {
    return option.arity().max() == 0 ? List.of() : Arrays.asList(option.paramLabel().split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({"count", "sql", "detect", "update", "compact", "report"})
  void defaults_are_those_of_the_code(String command) {
    Map<String, OptionSpec> options = options(command);
    assertThat(rows(command))
        .allSatisfy(
            row ->
                Optional.ofNullable(options.get(name(row)).defaultValue())
                    .ifPresent(value -> assertThat(row.get(DEFAULT)).isEqualTo("`" + value + "`")));
  }
}
