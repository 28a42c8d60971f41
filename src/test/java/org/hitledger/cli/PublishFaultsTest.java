package org.hitledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hitledger.fault.Fault;
import org.hitledger.publish.Outputs;
import org.hitledger.publish.Publication;
import org.hitledger.source.Inputs;
import org.hitledger.testing.Faults;
import org.hitledger.testing.Faults.Kind;
import org.hitledger.testing.Full;
import org.hitledger.text.Json;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publishing on a file system that goes wrong at its Nth call, for every N: what readers find is
 * always wholly old or wholly new.
 */
@Full
class PublishFaultsTest {
  private static final Pattern OWNED =
      Pattern.compile("(\\..*\\.(?:staging|previous-\\d)-\\d+-)(\\d+)(-.*)");

  private static final long AN_HOUR = TimeUnit.HOURS.toMillis(1);

  @TempDir Path folder;

  /** What a run publishes, and over what. */
  private enum Scenario {
    FIRST_RESULTS(List.of("results"), false),
    RESULTS_OVER_OLDER(List.of("results"), true),
    FIRST_REJECTS_AND_RESULTS(List.of("rejects", "results"), false),
    REJECTS_AND_RESULTS_OVER_OLDER(List.of("rejects", "results"), true);

    /** In the order in which they appear. */
    private final List<String> targets;

    private final boolean isOverOlder;

    Scenario(List<String> targets, boolean isOverOlder) {
      this.targets = targets;
      this.isOverOlder = isOverOlder;
    }
  }

  @TestFactory
  Stream<DynamicContainer> every_call_may_go_wrong_in_every_way() {
    return Stream.of(Scenario.values())
        .flatMap(
            scenario ->
                Stream.of(Kind.values())
                    .map(kind -> dynamicContainer(scenario + " " + kind, tests(scenario, kind))));
  }

  /** One more than there are calls: then nothing goes wrong, which shows that no call was left. */
  private Stream<DynamicTest> tests(Scenario scenario, Kind kind) {
    return IntStream.rangeClosed(1, calls(scenario) + 1)
        .mapToObj(
            call ->
                dynamicTest(
                    "at call " + call,
                    () ->
                        new Case(scenario, kind, call, fresh(scenario + "-" + kind + call)).run()));
  }

