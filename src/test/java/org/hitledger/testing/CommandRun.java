package org.hitledger.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.hitledger.cli.Hitledger;
import org.hitledger.spark.Session;

/**
 * What one command line did.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record CommandRun(int code, String out, String err) {

  /** Runs a command line in this JVM, on the shared Spark. */
  public static CommandRun of(Object... words) {
    return on(SharedSpark.sessions(), words);
  }

  /** The same, on sessions that the test has its hands in. */
  public static CommandRun on(Session.Source sessions, Object... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    String[] args = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      args[i] = words[i].toString();
    }
    int code = new Hitledger(stream(out), stream(err), sessions).run(args);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
