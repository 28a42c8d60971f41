package org.hitledger.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hitledger.publish.ResultFolder;

/** The tables that a query can name. */
enum Table {
  HITS(ResultFolder.HITS, "'./submit.sh hits --output DIR' writes it"),
  PATH_COUNTS(ResultFolder.PATH_COUNTS, "'./submit.sh count --output DIR' writes it"),
  BALANCE(ResultFolder.BALANCE, "'./submit.sh count --output DIR' writes it"),
  REJECTS(
      ResultFolder.REJECTS,
      "'./submit.sh count --rejects DIR' writes it, into a folder of its own"),
  SEGMENTS("segments", "'./submit.sh update --ledger DIR' writes it, into a ledger");

  private final String label;
  private final String origin;

  Table(String label, String origin) {
    this.label = label;
    this.origin = origin;
  }

  /** The table with a name, of which upper and lower case are the same in SQL. */
  static Optional<Table> named(String name) {
    return Arrays.stream(values())
        .filter(table -> table.label.equals(name.toLowerCase(Locale.ROOT)))
        .findAny();
  }

  /** Its name in queries and in a result folder. */
  String label() {
    return label;
  }

  /** What writes it, for messages. */
  String origin() {
    return origin;
  }
}
