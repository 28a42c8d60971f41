package org.hitledger.logformat;

import org.hitledger.bytes.ByteSlice;

/**
 * One access to the site, with those details that decide how it is counted.
 *
 * @param record the line's fields as logged
 * @param request the request's parts
 * @param url the parts of the request's target
 * @param time when the server got the request
 */
public record Access(AccessRecord record, RequestLine request, UrlParts url, LogTime time)
    implements ParsedLine {

  /**
   * The path of the request's target, as sent.
   *
   * @return possibly without bytes
   */
  public ByteSlice path() {
    return url.path();
  }

  /**
   * The zone's offset as logged, such as {@code -0400}; the last of what stands between the
   * brackets.
   *
   * @return five bytes
   */
  public ByteSlice utcOffset() {
    ByteSlice text = record.time();
    return text.startingAt(text.to() - LogTime.OFFSET_BYTES);
  }
}
