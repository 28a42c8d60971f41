package org.hitledger.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.hitledger.app.ExitCode;
import org.hitledger.spark.Session;

/** Where spark-submit enters. */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /**
   * Runs the command. Returns for success and ends the process otherwise, since a cluster manager
   * that hosts the driver takes even {@code exit(0)} for a failure.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    int code =
        new Hitledger(stream(FileDescriptor.out), stream(FileDescriptor.err), Session::start)
            .run(args);
    if (code != ExitCode.COMPLETE.code()) {
      System.exit(code);
    }
  }

  /** Results are UTF-8, whatever the locale. */
  private static PrintStream stream(FileDescriptor descriptor) {
    var pipe = new PipeOutputStream(new FileOutputStream(descriptor));
    return new PrintStream(new BufferedOutputStream(pipe, BUFFER), true, StandardCharsets.UTF_8);
  }
}
