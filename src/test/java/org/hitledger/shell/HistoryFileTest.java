package org.hitledger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir Path home;

  @Test
  void it_is_among_the_users_state_and_only_the_user_reads_it() throws Exception {
    assertThat(HistoryFile.of(Map.of("HOME", home.toString())))
        .contains(home.resolve(".local/state/hitledger/history"))
        .get()
        .satisfies(
            file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
    Path state = home.resolve("state");
    assertThat(HistoryFile.of(Map.of("HOME", "/nowhere", "XDG_STATE_HOME", state.toString())))
        .contains(state.resolve("hitledger/history"));
  }

  @Test
  void there_is_none_where_it_cannot_be_written() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThat(HistoryFile.of(Map.of("HOME", file.toString()))).isEmpty();
    assertThat(HistoryFile.of(Map.of())).isEmpty();
    assertThat(HistoryFile.of(Map.of("XDG_STATE_HOME", "relative"))).isEmpty();
  }
}
