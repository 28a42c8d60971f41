package org.hitledger.publish;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;

class WholeFileTest {
  @Test
  void a_full_disk_is_told_as_all_that_goes_wrong_with_files() throws IOException {
    try (var local = new RawLocalFileSystem()) {
      local.initialize(URI.create("file:///"), new Configuration(false));
      assertThatThrownBy(
              () ->
                  WholeFile.write(
                      new byte[100_000], local.createFile(new Path("/dev/full")).overwrite(true)))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }
}
