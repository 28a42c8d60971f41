package org.hitledger.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.hitledger.bytes.ByteSlice;

/** Adds up the parts of each row, and keeps the first rows of each panel; for one task. */
final class PanelChoice {
  private final Panels panels = new Panels();
  private final Programs programs = new Programs();
  private Optional<RowKey> current = Optional.empty();
  private Measures measures = new Measures();
  private Optional<RowKey> slowPage = Optional.empty();
  private Durations durations = new Durations();

  /** The next part of a row: those with the same key, and durations of a page, come together. */
  void add(RowKey key, Measures part) {
    if (current.filter(key::equals).isEmpty()) {
      endRow();
      current = Optional.of(key);
    }
    measures.addAll(part);
  }

  /** What was chosen elsewhere, of other rows. */
  void add(Panels chosen) {
    panels.addAll(chosen);
  }

  /** There are no more. */
  Panels end() {
    endRow();
    endSlowPage();
    return panels;
  }

  private void endRow() {
    measures.settle();
    current.ifPresent(this::add);
    current = Optional.empty();
    measures = new Measures();
  }

  private void add(RowKey key) {
    switch (key.panel()) {
      case AGENTS -> addProgram(key.names().get(0));
      case DURATIONS -> addDuration(key.names());
      default -> panels.add(key, measures);
    }
  }

  /** All durations of a page come one after the other. */
  private void addDuration(List<byte[]> names) {
    RowKey page = RowKey.of(Panel.SLOW_PAGES, names.get(0));
    if (slowPage.filter(page::equals).isEmpty()) {
      endSlowPage();
      slowPage = Optional.of(page);
    }
    durations.add(RowKey.moment(names.get(1)), measures);
  }

  private void endSlowPage() {
    slowPage.ifPresent(page -> panels.add(page, durations.quantiles()));
    slowPage = Optional.empty();
    durations = new Durations();
  }

  private void addProgram(byte[] userAgent) {
    Program program = programs.of(ByteSlice.of(userAgent).toString());
    add(Panel.BROWSERS, program.browser());
    add(Panel.SYSTEMS, program.system());
    add(Panel.DEVICES, program.device());
  }

  private void add(Panel panel, String name) {
    panels.add(RowKey.of(panel, name.getBytes(UTF_8)), measures);
  }
}
