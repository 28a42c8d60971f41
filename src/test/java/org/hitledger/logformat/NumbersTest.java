package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.logformat.Values.values;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Where a format takes any word for a number, what is none makes none. */
class NumbersTest {
  @Test
  void what_is_no_number_in_json_or_in_w3c_is_none() {
    assertThat(
            values(
                "json:time=t,target=u,status=s,bytes=b,bytes_received=r,duration=d:s",
                "{\"t\":\"2024-03-02T09:00:01Z\",\"u\":\"/a\",\"s\":200.0,\"b\":\"x\",\"r\":1e3,\"d\":\"\u0663\"}"))
        .containsEntry("status", "200")
        .doesNotContainKeys("bytes", "bytes_received", "duration");
    LineReader reader = LogFormats.of("w3c", ZoneOffset.UTC).reader();
    reader.read("#Fields: date time cs-uri-stem sc-status sc-bytes".getBytes(UTF_8));
    assertThat(values(reader, "2024-03-02 09:00:06 /a GET 12x"))
        .doesNotContainKeys("status", "bytes");
  }
}
