package org.hitledger.cluster;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What was asked of a server that speaks S3.
 *
 * @param method of HTTP; {@code COPY} for a PUT that names another key
 * @param key without its bucket
 * @param query as it was sent, empty if there was none
 */
record S3Request(String method, String key, String query) {

  /** By the lines up to the first empty one. */
  static S3Request of(String head) {
    String[] words = head.split("[ \r]", 3);
    String[] parts = words[1].split("\\?", 2);
    String key = parts[0].replaceFirst("^/[^/]*/?", "");
    boolean copies = head.toLowerCase(Locale.ROOT).contains("\r\nx-amz-copy-source:");
    return new S3Request(
        copies ? "COPY" : words[0],
        URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8),
        parts.length == 1 ? "" : parts[1]);
  }

  boolean writes() {
    return method.equals("PUT") || method.equals("COPY");
  }

  /** Several keys, in a page of a list. */
  boolean lists() {
    return method.equals("GET") && query.contains("list-type");
  }

  /** An object whose key begins so, or a part of it. */
  boolean gets(String prefix) {
    return method.equals("GET") && key.startsWith(prefix);
  }

  /** A part of an object that is nowhere before all of its parts are. */
  boolean isUploadedInPieces() {
    return query.contains("uploadId");
  }
}
