package org.hitledger.cli;

import java.util.ArrayList;
import org.hitledger.logformat.LogFormats;

/** The names of log formats, for the help. */
final class FormatNames extends ArrayList<String> {
  private static final long serialVersionUID = 1L;

  FormatNames() {
    super(LogFormats.names());
  }
}
