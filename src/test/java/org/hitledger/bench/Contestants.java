package org.hitledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All programs that can be compared, on as many threads each. */
record Contestants(List<Contestant> all) {

  static Contestants on(int threads) {
    String master = "local[" + threads + "]";
    var all = new ArrayList<Contestant>();
    all.add(
        new SubmitRun(
            "hitledger",
            "our job, `./submit.sh --master %s -- count`".formatted(master),
            List.of("--master", master)));
    all.add(
        new SubmitRun(
            "hitledger-4g",
            "the same with `--driver-memory 4g`; Spark's default is 1g",
            List.of("--master", master, "--driver-memory", "4g")));
    all.add(new WarmRun(threads));
    all.add(DuckDbRun.strict(threads));
    all.add(DuckDbRun.brief(threads));
    AwkRun.ifInstalled(threads).ifPresent(all::add);
    all.add(new FloorRun(threads));
    all.add(TableRun.hitledger(threads));
    all.add(TableRun.duckDb(threads));
    all.add(PageRun.ofLogs(threads));
    all.add(PageRun.ofHits(threads));
    PageRun.goAccessIfInstalled().ifPresent(all::add);
    return new Contestants(List.copyOf(all));
  }

  /** Those with these labels; one that is not installed is left out. */
  List<Contestant> labelled(List<String> labels) {
    labels.stream().filter(label -> !isKnown(label)).findAny().ifPresent(Contestants::refuse);
    return labels.stream()
        .flatMap(label -> all.stream().filter(contestant -> contestant.label().equals(label)))
        .toList();
  }

  private boolean isKnown(String label) {
    return Stream.concat(Stream.of("awk", "goaccess"), all.stream().map(Contestant::label))
        .anyMatch(label::equals);
  }

  private static void refuse(String label) {
    throw new IllegalArgumentException("no contestant is named '" + label + "'");
  }
}
