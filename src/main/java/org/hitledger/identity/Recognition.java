package org.hitledger.identity;

/** What a file turns out to be. */
public sealed interface Recognition {

  /**
   * The file.
   *
   * @return its path with scheme
   */
  String name();

  /**
   * Whether all that can be read of it was entered before, from this file or from another one.
   *
   * @return false if it has something new, or something else
   */
  default boolean isEntered() {
    return this instanceof Unchanged
        || this instanceof Known
        || this instanceof Copy
        || this instanceof DamagedCopy;
  }

  /**
   * It is as it was, and was not looked into.
   *
   * @param log what it holds
   */
  record Unchanged(String name, KnownLog log) implements Recognition {}

  /**
   * It has all that is entered of a known log, and nothing more.
   *
   * @param log that log
   */
  record Known(TextFile file, KnownLog log) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }

    /**
     * Whether the log was seen in this file before.
     *
     * @return false if the file has another name
     */
    public boolean isUnderItsName() {
      return log.file(file.name()).isPresent();
    }

    /**
     * What is left for the next time.
     *
     * @return bytes of a last line without its end
     */
    public long rest() {
      return Math.max(0, file.text().total().bytes() - log.withEnd().bytes());
    }

    SeenFile seen() {
      return new SeenFile(file.name(), file.stamp(), log.entered().bytes(), rest());
    }
  }

  /**
   * It has all that is entered of a known log, and goes on.
   *
   * @param log that log
   */
  record Grown(TextFile file, KnownLog log) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }
  }

  /** It is a log of its own. */
  record New(TextFile file) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }
  }

  /**
   * It is the beginning of a log that is whole elsewhere.
   *
   * @param whole the file that has all of it
   */
  record Copy(TextFile file, String whole) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }
  }

  /**
   * It is the beginning of a known log as far as it can be read, and damaged behind it.
   *
   * @param log that log
   */
  record DamagedCopy(TextFile file, KnownLog log) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }
  }

  /**
   * It is the beginning of a known log that is nowhere whole: it was cut.
   *
   * @param log that log
   */
  record Shorter(TextFile file, KnownLog log) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }
  }

  /**
   * It begins like a known log, and goes on otherwise.
   *
   * @param log that log
   * @param equalUpTo how many bytes are surely those of the log
   */
  record Changed(TextFile file, KnownLog log, long equalUpTo) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }
  }

  /** It has no line that could be entered. */
  record Empty(TextFile file) implements Recognition {
    @Override
    public String name() {
      return file.name();
    }
  }
}
