package org.hitledger.cluster;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shell in a pseudo-terminal of 24 lines, and who types there and reads what is shown. */
final class TypedSession implements AutoCloseable {
  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";
  static final String TAB = "\t";
  private static final String PROMPT = "hitledger> ";

  private final Process process;
  private final Reader shown;
  private final StringBuilder unread = new StringBuilder();

  private TypedSession(Process process) {
    this.process = process;
    shown = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
  }

  /** Starts {@code ./submit.sh shell}, which keeps what is typed below a folder. */
  static TypedSession in(Path state, Path results) throws IOException {
    Packaged.mark();
    String command =
        "stty rows 24 cols 100; exec env --default-signal=INT %s --master 'local[2]' -- shell '%s'"
            .formatted(Path.of("submit.sh").toAbsolutePath(), results);
    var builder =
        new ProcessBuilder(List.of("script", "-qfec", command, "/dev/null"))
            .redirectErrorStream(true);
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("XDG_STATE_HOME", state.toString());
    return new TypedSession(builder.start());
  }

  /** Presses keys. */
  void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Types a line, and gives what is shown until the prompt is back. */
  String enter(String line) throws IOException {
    type(line + "\r");
    // The line itself, and its end.
    await("\n");
    return awaitPrompt();
  }

  /** What is shown until the prompt is. */
  String awaitPrompt() throws IOException {
    return await(Pattern.quote(PROMPT));
  }

  /** What is shown until a pattern is found in it, that included. */
  String await(String pattern) throws IOException {
    Pattern awaited = Pattern.compile(pattern);
    Matcher found = awaited.matcher(unread);
    while (!found.find()) {
      int c = shown.read();
      if (c < 0) {
        throw new IOException("it ended before '%s':%n%s".formatted(pattern, unread));
      }
      unread.append((char) c);
      found = awaited.matcher(unread);
    }
    String seen = unread.substring(0, found.end());
    unread.delete(0, found.end());
    return seen;
  }

  /** Waits until it has ended, and gives its exit code. */
  int end() throws IOException, InterruptedException {
    while (shown.read() >= 0) {
      // What it says at its end.
    }
    return process.waitFor();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
