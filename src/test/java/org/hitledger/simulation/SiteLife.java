package org.hitledger.simulation;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.hitledger.compression.Packing;

/**
 * What happens at a site, one thing after the other, at random: three servers write lines and parts
 * of lines, their logs are rotated by name, by date and by copytruncate, packed at any later time,
 * copied, moved and deleted.
 */
final class SiteLife {
  private static final int SERVERS = 3;
  private static final int CHAIN = 4;

  /** Of lines that logs of two servers begin with: the last are more than 4 KiB. */
  private static final List<Integer> SHARED = List.of(1, 2, 30, 70);

  private final Site site;
  private final Random random;
  private final LineMaker lines;
  private int numbers;

  SiteLife(Site site, Random random, LineMaker lines) {
    this.site = site;
    this.random = random;
    this.lines = lines;
    for (int server = 0; server < SERVERS; server++) {
      open(server, List.of(), ++numbers);
    }
  }

  /** One thing happens; returns what. */
  String step() {
    int kind = random.nextInt(100);
    if (kind < 50) {
      return append();
    } else if (kind < 58) {
      return rotate();
    } else if (kind < 63) {
      return truncate();
    } else if (kind < 67) {
      return date();
    } else if (kind < 80) {
      return pack();
    } else if (kind < 86) {
      return copy();
    } else if (kind < 91) {
      return move();
    } else if (kind < 96) {
      return delete();
    }
    return kind < 98 ? end() : touch();
  }

  private String append() {
    Optional<SiteFile> chosen = choose(SiteLife::isWritten);
    if (chosen.isEmpty()) {
      return "nothing to append to";
    }
    SiteFile file = chosen.get();
    finishLine(file);
    writeLines(file, random.nextInt(6) + (random.nextInt(8) == 0 ? 40 : 0));
    if (random.nextInt(3) == 0) {
      String line = file.log().next(lines) + "\n";
      int cut = random.nextInt(line.length());
      site.append(file, List.of(), line.substring(0, cut), line.substring(cut));
    }
    return "append to " + file.path();
  }

