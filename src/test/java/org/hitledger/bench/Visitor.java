package org.hitledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** Somebody who reads for a while: lines of one visitor have much in common, as in real logs. */
final class Visitor {
  private static final byte[] HERE = "http://www.example.org".getBytes(US_ASCII);
  private static final byte[] NOWHERE = {'-'};

  private final byte[] host;
  private final byte[] agent;
  private byte[] referer;

  private Visitor(byte[] host, byte[] agent, byte[] referer) {
    this.host = host;
    this.agent = agent;
    this.referer = referer;
  }

  static Visitor of(Site site, Dice dice) {
    String host =
        Texts.format(
            "%d.%d.%d.%d", dice.below(223) + 1, dice.below(256), dice.below(256), dice.below(256));
    return new Visitor(
        host.getBytes(US_ASCII),
        site.agents.pick(dice),
        dice.oneIn(3) ? NOWHERE : site.searches.pick(dice));
  }

  byte[] host() {
    return host;
  }

  byte[] agent() {
    return agent;
  }

  byte[] referer() {
    return referer;
  }

  /** From now on comes from this page. */
  void read(byte[] page) {
    var url = new ByteArrayOutputStream(HERE.length + page.length);
    url.writeBytes(HERE);
    url.writeBytes(page);
    referer = url.toByteArray();
  }
}
