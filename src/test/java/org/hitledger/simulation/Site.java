package org.hitledger.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.compression.Packing;
import org.hitledger.testing.LogFile;

/**
 * The folder of a site's logs: knows which file holds how much of which log, and does to files what
 * servers and rotations do. It refuses what no update could be right about: to delete what none has
 * seen, and to leave of a log that is entered nothing but its beginning.
 */
final class Site {
  private final Path folder;
  private final List<SiteLog> logs = new ArrayList<>();
  private final List<SiteFile> files = new ArrayList<>();

  Site(Path folder) {
    this.folder = folder;
    createFolder(folder.resolve("old"));
  }

  Path folder() {
    return folder;
  }

  List<SiteLog> logs() {
    return List.copyOf(logs);
  }

  List<SiteFile> files() {
    return List.copyOf(files);
  }

  Optional<SiteFile> current(int server) {
    return ofServer(server).filter(file -> file.place() == 0).findFirst();
  }

  Stream<SiteFile> ofServer(int server) {
    return files.stream().filter(file -> file.log().server == server);
  }

  boolean isTaken(Path path) {
    return files.stream().anyMatch(file -> file.path().equals(path));
  }

  /** A server opens its log: an empty file. */
  SiteFile create(SiteLog log, Path path) {
    logs.add(log);
    return add(new SiteFile(log, path, Optional.empty(), -1, 0));
  }

  /** A server writes, so that the file that grows with the log gets more. */
  void append(SiteFile live, List<String> whole, String part, String rest) {
    int before = live.log().length();
    live.log().write(whole, part, rest);
    byte[] all = live.log().bytes(live.log().length());
    try (var out = Files.newOutputStream(on(live), StandardOpenOption.APPEND)) {
      out.write(all, before, all.length - before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void move(SiteFile file, Path path, int place) {
    SiteFile moved = file.at(path, place);
    try {
      Files.move(on(file), on(moved));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.set(files.indexOf(file), moved);
  }

  /** A copy of what a file holds now. */
  SiteFile copy(SiteFile file, Path path, Optional<Packing> packing, int place) {
    return add(new SiteFile(file.log(), path, packing, file.length(), place));
  }

  /** Where a file is once it is packed. */
  static Path packed(SiteFile file, Packing packing) {
    return Path.of(file.path() + packing.suffix());
  }

  /** Packs a file as gzip does, which keeps its time, or another that does not. */
  void pack(SiteFile file, Packing packing, boolean keepsTime) {
    FileTime time = time(on(file));
    SiteFile packed = copy(file, packed(file, packing), Optional.of(packing), file.place());
    if (keepsTime) {
      setTime(packed, time);
    }
    remove(file);
  }

  /** The copy keeps what was logged, and the server goes on in the emptied file. */
  void copyAndTruncate(SiteFile live, Path copy, int place, SiteLog next) {
    copy(live, copy, Optional.empty(), place);
    live.log().end();
    files.remove(live);
    create(next, live.path());
  }

  void setTime(SiteFile file, FileTime time) {
    try {
      Files.setLastModifiedTime(on(file), time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** False if it is refused. */
  boolean delete(SiteFile file) {
    boolean isLive = file.isLive() && !file.log().hasEnded();
    if (isLive || isUnseen(file) || hasCutLog(without(file))) {
      return false;
    }
    remove(file);
    return true;
  }

  /** Whether it is the beginning of a log that is entered, and that no file holds all of. */
  boolean isCut(SiteFile file) {
    return isCut(file, files);
  }

  private List<SiteFile> without(SiteFile file) {
    return files.stream().filter(other -> !other.equals(file)).toList();
  }

  /** Whether there are lines in it that are entered from nowhere, nor stand elsewhere. */
  private boolean isUnseen(SiteFile file) {
    int elsewhere =
        without(file).stream()
            .filter(other -> other.log() == file.log())
            .mapToInt(SiteFile::readable)
            .max()
            .orElse(0);
    return Math.max(elsewhere, file.log().entered()) < file.readable();
  }

  private boolean hasCutLog(List<SiteFile> all) {
    return all.stream().anyMatch(file -> isCut(file, all));
  }

  /**
   * The beginning of a log that is nowhere whole; or one that shares a beginning with a longer log
   * that is nowhere whole, which the ledger's marks alone may not tell from its beginning.
   */
  private boolean isCut(SiteFile file, List<SiteFile> all) {
    String text = file.log().text(file.readable());
    Map<Boolean, List<SiteLog>> longer =
        logs.stream()
            .filter(log -> log.family == file.log().family && log.entered() > text.length())
            .collect(Collectors.partitioningBy(log -> log.text(text.length()).equals(text)));
    boolean isNowhereWhole = longer.get(true).stream().noneMatch(log -> isWhole(log, all));
    boolean mayBeTaken = longer.get(false).stream().anyMatch(log -> !isWhole(log, all));
    return !text.isEmpty() && (mayBeTaken || (!longer.get(true).isEmpty() && isNowhereWhole));
  }

  private static boolean isWhole(SiteLog log, List<SiteFile> all) {
    String entered = log.text(log.entered());
    return all.stream()
        .filter(file -> file.log().family == log.family && file.readable() >= entered.length())
        .anyMatch(file -> file.log().text(entered.length()).equals(entered));
  }

  private void remove(SiteFile file) {
    try {
      Files.delete(on(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.remove(file);
  }

  private SiteFile add(SiteFile file) {
    LogFile.writeBytes(on(file), file.log().bytes(file.length()));
    files.add(file);
    return file;
  }

  private Path on(SiteFile file) {
    return folder.resolve(file.path());
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
