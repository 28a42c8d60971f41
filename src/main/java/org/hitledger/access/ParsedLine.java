package org.hitledger.access;

/** What became of one line: an access, or the reason why it is none. */
public sealed interface ParsedLine permits Access, Unparsed {}
