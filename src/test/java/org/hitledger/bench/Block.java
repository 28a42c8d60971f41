package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * Consecutive lines of a log. A block hangs on nothing but its number, so that blocks can be made
 * in any order and by any number of threads, and cut into any files.
 */
final class Block {
  static final int LINES = 100;

  /** Of a thousand requests, those for pages. */
  private static final int PAGES = 500;

  private static final int SECONDS = 50;
  private static final int VISITORS_AT_A_TIME = 16;
  private static final long SEED = 2012;
  private static final OffsetDateTime START =
      OffsetDateTime.of(2012, 6, 1, 0, 0, 0, 0, ZoneOffset.ofHours(-4));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);
  private static final byte[] BEFORE_TIME = ascii(" - - [");
  private static final byte[] BEFORE_TARGET = ascii("] \"GET ");
  private static final byte[] AFTER_TARGET = ascii(" HTTP/1.1\" ");
  private static final byte[] BEFORE_REFERER = ascii(" \"");
  private static final byte[] BEFORE_AGENT = ascii("\" \"");
  private static final byte[] QUOTE = ascii("\"");
  private static final byte[] NOT_MODIFIED = ascii("304 -");
  private static final byte[] ROOT = ascii("/");

  private final Site site;
  private final ByteArrayOutputStream out;
  private final OffsetDateTime start;
  private final Dice dice;
  private final OddLines oddLines;
  private final Visitor[] visitors = new Visitor[VISITORS_AT_A_TIME];

  private Block(Site site, int number, ByteArrayOutputStream out) {
    this.site = site;
    this.out = out;
    start = START.plusSeconds((long) number * SECONDS);
    dice = new Dice(SEED * 1_000_003 + number);
    oddLines = new OddLines(dice);
    Arrays.setAll(visitors, i -> Visitor.of(site, dice));
  }

  /** Appends the lines of one block. */
  static void write(Site site, int number, ByteArrayOutputStream out) {
    new Block(site, number, out).writeLines();
  }

  private void writeLines() {
    for (int second = 0; second < SECONDS; second++) {
      byte[] time = ascii(TIME.format(start.plusSeconds(second)));
      for (int i = 0; i < LINES / SECONDS; i++) {
        writeLine(time);
      }
    }
  }

  private void writeLine(byte[] time) {
    if (dice.oneIn(400)) {
      out.writeBytes(oddLines.any(new String(time, US_ASCII)));
    } else {
      writeAccess(time, visitor());
    }
    out.write('\n');
  }

  private Visitor visitor() {
    int i = dice.below(VISITORS_AT_A_TIME);
    if (dice.oneIn(4)) {
      visitors[i] = Visitor.of(site, dice);
    }
    return visitors[i];
  }

  private void writeAccess(byte[] time, Visitor visitor) {
    int kind = dice.below(1_000);
    byte[] target = target(kind);
    put(visitor.host(), BEFORE_TIME, time, BEFORE_TARGET);
    put(kind < 20 ? oddLines.variantOf(target) : target, AFTER_TARGET);
    put(dice.oneIn(9) ? NOT_MODIFIED : answer(target));
    if (kind != 20) {
      put(BEFORE_REFERER, visitor.referer(), BEFORE_AGENT, visitor.agent(), QUOTE);
    }
    if (kind < PAGES) {
      visitor.read(target);
    }
  }

  /** The same page has the same size each time. */
  private static byte[] answer(byte[] target) {
    int hash = Arrays.hashCode(target);
    return ascii((hash % 40 == 0 ? "404 " : "200 ") + (300 + (hash & 0x7FFF)));
  }

  private void put(byte[]... parts) {
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
  }

  private byte[] target(int kind) {
    if (kind < PAGES) {
      return site.pages.pick(dice);
    }
    if (kind < 700) {
      return site.pictures.pick(dice);
    }
    if (kind < 740) {
      return site.excludedNames.pick(dice);
    }
    if (kind < 820) {
      return site.partsOfPages.pick(dice);
    }
    return kind < 970 ? site.outside.pick(dice) : ROOT;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
