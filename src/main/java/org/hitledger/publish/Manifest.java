package org.hitledger.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hitledger.identity.Damage;
import org.hitledger.rules.PathRules;
import org.hitledger.source.InputFile;

/**
 * What {@code run.json} says: from what, with what and by what the results beside it were made. Its
 * presence says that they are whole.
 *
 * @param versions of this program and of what it ran on, by name
 * @param started when the run began, UTC
 * @param ended when the results were complete, UTC
 * @param options the options given, by name
 * @param rules what decided which lines count
 * @param inputs the files read
 * @param left_out why files that were found are not read, by file
 * @param same_content files with equal content
 * @param damaged the files that were not read to their ends
 * @param totals lines by class, {@code lines_read}, and the number of {@code paths}, or of {@code
 *     rows} by periods
 */
public record Manifest(
    Map<String, String> versions,
    String started,
    String ended,
    Map<String, String> options,
    Rules rules,
    List<Input> inputs,
    Map<String, String> left_out,
    List<SameContent> same_content,
    List<Damage> damaged,
    Map<String, Long> totals) {

  private static final ObjectMapper READER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /**
   * What results say that were joined of those of several runs.
   *
   * @param runs their manifests, in their order
   * @param versions of this program and of what it ran on
   * @param options the options given, by name
   * @param totals of all of them
   * @return from the start of the first to the end of the last
   */
  public static Manifest joined(
      List<Manifest> runs,
      Map<String, String> versions,
      Map<String, String> options,
      Map<String, Long> totals) {
    Manifest last = runs.get(runs.size() - 1);
    var inputs = new LinkedHashMap<String, Input>();
    var leftOut = new LinkedHashMap<String, String>();
    for (Manifest run : runs) {
      run.inputs.forEach(input -> inputs.put(input.file, input));
      leftOut.putAll(run.left_out);
    }
    return new Manifest(
        versions,
        runs.get(0).started,
        last.ended,
        options,
        last.rules,
        List.copyOf(inputs.values()),
        leftOut,
        runs.stream().flatMap(run -> run.same_content.stream()).toList(),
        runs.stream().flatMap(run -> run.damaged.stream()).toList(),
        totals);
  }

  /** Reads what an earlier run has said. */
  static Manifest read(FileSystem fs, Path file) throws IOException {
    try (InputStream in = fs.open(file)) {
      return READER.readValue(in, Manifest.class);
    }
  }

  /** Whether a file is a manifest that this program has written. */
  static boolean isOurs(FileSystem fs, Path file) throws IOException {
    try (InputStream in = fs.open(file)) {
      return new ObjectMapper().readTree(in).at("/versions/hitledger").isTextual();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /**
   * One file.
   *
   * @param file its path with scheme
   * @param length its bytes as stored
   * @param modified when it was changed last, UTC
   * @param log_format given or found out
   */
  public record Input(String file, long length, String modified, String log_format) {
    /**
     * The entry for a file.
     *
     * @param input the file
     * @param logFormat its format's name
     * @return its entry
     */
    public static Input of(InputFile input, String logFormat) {
      return new Input(
          input.name(),
          input.length(),
          Instant.ofEpochMilli(input.modificationTime()).toString(),
          logFormat);
    }
  }

  /**
   * Files with equal content.
   *
   * @param counted their paths with scheme, of those that were read
   * @param left_out of the others
   */
  public record SameContent(List<String> counted, List<String> left_out) {
    /**
     * The entry for a group.
     *
     * @param group files with equal content
     * @param read the files read
     * @return its entry
     */
    public static SameContent of(List<InputFile> group, Set<InputFile> read) {
      return new SameContent(
          names(group.stream().filter(read::contains)),
          names(group.stream().filter(file -> !read.contains(file))));
    }

    private static List<String> names(Stream<InputFile> files) {
      return files.map(InputFile::name).toList();
    }
  }

  /**
   * The rules, under the names they have in their file.
   *
   * @param section the section counted
   * @param excluded_names segments excluded
   * @param excluded_extensions ends excluded
   * @param ignore_extension_case whether these are the same in upper and lower case
   * @param excluded_hosts hosts excluded
   * @param excluded_agents parts of user agents excluded
   */
  public record Rules(
      String section,
      List<String> excluded_names,
      List<String> excluded_extensions,
      boolean ignore_extension_case,
      List<String> excluded_hosts,
      List<String> excluded_agents) {
    /**
     * The entry for rules.
     *
     * @param rules the rules
     * @return their entry
     */
    public static Rules of(PathRules rules) {
      return new Rules(
          rules.section(),
          rules.excludedNames(),
          rules.excludedExtensions(),
          rules.ignoresExtensionCase(),
          rules.excludedHosts(),
          rules.excludedAgents());
    }

    /**
     * Whether others decide the same of every line. In which order they list their texts makes no
     * difference.
     *
     * @param others written at another time
     * @return false if they have other texts, or another section
     */
    public boolean areSameAs(Rules others) {
      return section.equals(others.section)
          && ignore_extension_case == others.ignore_extension_case
          && Set.copyOf(excluded_names).equals(Set.copyOf(others.excluded_names))
          && Set.copyOf(excluded_extensions).equals(Set.copyOf(others.excluded_extensions))
          && Set.copyOf(excluded_hosts).equals(Set.copyOf(others.excluded_hosts))
          && Set.copyOf(excluded_agents).equals(Set.copyOf(others.excluded_agents));
    }
  }
}
