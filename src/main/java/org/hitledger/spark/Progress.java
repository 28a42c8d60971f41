package org.hitledger.spark;

/** How far a run has come, at one moment. */
public sealed interface Progress {

  /**
   * What is being done.
   *
   * @return a few words, such as {@code counting lines}
   */
  String purpose();

  /**
   * How long it has been done.
   *
   * @return seconds since its start
   */
  double seconds();

  /**
   * The same figures at a later moment.
   *
   * @param more seconds after this one
   * @return with more seconds
   */
  Progress after(double more);

  /**
   * Something without figures.
   *
   * @param purpose what is done
   * @param seconds since its start
   */
  record Step(String purpose, double seconds) implements Progress {
    @Override
    public Step after(double more) {
      return new Step(purpose, seconds + more);
    }
  }

  /**
   * Something that Spark does in tasks, none of which says how far it is.
   *
   * @param purpose what is done
   * @param tasksDone tasks that have come to a good end
   * @param tasks all that are known so far
   * @param seconds since its start
   */
  record Work(String purpose, int tasksDone, int tasks, double seconds) implements Progress {
    @Override
    public Work after(double more) {
      return new Work(purpose, tasksDone, tasks, seconds + more);
    }
  }

  /**
   * The reading of logs.
   *
   * @param purpose what they are read for
   * @param filesDone files read to their end
   * @param files all files
   * @param bytesDone bytes read of them, as stored; never fewer than a moment before
   * @param bytes bytes of all files, as stored
   * @param seconds since its start
   */
  record Reading(
      String purpose, int filesDone, int files, long bytesDone, long bytes, double seconds)
      implements Progress {
    @Override
    public Reading after(double more) {
      return new Reading(purpose, filesDone, files, bytesDone, bytes, seconds + more);
    }

    /**
     * How fast it goes.
     *
     * @return bytes a second
     */
    public double rate() {
      return seconds > 0 ? bytesDone / seconds : 0;
    }

    /**
     * How long it will take at this rate.
     *
     * @return seconds; infinite before the first bytes are through
     */
    public double secondsLeft() {
      return (bytes - bytesDone) / rate();
    }
  }
}
