package org.hitledger.report;

/** The periods that a report sets side by side. */
public enum Frame {
  /** The period that the report is about. */
  REPORTED,
  /** The one that it is compared with. */
  COMPARED,
  /** Neither: what no number of the report but those of lines takes in. */
  OUTSIDE
}
