package org.hitledger.access;

import java.util.Optional;

/**
 * One access to the site, with those details that decide how it is counted.
 *
 * @param record the line's fields as logged
 * @param time when the server got the request
 * @param request the request's parts; nothing if what the client sent is no request
 * @param url the parts of the request's target; nothing if it is none, or its authority is broken
 */
public record Access(
    AccessRecord record, LogTime time, Optional<RequestLine> request, Optional<UrlParts> url)
    implements ParsedLine {

  /**
   * The access that a line tells of.
   *
   * @param record its fields as logged
   * @param time when the server got the request
   * @param request the request's parts; nothing if what the client sent is no request
   * @return with the parts of the request's target
   */
  public static Access of(AccessRecord record, LogTime time, Optional<RequestLine> request) {
    return new Access(record, time, request, request.flatMap(RequestLine::url));
  }
}
