package org.hitledger.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.hitledger.testing.CommandRun;
import org.hitledger.testing.Faults;
import org.hitledger.testing.LogFile;

/**
 * Lets a site live and keeps its ledger, with updates at random moments, some of which go wrong at
 * a random call; requires after each that the ledger holds what the oracle says.
 */
final class Simulation {
  private static final int HITS_EVERY = 100;
  private static final int TOLD = 40;

  private final long seed;
  private final Path home;
  private final LedgerPlace place;
  private final Path ledger;
  private final Random random;
  private final LineMaker lines;
  private final Site site;
  private final SiteLife life;
  private final SiteOracle oracle;
  private final LedgerTables tables;
  private final String format;
  private final List<String> story = new ArrayList<>();
  private int calls = 100;

  Simulation(long seed, Path home, LedgerPlace place) {
    this.seed = seed;
    this.home = home;
    this.place = place;
    this.ledger = place.local();
    this.random = new Random(seed);
    this.lines = new LineMaker(random);
    this.site = new Site(home.resolve("logs"));
    this.life = new SiteLife(site, random, lines);
    this.oracle = new SiteOracle(site, lines);
    this.tables = new LedgerTables(place);
    this.format = random.nextBoolean() ? "auto" : "combined";
  }

  void run(int steps) {
    try {
      for (int step = 1; step <= steps; step++) {
        story.add("%d: %s".formatted(step, life.step()));
        if (random.nextInt(5) == 0 || step % HITS_EVERY == 0) {
          update();
        }
        if (step % HITS_EVERY == 0) {
          requireEqualHits(step);
        }
      }
      update();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("-Dhitledger.seed=%d%n%s%n%s".formatted(seed, told(), e), e);
    }
  }

  private void update() {
    if (random.nextInt(6) == 0) {
      requireSilence("--dry-run");
    }
    if (place.isHere() && random.nextInt(4) == 0 && !updateThatGoesWrong()) {
      return;
    }
    updateThatGoesWell();
    if (random.nextInt(3) == 0) {
      Map<String, String> before = tables.files();
      CommandRun again = CommandRun.of(words(place.word(), verifies()));
      assertThat(again).as("again").isEqualTo(new CommandRun(0, "", ""));
      assertThat(changed(before)).as("changed by an update without news").isEmpty();
    }
  }

  private void updateThatGoesWell() {
    CommandRun run = CommandRun.of(words(place.word(), verifies()));
    story.add("   update: %d %s%s".formatted(run.code(), run.out(), run.err()));
    assertThat(run.code()).as(run.err()).isZero();
    oracle.enterAll();
    requireContents(contents(), oracle.entered());
    assertThat(tables.strangers()).as("left behind").isEmpty();
  }

  /** False if the site goes on before an update that goes well. */
  private boolean updateThatGoesWrong() {
    Faults.Kind kind = Faults.Kind.values()[random.nextInt(Faults.Kind.values().length)];
    int call = 1 + random.nextInt(calls + calls / 4);
    Faults faults = Faults.at(kind, call);
    EndedProcess.of(ledger);
    CommandRun run = FaultyRun.of(faults, words("fault:" + ledger, List.of()));
    boolean struck = faults.calls() >= call;
    calls = struck ? Math.max(calls, call) : faults.calls();
    story.add(
        "   update that %s at %d of %d: %d %s%s"
            .formatted(kind, call, faults.calls(), run.code(), run.out(), run.err()));
    assertThat(struck || run.code() == 0).as(run.err()).isTrue();
    EndedProcess.of(ledger);
    requireOldOrNew(run);
    return random.nextInt(3) > 0;
  }

  private void requireOldOrNew(CommandRun run) {
    SiteOracle.Contents found = contents();
    if (run.code() == 0 || found.equals(oracle.afterAnUpdate())) {
      oracle.enterAll();
    }
    requireContents(found, oracle.entered());
  }

  private void requireSilence(String option) {
    Map<String, String> before = tables.files();
    CommandRun run = CommandRun.of(words(place.word(), List.of(option)));
    story.add("   update %s: %d %s".formatted(option, run.code(), run.err()));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(changed(before)).as("changed by " + option).isEmpty();
  }

  private List<String> changed(Map<String, String> before) {
    Map<String, String> after = tables.files();
    var names = new ArrayList<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .distinct()
        .filter(name -> !before.getOrDefault(name, "-").equals(after.getOrDefault(name, "-")))
        .toList();
  }

  private List<String> verifies() {
    return random.nextInt(8) == 0 ? List.of("--verify") : List.of();
  }

  private Object[] words(Object target, List<String> options) {
    var words = new ArrayList<Object>(List.of("update", "--rules=site", "--ledger", target));
    words.add("--log-format=" + format);
    words.addAll(options);
    words.add(site.folder());
    return words.toArray();
  }

  private SiteOracle.Contents contents() {
    return new SiteOracle.Contents(tables.rows(), tables.balance());
  }

  private static void requireContents(SiteOracle.Contents found, SiteOracle.Contents expected) {
    assertThat(without(expected.rows(), found.rows())).as("rows that are missing").isEmpty();
    assertThat(without(found.rows(), expected.rows())).as("rows too many").isEmpty();
    assertThat(found.balance()).as("balance").isEqualTo(expected.balance());
  }

  private static List<String> without(List<String> rows, List<String> others) {
    Map<String, Long> left =
        others.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
    return rows.stream().filter(row -> left.merge(row, -1L, Long::sum) < 0).toList();
  }

  /** The ledger, against one run over one file of all its lines. */
  private void requireEqualHits(int step) {
    List<byte[]> all =
        oracle.enteredLines().stream().map(line -> line.getBytes(ISO_8859_1)).toList();
    Path log = LogFile.write(home.resolve("all-%d.log".formatted(step)), all);
    Path results = home.resolve("hits-" + step);
    CommandRun run =
        CommandRun.of(
            "hits", "--rules=site", "--log-format=combined", "--output", results.toString(), log);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(tables.differencesTo(results)).as("against hits at step %s", step).isEmpty();
  }

  private String told() {
    var told = new ArrayList<>(story.subList(Math.max(0, story.size() - TOLD), story.size()));
    Collections.addAll(told, "files now:");
    site.files()
        .forEach(
            file ->
                told.add(
                    "  %s: %d of family %d, %d of %d bytes entered"
                        .formatted(
                            file.path(),
                            file.length(),
                            file.log().family,
                            file.log().entered(),
                            file.log().length())));
    return String.join("\n", told);
  }
}
