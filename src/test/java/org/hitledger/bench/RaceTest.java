package org.hitledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hitledger.bench.Contestant.Measurement;
import org.junit.jupiter.api.Test;

/** Races are fair, their counts are compared, and their numbers are what they say. */
class RaceTest {
  private static final List<CorpusFolder> CORPORA =
      List.of(
          new CorpusFolder(Corpus.TINY, Path.of("tiny")), new CorpusFolder(Corpus.S, Path.of("s")));

  /** A program that always says the same. */
  private record Fake(String label, String says, boolean isExact) implements Contestant {
    Fake(String label, String says) {
      this(label, says, true);
    }

    @Override
    public String about() {
      return "a fake";
    }

    @Override
    public Measurement count(CorpusFolder corpus, Path out) throws IOException {
      Files.writeString(out, says);
      return new Measurement(1, 1, 1);
    }
  }

  @Test
  void each_round_starts_with_another_one() throws Exception {
    List<Contestant> three = List.of(new Fake("a", ""), new Fake("b", ""), new Fake("c", ""));
    var seen = new ArrayList<String>();
    new Race(three, CORPORA, lap -> seen.add(lap.corpus().label() + lap.contestant())).run(2);
    assertThat(String.join(" ", seen))
        .isEqualTo("tinya tinyb tinyc Sa Sb Sc tinyc tinya tinyb Sc Sa Sb");
  }

  @Test
  void the_order_of_rows_is_nobodys_business() throws Exception {
    List<Contestant> two =
        List.of(
            new Fake("a", "2\t/book/x\n1\t/book/y\n"), new Fake("b", "1\t/book/y\n2\t/book/x\n"));
    assertThat(new Race(two, CORPORA, lap -> {}).run(1)).hasSize(4);
  }

  @Test
  void a_count_that_differs_ends_the_race() {
    List<Contestant> two =
        List.of(
            new Fake("a", "2\t/book/x\n1\t/book/y\n"), new Fake("b", "2\t/book/x\n3\t/book/y\n"));
    assertThatThrownBy(() -> new Race(two, CORPORA, lap -> {}).run(1))
        .hasMessage("b counts tiny differently: [3\t/book/y] instead of [1\t/book/y]");
  }

  @Test
  void a_count_that_need_not_be_exact_is_told_how_far_off_it_is() throws Exception {
    Contestant wrong = new Fake("a", "2\t/book/x\n9\t/book/y\n1\t/book/z\n", false);
    Contestant right = new Fake("b", "5\t/book/x\n9\t/book/y\n", true);
    var race = new Race(List.of(wrong, right), CORPORA, lap -> {});
    race.run(2);
    assertThat(race.agreement().hitsOff(Corpus.S, "a")).hasValue(4);
    assertThat(race.agreement().hitsOff(Corpus.S, "b")).hasValue(0);
  }

  @Test
  void without_an_exact_count_nobody_knows_how_far_off_another_is() throws Exception {
    var race = new Race(List.of(new Fake("a", "2\t/book/x\n", false)), CORPORA, lap -> {});
    race.run(1);
    assertThat(race.agreement().hitsOff(Corpus.S, "a")).isEmpty();
  }

  @Test
  void who_shows_some_counts_alone_is_timed_and_not_compared() throws Exception {
    Contestant right = new Fake("a", "5\t/book/x\n");
    var race = new Race(List.of(right, new Page()), CORPORA, lap -> {});
    assertThat(race.run(1)).hasSize(4);
    assertThat(race.agreement().hitsOff(Corpus.S, "page")).isEmpty();
  }

  /** A program that shows what it likes. */
  private record Page() implements Contestant {
    @Override
    public String label() {
      return "page";
    }

    @Override
    public String about() {
      return "a page";
    }

    @Override
    public boolean listsCounts() {
      return false;
    }

    @Override
    public Measurement count(CorpusFolder corpus, Path out) {
      return new Measurement(1, 1, 1);
    }
  }

  @Test
  void ratios_are_taken_within_rounds() {
    // The machine was ten times as slow in the second round, for both.
    Laps laps = laps(lap(1, "a", 2), lap(1, "b", 1), lap(2, "a", 30), lap(2, "b", 10));
    assertThat(laps.ratio(Corpus.S, "a", "b").sorted()).containsExactly(2.0, 3.0);
    assertThat(laps.ratio(Corpus.S, "a", "b").median()).isEqualTo(2.5);
    assertThat(laps.seconds(Corpus.S, "a").median()).isEqualTo(16);
  }

  @Test
  void growth_is_with_and_without_what_nothing_costs() {
    Laps laps =
        laps(
            new Lap(1, Corpus.TINY, "a", new Measurement(5, 1, 1)),
            new Lap(1, Corpus.S, "a", new Measurement(7, 1, 1)),
            new Lap(1, Corpus.S_TIMES_10, "a", new Measurement(24, 1, 1)));
    assertThat(laps.growth("a", Corpus.S_TIMES_10, Corpus.S).median())
        .isCloseTo(24 / 7.0, within(1e-9));
    assertThat(laps.netGrowth("a", Corpus.S_TIMES_10, Corpus.S, Corpus.TINY).median())
        .isEqualTo(9.5);
  }

  private static Laps laps(Lap... laps) {
    return new Laps(List.of(laps));
  }

  private static Lap lap(int round, String contestant, double seconds) {
    return new Lap(round, Corpus.S, contestant, new Measurement(seconds, 1, 1));
  }

  @Test
  void medians_are_between_the_two_in_the_middle() {
    assertThat(new Numbers(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(new Numbers(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  @Test
  void what_is_unknown_is_refused_and_what_is_not_installed_left_out() {
    Contestants contestants = new Contestants(List.of(new Fake("a", "")));
    assertThat(contestants.labelled(List.of("a", "awk"))).hasSize(1);
    assertThatThrownBy(() -> contestants.labelled(List.of("perl")))
        .hasMessage("no contestant is named 'perl'");
  }
}