  private void writeLines(SiteFile file, int count) {
    var whole = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      whole.add(file.log().next(lines));
    }
    site.append(file, whole, "", "");
    goOnWhileCut(file);
  }

  private void finishLine(SiteFile file) {
    if (!file.log().unfinished().isEmpty()) {
      site.append(file, List.of(), file.log().unfinished(), "");
      writeLines(file, 0);
    }
  }

  /** Until a log differs from another that it begins like, and that stands nowhere any more. */
  private void goOnWhileCut(SiteFile file) {
    while (site.isCut(file)) {
      site.append(file, List.of(file.log().next(lines)), "", "");
    }
  }

  private static boolean isWritten(SiteFile file) {
    return file.isLive() && !file.log().hasEnded();
  }

  /** access.log becomes access.log.1, which may be written on for a while, and so on. */
  private String rotate() {
    int server = random.nextInt(SERVERS);
    SiteFile current = site.current(server).orElseThrow();
    shiftChain(server);
    site.move(current, chained(server, 1, ""), 1);
    endSometimes(site.ofServer(server).filter(file -> file.place() == 1).findFirst().get());
    reopen(server);
    return "rotate " + current.path();
  }

  private void shiftChain(int server) {
    List<SiteFile> chain =
        site.ofServer(server)
            .filter(file -> file.place() > 0)
            .sorted(Comparator.comparing(SiteFile::place).reversed())
            .toList();
    for (SiteFile file : chain) {
      if (file.place() < CHAIN || !site.delete(file)) {
        site.move(file, chained(server, file.place() + 1, file.suffix()), file.place() + 1);
      }
    }
  }

  private static Path chained(int server, int place, String suffix) {
    return Path.of("web%d-access.log.%d%s".formatted(server, place, suffix));
  }

  private static Path currentPath(int server) {
    return Path.of("web%d-access.log".formatted(server));
  }

  private void endSometimes(SiteFile file) {
    if (random.nextInt(3) > 0) {
      end(file);
    }
  }

  /** With its last line whole, or as when a server dies. */
  private void end(SiteFile file) {
    finishLine(file);
    if (file.log().isPastBeginning() && file.log().length() > 0 && random.nextInt(4) == 0) {
      site.append(file, List.of(), "~%d".formatted(++numbers), "");
    }
    file.log().end();
  }

  private String end() {
    Optional<SiteFile> lingering = choose(file -> isWritten(file) && file.place() != 0);
    lingering.ifPresent(this::end);
    return "end " + lingering.map(SiteFile::path);
  }

  /** A new log: of its own, or with the beginning of another server's, old or just as new. */
  private void reopen(int server) {
    Optional<SiteLog> other = choose(log -> mayShare(log, server), site.logs());
    if (other.isEmpty() || random.nextInt(3) > 0) {
      open(server, List.of(), ++numbers);
      return;
    }
    List<String> begun = other.get().lines();
    int shared = Math.min(begun.size(), SHARED.get(random.nextInt(SHARED.size())));
    open(server, begun.subList(0, shared), other.get().family);
  }

  /** One log of a family for each server: under its path no other began likewise. */
  private boolean mayShare(SiteLog log, int server) {
    return !log.lines().isEmpty()
        && isHeld(log)
        && site.logs().stream()
            .noneMatch(known -> known.family == log.family && known.server == server);
  }

  private boolean isHeld(SiteLog log) {
    return site.files().stream().anyMatch(file -> file.log() == log);
  }

  private void open(int server, List<String> beginning, int family) {
    site.create(new SiteLog(server, family, beginning), currentPath(server));
  }

  private String truncate() {
    int server = random.nextInt(SERVERS);
    SiteFile current = site.current(server).orElseThrow();
    finishLine(current);
    shiftChain(server);
    SiteLog next = new SiteLog(server, ++numbers, List.of());
    site.copyAndTruncate(current, chained(server, 1, ""), 1, next);
    return "copytruncate " + current.path();
  }

  private String date() {
    int server = random.nextInt(SERVERS);
    SiteFile current = site.current(server).orElseThrow();
    Path dated = Path.of("web%d-access.log-20240%d".formatted(server, 1000 + ++numbers));
    site.move(current, dated, -1);
    endSometimes(site.ofServer(server).filter(file -> file.path().equals(dated)).findFirst().get());
    reopen(server);
    return "rotate %s to %s".formatted(current.path(), dated);
  }

  private String pack() {
    Packing packing = packing();
    Optional<SiteFile> chosen =
        choose(file -> mayBePacked(file) && !site.isTaken(Site.packed(file, packing)));
    chosen.ifPresent(file -> site.pack(file, packing, random.nextBoolean()));
    return "pack " + chosen.map(SiteFile::path);
  }

  private static boolean mayBePacked(SiteFile file) {
    return file.packing().isEmpty() && file.log().hasEnded() && isWholeAtEnd(file);
  }

  /** Whether its last line is whole, or will never be. */
  private static boolean isWholeAtEnd(SiteFile file) {
    return file.readable() == file.length() || file.length() == file.log().length();
  }

  private String copy() {
    Optional<SiteFile> chosen = choose(file -> true);
    if (chosen.isEmpty()) {
      return "nothing to copy";
    }
    SiteFile file = chosen.get();
    boolean mayPack = file.readable() == file.length() && random.nextBoolean();
    Optional<Packing> packing = mayPack ? Optional.of(packing()) : Optional.empty();
    String suffix = packing.map(Packing::suffix).orElse(".bak");
    String name = "web%d-copy-%d.log%s".formatted(file.log().server, ++numbers, suffix);
    if (file.packing().isPresent() && packing.isEmpty() && isCutByUnpacking(file)) {
      return "nothing to copy";
    }
    site.copy(file, Path.of(name), packing, -1);
    return "copy %s to %s".formatted(file.path(), name);
  }

  private static boolean isCutByUnpacking(SiteFile file) {
    return file.log().wholeLines(file.length()) < file.length();
  }

  private String move() {
    Optional<SiteFile> chosen = choose(file -> file.place() != 0 && file.path().getNameCount() < 2);
    Optional<Path> to = chosen.map(file -> Path.of("old").resolve(file.path()));
    if (to.isEmpty() || site.isTaken(to.get())) {
      return "nothing to move";
    }
    site.move(chosen.get(), to.get(), -1);
    return "move to " + to.get();
  }

  private String delete() {
    Optional<SiteFile> chosen = choose(file -> file.place() != 0);
    boolean done = chosen.filter(site::delete).isPresent();
    return (done ? "delete " : "refused to delete ") + chosen.map(SiteFile::path);
  }

  /** As a restored backup has it. */
  private String touch() {
    Optional<SiteFile> chosen = choose(file -> true);
    Instant time = Instant.now().minus(Duration.ofMinutes(random.nextInt(100_000)));
    chosen.ifPresent(file -> site.setTime(file, FileTime.from(time)));
    return "touch " + chosen.map(SiteFile::path);
  }

  private Packing packing() {
    return Packing.values()[random.nextInt(Packing.values().length)];
  }

  private Optional<SiteFile> choose(Predicate<SiteFile> fits) {
    return choose(fits, site.files());
  }

  private <T> Optional<T> choose(Predicate<T> fits, List<T> all) {
    List<T> fitting = all.stream().filter(fits).toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(random.nextInt(fitting.size())));
  }
}
