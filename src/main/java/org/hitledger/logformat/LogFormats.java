package org.hitledger.logformat;

/** The formats that are known. */
public final class LogFormats {
  private LogFormats() {}

  /**
   * The format of a name.
   *
   * @param name as {@link LogFormat#name} gives it
   * @return the format
   */
  public static LogFormat named(String name) {
    return new Combined(name);
  }
}
