package org.hitledger.shell;

import java.util.List;
import java.util.Set;
import org.jline.reader.Completer;

/** The commands of the command line, as far as a prompt needs to know them. */
public interface Commands {
  /**
   * Which there are.
   *
   * @return their names
   */
  Set<String> names();

  /**
   * Runs one, and says what it has to say on the streams of the prompt.
   *
   * @param words the command's name and its arguments
   */
  void run(List<String> words);

  /**
   * Does something else that may fail as a command does, and says why if it does.
   *
   * @param work what it is
   */
  void attempt(Runnable work);

  /**
   * What can be written where the cursor is.
   *
   * @return for lines that begin with the name of a command: options and their values
   */
  Completer options();
}
