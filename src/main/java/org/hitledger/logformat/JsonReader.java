package org.hitledger.logformat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hitledger.access.Access;
import org.hitledger.access.LogTime;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.Unparsed;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.pattern.Fields;
import org.hitledger.pattern.Mismatch;

/**
 * Reads objects of JSON. What a line's keys tell hangs on which of them it has: the parts of a
 * request count where it is not there whole.
 */
final class JsonReader implements LineReader {
  private static final int MOST_LAYOUTS = 1000;

  private static final ByteSlice NONE = ByteSlice.of(new byte[] {'-'});

  private final List<Directive> keys;
  private final ZoneId zone;
  private final List<String> timeKeys;
  private final List<String> requestKeys;

  /** By the keys that lines have: there are few kinds of lines, unless somebody means harm. */
  private final Map<BitSet, KeyLayout> layouts = new HashMap<>();

  JsonReader(List<Directive> keys, ZoneId zone) {
    this.keys = keys;
    this.zone = zone;
    timeKeys = names(key -> key.meaning() instanceof Meaning.When);
    requestKeys = names(JsonReader::tellsRequest);
  }

  private List<String> names(Predicate<Directive> wanted) {
    return keys.stream().filter(wanted).map(Directive::name).toList();
  }

  private static boolean tellsRequest(Directive key) {
    return key.meaning() instanceof Meaning.Tells tells
        && (tells.field() == AccessField.REQUEST
            || tells.field() == AccessField.TARGET
            || tells.field() == AccessField.STEM);
  }

  @Override
  public ParsedLine read(byte[] line) {
    try {
      JsonFields fields = JsonFields.read(wellFormed(line));
      return hasOneOf(timeKeys, fields) && hasOneOf(requestKeys, fields)
          ? access(new ObjectRecord(fields, layoutOf(fields)))
          : Unparsed.NO_MATCH;
    } catch (IOException e) {
      return Unparsed.NO_MATCH;
    }
  }

  static List<String> keysOf(byte[] line) {
    try {
      return List.copyOf(JsonFields.read(wellFormed(line)).values().keySet());
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean hasOneOf(List<String> keys, JsonFields fields) {
    for (String key : keys) {
      if (fields.has(key)) {
        return true;
      }
    }
    return false;
  }

  /** In a text of JSON the escape of a byte that is no UTF-8 is itself escaped. */
  private static byte[] wellFormed(byte[] line) {
    return EscapedUtf8.escape(ByteSlice.of(line), "\\\\x");
  }

  private KeyLayout layoutOf(JsonFields fields) {
    BitSet there = new BitSet(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      there.set(i, fields.has(keys.get(i).name()));
    }
    if (layouts.size() == MOST_LAYOUTS) {
      layouts.clear();
    }
    return layouts.computeIfAbsent(there, this::layoutOf);
  }

  private KeyLayout layoutOf(BitSet there) {
    List<Directive> used =
        IntStream.range(0, keys.size()).filter(there::get).mapToObj(keys::get).toList();
    return new KeyLayout(used, Layout.of(used, zone));
  }

  private static ParsedLine access(ObjectRecord record) {
    Optional<LogTime> time = record.time();
    if (time.isEmpty()) {
      return Unparsed.BAD_TIME;
    }
    return Access.of(record, time.get(), record.requestLine());
  }

  @Override
  public Optional<Mismatch> mismatch(byte[] line) {
    try {
      JsonFields fields = JsonFields.read(wellFormed(line));
      if (!hasOneOf(timeKeys, fields)) {
        return Optional.of(new Mismatch(1, "an object with the key " + either(timeKeys)));
      }
      return hasOneOf(requestKeys, fields)
          ? Optional.empty()
          : Optional.of(new Mismatch(1, "an object with the key " + either(requestKeys)));
    } catch (JsonProcessingException e) {
      return Optional.of(
          new Mismatch(column(e), "an object of JSON, whole (nginx writes one with escape=json)"));
    } catch (IOException e) {
      return Optional.of(new Mismatch(1, "one object of JSON"));
    }
  }

  /** Of what is nested too deeply no place is told. */
  private static int column(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
  }

  private static String either(List<String> keys) {
    return String.join(" or ", keys);
  }

  /**
   * What the keys of a line tell.
   *
   * @param keys those of the format that it has
   * @param layout what they tell, by their places among them
   */
  private record KeyLayout(List<Directive> keys, Layout layout) {}

  /** The values of the keys of a line, in the order of the format. */
  private record Slots(JsonFields values, List<Directive> keys) implements Fields {
    @Override
    public ByteSlice field(int slot) {
      return values.value(keys.get(slot).name(), NONE);
    }

    @Override
    public int unclaimedBytes() {
      return 0;
    }
  }

  /** The fields of an object: what tells nothing else is extra, under its own key. */
  private static final class ObjectRecord extends LaidOutRecord {
    private final Slots fields;
    private final Layout layout;

    ObjectRecord(JsonFields values, KeyLayout keys) {
      this(new Slots(values, keys.keys()), keys.layout());
    }

    private ObjectRecord(Slots fields, Layout layout) {
      super(fields, layout);
      this.fields = fields;
      this.layout = layout;
    }

    Optional<LogTime> time() {
      return layout.time().time(fields);
    }

    @Override
    public Map<String, ByteSlice> extra() {
      Map<String, ByteSlice> extra = fields.values().values();
      for (Directive key : fields.keys()) {
        if (!layout.extra().containsKey(key.name())) {
          extra.remove(key.name());
        }
      }
      return extra;
    }
  }
}
