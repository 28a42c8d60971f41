package org.hitledger.report;

import java.util.List;

/** The periods that a report sets side by side. */
public enum Frame {
  /** The period that the report is about. */
  REPORTED,
  /** The one that it is compared with. */
  COMPARED,
  /** Neither: what no number of the report but those of lines takes in. */
  OUTSIDE;

  private static final List<Frame> ALL = List.of(values());

  /** The frame at a place. */
  static Frame at(int ordinal) {
    return ALL.get(ordinal);
  }
}
