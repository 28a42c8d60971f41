package org.hitledger.logformat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.RequestLine;
import org.hitledger.bytes.Ascii;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.pattern.Fields;

/** The fields of a line, by the layout of its format. */
class LaidOutRecord implements AccessRecord {
  private static final ByteSlice NOTHING = ByteSlice.of(new byte[0]);

  private final Fields fields;
  private final Layout layout;

  LaidOutRecord(Fields fields, Layout layout) {
    this.fields = fields;
    this.layout = layout;
  }

  /** The request, if it is one: split, or put together. */
  Optional<RequestLine> requestLine() {
    return layout.has(AccessField.REQUEST)
        ? RequestLine.parse(fields.field(layout.slot(AccessField.REQUEST)))
        : RequestLine.ofParts(
            field(AccessField.METHOD),
            target(),
            orNothing(AccessField.QUERY),
            orNothing(AccessField.PROTOCOL));
  }

  private ByteSlice target() {
    return layout.has(AccessField.STEM_AND_QUERY)
        ? withoutDash(orNothing(AccessField.STEM_AND_QUERY))
        : orNothing(layout.has(AccessField.TARGET) ? AccessField.TARGET : AccessField.STEM);
  }

  private static ByteSlice withoutDash(ByteSlice target) {
    boolean isWithoutQuery =
        target.length() > 1 && target.indexOf('?') < 0 && target.array()[target.to() - 1] == '-';
    return isWithoutQuery ? target.endingAt(target.to() - 1) : target;
  }

  private ByteSlice orNothing(AccessField field) {
    return field(field).filter(text -> !text.is("-")).orElse(NOTHING);
  }

  private Optional<ByteSlice> field(AccessField field) {
    return layout.has(field) ? Optional.of(fields.field(layout.slot(field))) : Optional.empty();
  }

  /** Words of W3C logs and values of JSON may be anything: what is no number is none. */
  private Optional<ByteSlice> number(AccessField field) {
    return field(field).map(LaidOutRecord::digits).filter(digits -> digits.length() > 0);
  }

  /**
   * Without the {@code .0} that some programs write behind every number, and the plus by which
   * HAProxy says that it did not wait for the end.
   */
  private static ByteSlice digits(ByteSlice text) {
    int from = text.from() + (text.length() > 0 && text.array()[text.from()] == '+' ? 1 : 0);
    int end = from;
    while (end < text.to() && Ascii.isDigit(text.array()[end])) {
      end++;
    }
    int rest = end;
    while (rest < text.to() && text.array()[rest] == (rest == end ? '.' : '0')) {
      rest++;
    }
    return rest == text.to() ? new ByteSlice(text.array(), from, end) : NOTHING;
  }

  @Override
  public Optional<ByteSlice> host() {
    return layout.has(AccessField.HOST_LIST)
        ? field(AccessField.HOST_LIST).map(LaidOutRecord::firstOfList)
        : field(AccessField.HOST);
  }

  private static ByteSlice firstOfList(ByteSlice list) {
    int comma = list.indexOf(',');
    return comma < 0 ? list : list.endingAt(comma);
  }

  @Override
  public Optional<ByteSlice> identity() {
    return field(AccessField.IDENTITY);
  }

  @Override
  public Optional<ByteSlice> user() {
    return field(AccessField.USER);
  }

  @Override
  public Optional<ByteSlice> vhost() {
    return field(AccessField.VHOST);
  }

  @Override
  public Optional<ByteSlice> request() {
    return field(AccessField.REQUEST);
  }

  @Override
  public Optional<ByteSlice> status() {
    return number(AccessField.STATUS);
  }

  @Override
  public Optional<ByteSlice> size() {
    return number(AccessField.SIZE);
  }

  @Override
  public Optional<ByteSlice> referer() {
    return field(AccessField.REFERER);
  }

  @Override
  public Optional<ByteSlice> userAgent() {
    return field(AccessField.USER_AGENT);
  }

  @Override
  public Optional<ByteSlice> bytesReceived() {
    return number(AccessField.BYTES_RECEIVED);
  }

  @Override
  public Optional<ByteSlice> forwardedFor() {
    return field(
        layout.has(AccessField.HOST_LIST) ? AccessField.HOST_LIST : AccessField.FORWARDED_FOR);
  }

  /** The sum, if all parts of it are there. */
  @Override
  public OptionalLong durationMicros() {
    long sum = 0;
    for (int slot : layout.durations()) {
      OptionalLong part = layout.durationUnit().micros(fields.field(slot));
      if (part.isEmpty() || sum > Long.MAX_VALUE - part.getAsLong()) {
        return OptionalLong.empty();
      }
      sum += part.getAsLong();
    }
    return layout.durations().isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum);
  }

  @Override
  public Optional<ByteSlice> utcOffset() {
    return layout.time().utcOffset(fields);
  }

  @Override
  public Map<String, ByteSlice> extra() {
    Map<String, ByteSlice> extra = new LinkedHashMap<>();
    layout.extra().forEach((name, slot) -> extra.put(name, fields.field(slot)));
    return extra;
  }

  @Override
  public int unclaimedBytes() {
    return fields.unclaimedBytes();
  }
}
