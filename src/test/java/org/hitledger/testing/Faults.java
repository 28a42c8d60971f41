package org.hitledger.testing;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;

/**
 * Counts the calls to {@link FaultFileSystem}, and lets one of them go wrong. A configuration holds
 * only texts, so that a file system finds its faults by their name.
 */
public final class Faults {
  static final String NAME = "fs.fault.name";

  private static final Map<String, Faults> ALL = new ConcurrentHashMap<>();

  /** How a call goes wrong. */
  public enum Kind {
    /** It does nothing and says so; the calls after it go through. */
    FAILS,
    /** It does what it was asked for, but the answer is an error; the calls after it go through. */
    LOSES_ITS_ANSWER,
    /** It does nothing, and no call after it does, as when the process is killed. */
    DIES
  }

  /** What a call does if it goes well. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }

  private final Kind kind;
  private final int strikesAt;
  private final AtomicInteger calls = new AtomicInteger();

  private Faults(Kind kind, int strikesAt) {
    this.kind = kind;
    this.strikesAt = strikesAt;
  }

  /** None: calls are only counted. */
  public static Faults none() {
    return new Faults(Kind.FAILS, Integer.MAX_VALUE);
  }

  /** One, at a call, counted from 1. */
  public static Faults at(Kind kind, int call) {
    return new Faults(kind, call);
  }

  /** The scheme {@code fault:}, with these faults. */
  public Configuration hadoop() {
    String name = UUID.randomUUID().toString();
    ALL.put(name, this);
    var hadoop = new Configuration(false);
    hadoop.set(NAME, name);
    hadoop.set("fs.fault.impl", FaultFileSystem.class.getName());
    hadoop.setBoolean("fs.fault.impl.disable.cache", true);
    hadoop.set("fs.AbstractFileSystem.fault.impl", FaultFs.class.getName());
    return hadoop;
  }

  static Faults of(Configuration hadoop) {
    return ALL.get(hadoop.get(NAME));
  }

  /** How many calls there were. */
  public int calls() {
    return calls.get();
  }

  <T> T pass(Call<T> call) throws IOException {
    int number = calls.incrementAndGet();
    if (number == strikesAt && kind == Kind.LOSES_ITS_ANSWER) {
      call.run();
    }
    if (number == strikesAt || (number > strikesAt && kind == Kind.DIES)) {
      throw new IOException("call %d went wrong".formatted(number));
    }
    return call.run();
  }
}
