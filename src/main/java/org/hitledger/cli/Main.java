package org.hitledger.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.hitledger.app.ExitCode;
import org.hitledger.spark.SparkApplication;

/** Where spark-submit enters. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /**
   * Runs the command. Returns for success and ends the process otherwise; but YARN, where it hosts
   * the driver, wants an exception for a failure, and nothing else. Any cluster that hosts the
   * driver takes a run that has salvaged for the success that it is.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    var application = new SparkApplication();
    var command =
        new Hitledger(stream(FileDescriptor.out), stream(FileDescriptor.err), application);
    int code = command.run(args);
    boolean hasFailed = !ExitCode.isOfSuccess(code);
    application.end(hasFailed ? code : ExitCode.COMPLETE.code());
    if (SparkApplication.isHostedByYarn()) {
      if (hasFailed) {
        throw new FailedRun(command.failure().orElse("no command was given; see --help"), code);
      }
    } else if (hasFailed || (code != ExitCode.COMPLETE.code() && !SparkApplication.isHosted())) {
      System.exit(code);
    }
  }

  /** Results are UTF-8, whatever the locale. */
  private static PrintStream stream(FileDescriptor descriptor) {
    var pipe = new PipeOutputStream(new FileOutputStream(descriptor));
    return new PrintStream(new BufferedOutputStream(pipe, BUFFER), true, StandardCharsets.UTF_8);
  }
}
