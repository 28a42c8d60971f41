package org.hitledger.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hitledger.ledger.StoredResults;
import org.hitledger.publish.ResultFolder;

/** The tables that a query can name. */
enum Table {
  HITS(
      ResultFolder.HITS,
      "an access, counted or filtered",
      "'./submit.sh hits --output DIR' writes it"),
  PATH_COUNTS(
      ResultFolder.PATH_COUNTS,
      "a path with hits, or one in a period",
      "'./submit.sh count --output DIR' writes it"),
  BALANCE(
      ResultFolder.BALANCE,
      "a class of lines in a file",
      "'./submit.sh count --output DIR' writes it"),
  REJECTS(
      ResultFolder.REJECTS,
      "a line that is no access record",
      "'./submit.sh count --rejects DIR' writes it, into a folder of its own"),
  SEGMENTS(
      "segments",
      "an update of the ledger",
      "'./submit.sh update --ledger DIR' writes it, into a ledger");

  private final String label;
  private final String row;
  private final String origin;

  Table(String label, String row, String origin) {
    this.label = label;
    this.row = row;
    this.origin = origin;
  }

  /** Those that are among some results; the counts are worked out where there are hits. */
  static Set<Table> among(StoredResults stored) {
    Set<Table> tables = EnumSet.noneOf(Table.class);
    for (Table table : values()) {
      if (!stored.results().partsWith(table.label).isEmpty()) {
        tables.add(table);
      }
    }
    if (tables.contains(HITS)) {
      tables.add(PATH_COUNTS);
    }
    if (!stored.segments().isEmpty()) {
      tables.add(SEGMENTS);
    }
    return tables;
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

  /** What one of its rows is. */
  String row() {
    return row;
  }

  /** What writes it, for messages. */
  String origin() {
    return origin;
  }
}
