package org.hitledger.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * Shows a page at a time, and asks before the next one. What is shown stays in the terminal, and
 * nothing is held here: rows come as they are asked for.
 */
final class Pager extends OutputStream {
  private static final String QUESTION = "-- more: space, line: enter, all: a, end: q --";
  private static final String CLEAR = "\r\u001B[K";
  private static final int CTRL_C = 3;
  private static final int CTRL_D = 4;

  private final Terminal terminal;
  private final OutputStream out;
  private Size size = new Size(0, 0);
  private int linesLeft;
  private int column;
  private State state = State.SHOWING;

  private enum State {
    SHOWING,
    ALL,
    LEFT
  }

  Pager(Terminal terminal, OutputStream out) {
    this.terminal = terminal;
    this.out = out;
  }

  /** What follows is another result. */
  void begin() {
    size = terminal.getSize();
    linesLeft = page();
    column = 0;
    state = page() > 0 ? State.SHOWING : State.ALL;
  }

  /** Without the line of the question; none where nobody knows how high the terminal is. */
  private int page() {
    return Math.max(0, size.getRows() - 1);
  }

  /** Whether the reader has seen enough. */
  boolean isLeft() {
    return state == State.LEFT;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int start = from;
    for (int at = from; at < from + length && state == State.SHOWING; at++) {
      if (linesLeft == 0) {
        out.write(bytes, start, at - start);
        start = at;
        ask();
      }
      count(bytes[at]);
    }
    if (state != State.LEFT) {
      out.write(bytes, start, from + length - start);
    }
  }

  /** A line that is too long for the terminal takes several of its own. */
  private void count(byte b) {
    boolean isWithinCharacter = (b & 0xC0) == 0x80;
    if (b == '\n') {
      linesLeft--;
      column = 0;
    } else if (!isWithinCharacter && ++column > size.getColumns() && size.getColumns() > 0) {
      linesLeft = Math.max(0, linesLeft - 1);
      column = 1;
    }
  }

  private void ask() throws IOException {
    out.write(QUESTION.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    answer(key());
    out.write(CLEAR.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void answer(int key) {
    switch (key) {
      case 'q', 'Q', CTRL_C, CTRL_D, -1 -> state = State.LEFT;
      case 'a' -> state = State.ALL;
      case '\r', '\n', 'j' -> linesLeft = 1;
      default -> linesLeft = page();
    }
  }

  /** Ctrl-C is a key here, so that it ends the showing and nothing else. */
  private int key() {
    Attributes before = terminal.enterRawMode();
    try {
      Attributes withoutSignals = terminal.getAttributes();
      withoutSignals.setLocalFlag(Attributes.LocalFlag.ISIG, false);
      terminal.setAttributes(withoutSignals);
      return terminal.reader().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      terminal.setAttributes(before);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
