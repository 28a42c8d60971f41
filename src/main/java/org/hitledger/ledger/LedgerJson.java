package org.hitledger.ledger;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hitledger.identity.Damage;
import org.hitledger.identity.KnownLog;

/** Reads what updates have written of a ledger. People edit such files, and disks lose parts. */
final class LedgerJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          // What a later version has added is no reason not to read the rest.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .addMixIn(KnownLog.class, PerhapsWithoutDamage.class)
          .build();

  /** What was written down of logs before damage was has none. */
  private interface PerhapsWithoutDamage {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<Damage> damage();
  }

  private LedgerJson() {}

  /**
   * Reads a record.
   *
   * @param in all of its file
   * @param type of the record
   * @return with all of its values
   * @throws JsonProcessingException if the file has no such record, or not all of it
   * @throws IOException if the file cannot be read
   */
  static <T> T read(InputStream in, Class<T> type) throws IOException {
    T value = MAPPER.readValue(in, type);
    if (value == null) {
      throw new JsonParseException("there is null in place of the record");
    }
    return value;
  }
}
