package org.hitledger.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hitledger.spark.Progress;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String CLEAR = "\r\u001B[K";

  private final AtomicLong nanos = new AtomicLong();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(terminal, true, UTF_8);
  private final ProgressLine line = new ProgressLine(stream, nanos::get);

  private String shown() {
    return terminal.toString(UTF_8);
  }

  /** What a terminal would still show, of text without any other control. */
  private List<String> left() {
    var rows = new ArrayList<String>();
    for (String row : shown().split("\n", -1)) {
      int cleared = row.lastIndexOf(CLEAR);
      rows.add(cleared < 0 ? row : row.substring(cleared + CLEAR.length()));
    }
    return rows;
  }

  @Test
  void nothing_is_shown_until_it_is_begun() {
    line.show(new Progress.Step("publishing", 0));

    assertThat(shown()).isEmpty();
  }

  @Test
  void the_time_of_a_step_goes_on_without_news() {
    line.begin();
    line.show(new Progress.Step("publishing", 58.5));
    String before = shown();
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
    line.tick();
    assertThat(shown()).isEqualTo(before).contains("publishing  0:58");

    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(501));
    line.tick();
    line.end();
    assertThat(shown()).startsWith(before).contains("publishing  1:00").endsWith(CLEAR);
  }

  @Test
  void what_else_is_printed_stands_alone() {
    line.begin();
    line.show(new Progress.Step("publishing", 0));
    line.aside(
        () -> {
          line.show(new Progress.Step("not while this is printed", 0));
          stream.print("a note\n");
        });
    line.end();

    assertThat(shown()).doesNotContain("not while");
    assertThat(left()).containsExactly("a note", "");
  }

  @Test
  void bytes_are_shown_with_the_rate_and_the_time_left() {
    assertThat(
            ProgressText.of(
                new Progress.Reading("counting lines", 1, 3, 50_000_000, 1_250_000_000, 10)))
        .isEqualTo("counting lines  1 of 3 files  50.0 of 1,250.0 MB  5.0 MB/s  4:00 left");
    assertThat(ProgressText.of(new Progress.Reading("counting lines", 0, 1, 0, 1_000_000, 0)))
        .isEqualTo("counting lines  0 of 1 files  0.0 of 1.0 MB  0.0 MB/s  ");
    assertThat(ProgressText.of(new Progress.Work("writing the hits", 3, 1200, 75)))
        .isEqualTo("writing the hits  3 of 1,200 tasks  1:15");
  }
}
