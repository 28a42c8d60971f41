package org.hitledger.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * A log as its server writes it: text that only gets more, until it ends. Whatever files hold it,
 * and under whatever names, it stays one log.
 */
final class SiteLog {
  final int server;

  /** Logs that begin with the same lines have the same; others share not even their first line. */
  final int family;

  private final StringBuilder text = new StringBuilder();

  /** Lines that the log shall begin with, and are not written yet. */
  private final Deque<String> beginning;

  private String unfinished = "";
  private boolean hasEnded;
  private int entered;

  SiteLog(int server, int family, Collection<String> beginning) {
    this.server = server;
    this.family = family;
    this.beginning = new ArrayDeque<>(beginning);
  }

  /** Whether all that it begins with has been written. */
  boolean isPastBeginning() {
    return beginning.isEmpty();
  }

  /** Which line comes next. */
  String next(LineMaker lines) {
    if (!beginning.isEmpty()) {
      return beginning.removeFirst();
    }
    return text.isEmpty() ? lines.good() : lines.next();
  }

  /** What a server writes now, and the rest of a line that it does not finish now. */
  void write(List<String> whole, String part, String rest) {
    whole.forEach(line -> text.append(line).append('\n'));
    text.append(part);
    unfinished = rest;
  }

  /** The rest of a line that was begun, with its end; empty if none was. */
  String unfinished() {
    return unfinished;
  }

  void end() {
    hasEnded = true;
  }

  boolean hasEnded() {
    return hasEnded;
  }

  int length() {
    return text.length();
  }

  /** The first bytes, a char each. */
  String text(int length) {
    return text.substring(0, length);
  }

  /** The same as bytes. */
  byte[] bytes(int length) {
    return text(length).getBytes(ISO_8859_1);
  }

  /** Behind the last line end in the first so many bytes. */
  int wholeLines(int length) {
    return text.lastIndexOf("\n", length - 1) + 1;
  }

  /** Whole lines so far. */
  List<String> lines() {
    return text(wholeLines(length())).lines().toList();
  }

  /** How many bytes an update has entered. */
  int entered() {
    return entered;
  }

  void enter(int length) {
    entered = Math.max(entered, length);
  }
}
