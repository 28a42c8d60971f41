package org.hitledger.publish;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What {@code run.json} of results says.
 *
 * @param run what it says of any run
 * @param files all that has rows of them
 */
public record ResultsManifest(@JsonUnwrapped Manifest run, List<TableFile> files) {
  private static final ObjectMapper READER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  /** The part that is about files. */
  private record Files(
      // The first results did not list them.
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<TableFile> files) {}

  /** Takes a copy. */
  public ResultsManifest {
    files = List.copyOf(files);
  }

  /**
   * Reads which files results have had since they were written.
   *
   * @return none for those that say nothing of them
   */
  static List<TableFile> files(FileSystem fs, Path file) throws IOException {
    try (InputStream in = fs.open(file)) {
      return READER.readValue(in, Files.class).files();
    }
  }
}
