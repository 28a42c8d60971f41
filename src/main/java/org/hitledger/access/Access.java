package org.hitledger.access;

/**
 * One access to the site, with those details that decide how it is counted.
 *
 * @param record the line's fields as logged
 * @param request the request's parts
 * @param path the path of the request's target, as sent
 * @param time when the server got the request
 */
public record Access(AccessRecord record, RequestLine request, ByteSlice path, LogTime time)
    implements ParsedLine {}
