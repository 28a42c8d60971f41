package org.hitledger.logformat;

/** What a format must tell, and does not. */
enum Missing {
  TIME(
      "the log format has no time, or not its date and its time of day",
      "for it, such as %t of Apache or $time_local of nginx",
      "time=KEY"),
  REQUEST(
      "the log format has no request",
      "for it or for its target, such as %r of Apache or $request of nginx",
      "target=KEY or request=KEY");

  private final String what;
  private final String fields;
  private final String keys;

  Missing(String what, String fields, String keys) {
    this.what = what;
    this.fields = fields;
    this.keys = keys;
  }

  /** What is missing. */
  String what() {
    return what;
  }

  /** What, and what to do about a string of a server's configuration. */
  String inServersString() {
    return what + "; add the server's own field " + fields + ", in its configuration too";
  }

  /** What, and what to do about keys that a user names. */
  String inOwnKeys() {
    return what + "; add " + keys + " for the key that has it";
  }
}