  /** Where the older results are, said in each of the ways in which they may be somewhere. */
  @Test
  void a_fault_says_where_older_results_are() {
    var scenario = Scenario.RESULTS_OVER_OLDER;
    Set<String> said =
        Stream.of(Kind.values())
            .flatMap(
                kind ->
                    IntStream.rangeClosed(1, calls(scenario))
                        .mapToObj(call -> said(scenario, kind, call)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(said)
        .containsExactly(
            "",
            "cannot look at HERE/results: call N went wrong",
            "cannot publish HERE/results: call N went wrong; older results are untouched",
            "cannot publish HERE/results: call N went wrong; the older results are at"
                + " HERE/.results.previous-1-ID, and the next run with this output puts them back",
            "cannot write beside HERE/results: call N went wrong",
            "published; what is left of the older results could not be removed:"
                + " HERE/.results.previous-1-ID");
  }

  private String said(Scenario scenario, Kind kind, int call) {
    var run = new Case(scenario, kind, call, fresh("said"));
    run.prepare();
    Case.Ended ended = run.publish(Faults.at(kind, call), "new");
    return Stream.concat(ended.fault().map(Throwable::getMessage).stream(), ended.notes().stream())
        .collect(Collectors.joining("\n"))
        .replace("fault:" + run.home, "HERE")
        .replaceAll("call \\d+", "call N")
        .replaceAll("(previous-1-)\\d+-\\d+-[-.\\w]+", "$1ID");
  }

  private int calls(Scenario scenario) {
    var run = new Case(scenario, Kind.FAILS, Integer.MAX_VALUE, fresh("calls"));
    Faults counter = Faults.none();
    run.prepare();
    run.publish(counter, "new");
    assertThat(counter.calls()).isGreaterThan(5);
    return counter.calls();
  }

  private Path fresh(String name) {
    try {
      return Files.createTempDirectory(folder, name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One run with one fault, in a folder of its own. */
  private record Case(Scenario scenario, Kind kind, int call, Path home) {

    void run() {
      prepare();
      Faults faults = Faults.at(kind, call);
      Ended ended = publish(faults, "new");
      boolean struck = faults.calls() >= call;
      assertThat(struck || ended.fault().isEmpty()).isTrue();
      requireWhole();
      if (kind != Kind.DIES) {
        requireTruth(ended);
      }
      theProcessEnds();
      heal();
      requireNothingBeside();
      requireWhole();
      assertThat(publish(Faults.none(), "newest").fault()).isEmpty();
      scenario.targets.forEach(name -> assertThat(at(name)).isEqualTo(whole("newest")));
      requireNothingBeside();
    }

    void prepare() {
      if (scenario.isOverOlder) {
        assertThat(publish(Faults.none(), "old").fault()).isEmpty();
      }
    }

    /** Wholly old or wholly new; the results are new only if the rejects are. */
    private void requireWhole() {
      List<Map<String, String>> states = scenario.targets.stream().map(this::state).toList();
      assertThat(states).isSubsetOf(older(), whole("new"));
      assertThat(states.indexOf(whole("new"))).isNotEqualTo(1);
    }

    /** What readers find at a target; only a killed run may leave older results beside it. */
    private Map<String, String> state(String name) {
      Map<String, String> state = at(name);
      if (kind == Kind.DIES && scenario.isOverOlder && state.isEmpty()) {
        List<String> previous = beside().filter(path -> path.contains(name + ".previous")).toList();
        assertThat(previous).hasSize(1);
        return at(previous.get(0));
      }
      return state;
    }

    private Map<String, String> older() {
      return scenario.isOverOlder ? whole("old") : Map.of();
    }

    /** A run that could not publish says so, and one that could does not; nothing stays unsaid. */
    private void requireTruth(Ended ended) {
      assertThat(at("results")).isEqualTo(ended.fault().isPresent() ? older() : whole("new"));
      String said = ended.fault().map(Throwable::getMessage).orElse("") + ended.notes();
      assertThat(beside()).allSatisfy(name -> assertThat(said).contains(name));
    }

    private void requireNothingBeside() {
      assertThat(beside()).isEmpty();
    }

    /** What the next run does before it publishes anything. */
    private void heal() {
      begin(Faults.none(), new ArrayList<>()).close();
    }

    private record Ended(Optional<Fault> fault, List<String> notes) {}

    /** Faults only: any other exception ends the test. */
    Ended publish(Faults faults, String text) {
      List<String> notes = new ArrayList<>();
      try (Outputs outputs = begin(faults, notes)) {
        outputs.rejects().ifPresent(rejects -> stage(rejects, text));
        outputs.results().ifPresent(results -> stage(results, text));
        outputs.complete(files -> versions(text));
        return new Ended(Optional.empty(), notes);
      } catch (Fault e) {
        return new Ended(Optional.of(e), notes);
      }
    }

    private Outputs begin(Faults faults, List<String> notes) {
      return Outputs.begin(
          option("results"),
          option("rejects"),
          true,
          new Inputs(List.of(), List.of(), List.of()),
          faults.hadoop(),
          notes::add);
    }

    private Optional<String> option(String name) {
      return scenario.targets.contains(name)
          ? Optional.of("fault:" + home.resolve(name))
          : Optional.empty();
    }

    private static void stage(Publication publication, String text) {
      Path staging = Path.of(publication.staging().toUri().getPath());
      write(staging.resolve("path_counts/part"), text);
      write(staging.resolve("balance/part"), text);
    }

    private static Map<String, String> whole(String text) {
      return Map.of("path_counts/part", text, "balance/part", text, "run.json", manifest(text));
    }

    private static String manifest(String text) {
      return new String(Json.document(versions(text)), UTF_8);
    }

    private static Object versions(String text) {
      return Map.of("versions", Map.of("hitledger", text));
    }

    /** What this process left, as if it had been another one that has ended. */
    private void theProcessEnds() {
      beside().toList().forEach(name -> move(name, OWNED.matcher(name)));
    }

    private void move(String name, Matcher owned) {
      assertThat(owned.matches()).as(name).isTrue();
      String ended = owned.group(1) + (Long.parseLong(owned.group(2)) - AN_HOUR) + owned.group(3);
      assertThat(home.resolve(name).toFile().renameTo(home.resolve(ended).toFile())).isTrue();
    }

    private Stream<String> beside() {
      try (Stream<Path> all = Files.list(home)) {
        return all
            .map(path -> path.getFileName().toString())
            .filter(name -> !scenario.targets.contains(name))
            .toList()
            .stream();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** All files below a folder with their contents; none if there is no folder. */
    private Map<String, String> at(String name) {
      Path top = home.resolve(name);
      if (!Files.exists(top)) {
        return Map.of();
      }
      try (Stream<Path> all = Files.walk(top)) {
        return all.filter(Files::isRegularFile)
            .collect(
                Collectors.toMap(
                    path -> top.relativize(path).toString(),
                    Case::read,
                    (one, other) -> one,
                    TreeMap::new));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private static void write(Path file, String text) {
      try {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
