package org.hitledger.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import org.hitledger.fault.InputFault;
import org.junit.jupiter.api.Test;

/** Files that change while they are read are found out. */
class UnchangedInputsTest extends InputFixture {
  @Test
  void accepts_files_that_stayed_as_they_were() {
    write("logs/a.log", "x");
    write("logs/b.log", "x");

    Inputs found = find("logs");

    assertThatCode(() -> found.requireUnchanged(hadoop)).doesNotThrowAnyException();
  }

  @Test
  void refuses_a_file_that_grew() throws IOException {
    Path log = write("a.log", "x");
    Inputs found = find("a.log");
    FileTime time = Files.getLastModifiedTime(log);

    write("a.log", "x and more");
    Files.setLastModifiedTime(log, time);

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessage(
            "file:%s changed while it was read (1 bytes of %s, now 10 bytes of %2$s);"
                    .formatted(log, time.toInstant().truncatedTo(ChronoUnit.MILLIS))
                + " run again when its log is rotated");
  }

  @Test
  void refuses_a_file_that_was_touched() throws IOException {
    Path log = write("a.log", "x");
    Inputs found = find("a.log");

    Files.setLastModifiedTime(log, FileTime.fromMillis(log.toFile().lastModified() - 5000));

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith("file:%s changed while it was read".formatted(log));
  }

  @Test
  void refuses_a_file_that_was_deleted() throws IOException {
    Path log = write("a.log", "x");
    Inputs found = find("a.log");

    Files.delete(log);

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessage(
            "file:%s vanished while it was read; run again without it or with it back"
                .formatted(log));
  }

  @Test
  void checks_every_file_for_changes() throws IOException {
    write("logs/a.log", "x");
    Path last = write("logs/b.log", "x");
    Inputs found = find("logs");

    Files.delete(last);

    assertThatThrownBy(() -> found.requireUnchanged(hadoop))
        .isInstanceOf(InputFault.class)
        .hasMessageContaining(last.toString());
  }
}
