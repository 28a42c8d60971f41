package org.hitledger.spark;

/**
 * How far the reading of the logs has come.
 *
 * @param filesDone files read to their end
 * @param files all files
 * @param bytesDone bytes read of them, as stored
 * @param bytes bytes of all files, as stored
 * @param seconds since the start of the job
 */
public record Progress(int filesDone, int files, long bytesDone, long bytes, double seconds) {

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
