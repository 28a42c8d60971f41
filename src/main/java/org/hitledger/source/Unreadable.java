package org.hitledger.source;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.security.AccessControlException;
import org.hitledger.fault.InputFault;

/** Says why something cannot be read, in the words of people. */
public final class Unreadable {
  private Unreadable() {}

  /**
   * The fault behind an exception.
   *
   * @param name of what cannot be read, as a user knows it
   * @param e what a file system has thrown
   * @return the fault to throw
   */
  public static InputFault because(Exception e, String name) {
    if (e instanceof FileNotFoundException) {
      return new InputFault(
          "%s vanished while it was looked at; run again without it or with it back"
              .formatted(name),
          e);
    }
    if (e instanceof AccessControlException || e instanceof AccessDeniedException) {
      return new InputFault(
          "%s: no permission to read it; check %s".formatted(name, whatPermits(name)), e);
    }
    if (isForWantOfBucket(e)) {
      return new InputFault(
          "%s: there is no such bucket; check its name, and fs.s3a.endpoint if it is not Amazon's"
              .formatted(name),
          e);
    }
    return new InputFault("%s cannot be read: %s".formatted(name, reason(e)), e);
  }

  /** By the name of S3A's exception, which need not be on the class path. */
  private static boolean isForWantOfBucket(Exception e) {
    return e.getClass().getSimpleName().equals("UnknownStoreException");
  }

  /** A store has no owners and modes, and refuses in the same way whoever it does not know. */
  private static String whatPermits(String name) {
    boolean isInStore = name.contains("://") && !name.startsWith("hdfs:");
    return isInStore ? "that the run has credentials, and what they allow" : "its owner and mode";
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
