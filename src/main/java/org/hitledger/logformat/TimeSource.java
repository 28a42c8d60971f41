package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hitledger.access.LogTime;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.pattern.Fields;
import org.hitledger.timetext.ClfTime;
import org.hitledger.timetext.TimeParts;
import org.hitledger.timetext.TimeText;

/**
 * Where the time of an access stands among the fields of its line: in one, or in several that make
 * it together; or else in others, for lines in which the first have none.
 */
final class TimeSource {
  private static final int NOWHERE = -1;

  private final List<List<Part>> choices;
  private final ZoneId zone;

  /** Where a time stands that most formats have, if this is one: it is read with less ado. */
  private final int clfSlot;

  /**
   * A part of a time.
   *
   * @param slot of its field
   * @param text how it is written
   */
  record Part(int slot, TimeText text) {}

  /**
   * A source.
   *
   * @param choices the parts of each time; the first that is there counts
   * @param zone of times that say none
   */
  TimeSource(List<List<Part>> choices, ZoneId zone) {
    this.choices = List.copyOf(choices);
    this.zone = zone;
    clfSlot = choices.size() == 1 ? clfSlot(choices.get(0)) : NOWHERE;
  }

  private static int clfSlot(List<Part> parts) {
    Part first = parts.get(0);
    return parts.size() == 1 && first.text() instanceof ClfTime ? first.slot() : NOWHERE;
  }

  /** Whether parts make a time: a date, and a time of day. */
  static boolean isWhole(List<Part> parts) {
    return parts.stream().anyMatch(part -> part.text().hasDate())
        && parts.stream().anyMatch(part -> part.text().hasClock());
  }

  /** The time, if it is one. */
  Optional<LogTime> time(Fields fields) {
    return clfSlot == NOWHERE
        ? read(parts(fields), fields).flatMap(read -> read.time(zone))
        : LogTime.parse(fields.field(clfSlot));
  }

  /** The offset of a time that is one, as logged or as Apache would. */
  Optional<ByteSlice> utcOffset(Fields fields) {
    if (clfSlot == NOWHERE) {
      return read(parts(fields), fields)
          .flatMap(TimeParts::offset)
          .map(offset -> ByteSlice.of(offset.getBytes(US_ASCII)));
    }
    ByteSlice text = fields.field(clfSlot);
    return Optional.of(text.startingAt(text.to() - LogTime.OFFSET_BYTES));
  }

  private static Optional<TimeParts> read(List<Part> parts, Fields fields) {
    var into = new TimeParts();
    for (Part part : parts) {
      if (!part.text().read(fields.field(part.slot()), into)) {
        return Optional.empty();
      }
    }
    return Optional.of(into);
  }

  private List<Part> parts(Fields fields) {
    if (choices.size() == 1) {
      return choices.get(0);
    }
    for (List<Part> choice : choices) {
      if (!fields.field(choice.get(0).slot()).is("-")) {
        return choice;
      }
    }
    return choices.get(0);
  }
}
