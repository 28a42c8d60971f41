package org.hitledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands as people enter them. */
public final class Shell {
  private static final Pattern ADVICE =
      Pattern.compile(
          "(?:unpack it|rename it[^:]*): (.*?)(?:; then count '.*|; or replace .*|\n?$)",
          Pattern.DOTALL);

  private Shell() {}

  /** Does what a message says; it must go well, and without a word. */
  public static void follow(String message) {
    Matcher advice = ADVICE.matcher(message);
    assertThat(advice.find()).as(message).isTrue();
    Done done = run(Path.of("/"), advice.group(1));
    assertThat(done.output()).isEmpty();
    assertThat(done.code()).isZero();
  }

  /** Whether the machine has a program. */
  public static boolean has(String program) {
    return run(Path.of("."), "command -v " + program).code() == 0;
  }

  /** What a command did. */
  public record Done(int code, String output) {}

  /** Runs a command in a folder. */
  public static Done run(Path folder, String command) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Done(process.waitFor(), output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
