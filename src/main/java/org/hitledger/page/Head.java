package org.hitledger.page;

import java.util.List;
import org.hitledger.report.Frame;
import org.hitledger.report.Measures;
import org.hitledger.report.Panel;
import org.hitledger.report.PanelRow;
import org.hitledger.report.Panels;
import org.hitledger.report.Who;

/** The numbers that a page begins with. */
record Head(Panels panels, Tables tables) {

  List<HeadFact> facts() {
    Measures all = panels.of(Panel.TOTAL).sum();
    Measures people = of(Who.PEOPLE);
    Measures crawlers = of(Who.CRAWLERS);
    Measures files = panels.of(Panel.STATIC_FILES).sum();
    return List.of(
        fact("Accesses", Column.ACCESSES, all, split(Column.ACCESSES, people, crawlers)),
        fact(
            "Pages",
            Column.PAGES,
            all,
            "%s of them answered with an error"
                .formatted(shown(Column.ERRORS, panels.of(Panel.PAGES).sum()))),
        fact("Visitors", Column.VISITORS, all, split(Column.VISITORS, people, crawlers)),
        fact("Bytes", Column.BYTES, all, split(Column.BYTES, people, crawlers)),
        fact("Errors", Column.ERRORS, all, share(Column.ERRORS, all, all)),
        fact("Static files", Column.ACCESSES, files, share(Column.ACCESSES, files, all)));
  }

  private Measures of(Who who) {
    return panels.of(Panel.TOTAL).rows().stream()
        .filter(row -> row.number(0) == who.ordinal())
        .map(PanelRow::measures)
        .findAny()
        .orElseGet(Measures::new);
  }

  private HeadFact fact(String label, Column column, Measures measures, String details) {
    Cell cell = tables.number(column, measures);
    return new HeadFact(label, cell.text(), details, cell.before());
  }

  private String split(Column column, Measures people, Measures crawlers) {
    return "%s by people, %s by crawlers".formatted(shown(column, people), shown(column, crawlers));
  }

  private String shown(Column column, Measures measures) {
    Cell cell = tables.number(column, measures);
    return cell.text() + cell.before().map(other -> " (%s)".formatted(other.inWords())).orElse("");
  }

  private String share(Column column, Measures part, Measures all) {
    String now = share(column, part, all, Frame.REPORTED) + " of all accesses";
    return tables.isCompared()
        ? "%s (%s before)".formatted(now, share(column, part, all, Frame.COMPARED))
        : now;
  }

  private static String share(Column column, Measures part, Measures all, Frame frame) {
    return Numbers.share(column.of(part, frame), Column.ACCESSES.of(all, frame));
  }
}
