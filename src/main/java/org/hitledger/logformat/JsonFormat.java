package org.hitledger.logformat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hitledger.access.Access;
import org.hitledger.access.LogTime;
import org.hitledger.access.ParsedLine;
import org.hitledger.access.RequestLine;
import org.hitledger.access.Unparsed;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.bytes.EscapedUtf8;
import org.hitledger.pattern.Fields;
import org.hitledger.pattern.Mismatch;

/** A format with an object of JSON a line. */
final class JsonFormat implements LogFormat, LineReader {
  private static final ByteSlice NONE = ByteSlice.of(new byte[] {'-'});

  private final String name;
  private final List<Directive> keys;
  private final Layout layout;
  private final List<String> timeKeys;
  private final List<String> requestKeys;

  /** In the order of their ranks. */
  private final Map<AccessField, List<String>> keysOf = new EnumMap<>(AccessField.class);

  /**
   * A format.
   *
   * @param name of the format
   * @param keys what they tell: the name of each is a key, with dots on the way down
   * @param zone of times that say none
   * @throws org.hitledger.fault.UsageFault if no key tells the time or the request
   */
  JsonFormat(String name, List<Directive> keys, ZoneId zone) {
    this.name = name;
    this.keys = List.copyOf(keys);
    layout = Layout.of(keys, zone, "--log-format");
    timeKeys = names(key -> key.meaning() instanceof Meaning.When);
    requestKeys = names(JsonFormat::tellsRequest);
    for (Directive key : keys) {
      if (key.meaning() instanceof Meaning.Tells tells) {
        keysOf.computeIfAbsent(tells.field(), field -> new ArrayList<>()).add(key.name());
      }
    }
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
  public String name() {
    return name;
  }

  @Override
  public LineReader reader() {
    return this;
  }

  @Override
  public ParsedLine read(byte[] line) {
    try {
      JsonFields fields = JsonFields.read(wellFormed(line));
      return hasOneOf(timeKeys, fields) && hasOneOf(requestKeys, fields)
          ? access(new ObjectRecord(fields))
          : Unparsed.NO_MATCH;
    } catch (IOException e) {
      return Unparsed.NO_MATCH;
    }
  }

  private static boolean hasOneOf(List<String> keys, JsonFields fields) {
    return keys.stream().anyMatch(fields::has);
  }

  /** In a text of JSON the escape of a byte that is no UTF-8 is itself escaped. */
  private static byte[] wellFormed(byte[] line) {
    return EscapedUtf8.escape(ByteSlice.of(line), "\\\\x");
  }

  private ParsedLine access(ObjectRecord record) {
    Optional<LogTime> time = layout.time().time(record.fields());
    if (time.isEmpty()) {
      return Unparsed.BAD_TIME;
    }
    Optional<RequestLine> request = record.requestLine();
    return new Access(record, time.get(), request, request.flatMap(RequestLine::url));
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
          new Mismatch(Math.max(1, e.getLocation().getColumnNr()), "an object of JSON, whole"));
    } catch (IOException e) {
      return Optional.of(new Mismatch(1, "one object of JSON"));
    }
  }

  private static String either(List<String> keys) {
    return String.join(" or ", keys);
  }

  /** The values of an object, in the order of the keys that tell something. */
  private final class Slots implements Fields {
    private final JsonFields values;

    Slots(JsonFields values) {
      this.values = values;
    }

    @Override
    public ByteSlice field(int slot) {
      return values.value(keyOf(slot), NONE);
    }

    /** Of keys that tell the same, the first that is there. */
    private String keyOf(int slot) {
      List<String> rivals = rivals(keys.get(slot));
      return rivals.stream().filter(values::has).findFirst().orElse(rivals.get(0));
    }

    @Override
    public int unclaimedBytes() {
      return 0;
    }
  }

  private List<String> rivals(Directive key) {
    return key.meaning() instanceof Meaning.Tells tells
        ? keysOf.get(tells.field())
        : List.of(key.name());
  }

  /** The fields of an object: what tells nothing else is extra, under its own key. */
  private final class ObjectRecord extends LaidOutRecord {
    private final Slots fields;
    private final Map<String, ByteSlice> values;

    ObjectRecord(JsonFields values) {
      this(new Slots(values), values);
    }

    private ObjectRecord(Slots fields, JsonFields values) {
      super(fields, layout);
      this.fields = fields;
      this.values = values.values();
    }

    Fields fields() {
      return fields;
    }

    @Override
    public Map<String, ByteSlice> extra() {
      Map<String, ByteSlice> extra = new LinkedHashMap<>(values);
      for (int slot = 0; slot < keys.size(); slot++) {
        if (!layout.extra().containsValue(slot)) {
          extra.remove(fields.keyOf(slot));
        }
      }
      return extra;
    }
  }
}
