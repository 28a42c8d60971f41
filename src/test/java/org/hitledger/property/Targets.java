package org.hitledger.property;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hitledger.oracle.Oracle;

/** Request targets of one word, most of them about the section. */
final class Targets {
  private Targets() {}

  /** Every kind of target. */
  static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(14, joined(start(), path(), rest())), Tuple.of(1, Texts.requestWord(12)))
        .filter(target -> !target.isEmpty())
        .withoutEdgeCases();
  }

  /** Targets that end with a path's last segment, and with a scheme that knows parameters. */
  static Arbitrary<String> endingWithAPath() {
    return Combinators.combine(
            Arbitraries.of("/book", "http:/book", "//h", "http://h", "HTTPS://u@[::1]:80"),
            segment().list().ofMinSize(1).ofMaxSize(4))
        .as((start, segments) -> start + "/" + String.join("/", segments))
        .withoutEdgeCases();
  }

  /** What may follow a path's last segment and is no part of it. */
  static Arbitrary<String> parameters() {
    return Texts.requestWord(8).map(text -> ";" + withoutDelimiters(text));
  }

  private static Arbitrary<String> start() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, Arbitraries.just("")),
        Tuple.of(
            4,
            Arbitraries.of(
                "http://h",
                "HTTPS://u@h:80",
                "http:",
                "ftp://h",
                "urn:",
                "//h",
                "//[::1]:80",
                "//",
                ":",
                "1a:",
                "h\u00e9:")),
        Tuple.of(3, Arbitraries.of("//[h", "//h]", "http://[::1")),
        Tuple.of(1, joined(Arbitraries.of("//", "http://"), authority(), Arbitraries.just(""))),
        Tuple.of(1, Texts.requestWord(3).map(text -> text + ":")));
  }

  private static Arbitrary<String> authority() {
    return Texts.requestWord(4).map(Targets::withoutDelimiters);
  }

  private static Arbitrary<String> path() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(16, "/"), Tuple.of(1, "//"), Tuple.of(1, "///"), Tuple.of(1, "")),
            firstSegment(),
            segment().list().ofMaxSize(4),
            Arbitraries.frequency(
                Tuple.of(10, ""),
                Tuple.of(3, "/"),
                Tuple.of(1, "//"),
                Tuple.of(1, ".png"),
                Tuple.of(1, ".js"),
                Tuple.of(1, ".css"),
                Tuple.of(1, ".PNG"),
                Tuple.of(1, ".png/")))
        .as(
            (root, first, others, end) ->
                root
                    + Stream.concat(Stream.of(first), others.stream()).collect(joining("/"))
                    + end);
  }

  private static Arbitrary<String> firstSegment() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, Arbitraries.just("book")),
        Tuple.of(3, Arbitraries.of("", "", "Book", "boo", "books", "book;p")),
        Tuple.of(1, segment()));
  }

  private static Arbitrary<String> segment() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            6, Arbitraries.of("a", "b.html", "x;y", "", "..", "%2F", "\u00c3\u00a9", "\u00ff")),
        Tuple.of(1, Arbitraries.of(Oracle.defaultNames())),
        Tuple.of(2, Texts.requestWord(6).map(Targets::withoutDelimiters)));
  }

  private static Arbitrary<String> rest() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just("")),
        Tuple.of(
            1,
            joined(Arbitraries.of("?", "#"), Texts.requestWord(6), Arbitraries.of("", "#", "?"))));
  }

  private static String withoutDelimiters(String text) {
    return text.replaceAll("[/?#]", "_");
  }

  private static Arbitrary<String> joined(
      Arbitrary<String> one, Arbitrary<String> two, Arbitrary<String> three) {
    return Combinators.combine(one, two, three).as((a, b, c) -> a + b + c);
  }
}
