package org.hitledger.logformat;

/** What a field of a line can tell of an access, apart from its time. */
enum AccessField {
  HOST,
  /** A list of addresses: the first is the host, all are for whom proxies asked. */
  HOST_LIST,
  IDENTITY,
  USER,
  VHOST,
  /** The request as one text, which is split. */
  REQUEST,
  METHOD,
  /** The target whole. */
  TARGET,
  /** The target without its query. */
  STEM,
  /** With or without its question mark. */
  QUERY,
  /** As nginx writes the two one behind the other: the path, and a query or a dash for none. */
  STEM_AND_QUERY,
  PROTOCOL,
  STATUS,
  SIZE,
  REFERER,
  USER_AGENT,
  BYTES_RECEIVED,
  FORWARDED_FOR
}
