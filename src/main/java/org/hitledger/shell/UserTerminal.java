package org.hitledger.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hitledger.fault.UsageFault;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** The terminal that a person sits at. */
final class UserTerminal {
  private UserTerminal() {}

  /**
   * Opens it. The way to it is named, and not looked up among JLine's: that look-up goes by files
   * on the class path, where an installation of Spark may have those of another JLine.
   *
   * @throws UsageFault if standard input or output is none
   */
  static Terminal open() {
    var provider = new ExecTerminalProvider();
    if (!provider.isSystemStream(SystemStream.Input)
        || !provider.isSystemStream(SystemStream.Output)) {
      throw new UsageFault(
          "the shell needs a terminal for what is typed and what is shown; for a script there is './submit.sh sql QUERY DIR', and every other command as it is");
    }
    try {
      return provider.sysTerminal(
          "hitledger",
          type(),
          false,
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_8,
          true,
          Terminal.SignalHandler.SIG_DFL,
          false,
          SystemStream.Output);
    } catch (IOException e) {
      throw new UsageFault(
          "the terminal cannot be set up: %s; is there an stty?".formatted(e.getMessage()), e);
    }
  }

  private static String type() {
    String type = System.getenv("TERM");
    return type == null || type.isBlank() ? Terminal.TYPE_DUMB : type;
  }
}
