package org.hitledger.report;

import java.util.Comparator;

/** Which rows of a panel come first; those that are equal go by their names. */
enum Order {
  BY_NAME {
    @Override
    long weight(Measures measures) {
      return 0;
    }
  },
  BY_ACCESSES {
    @Override
    long weight(Measures measures) {
      return measures.of(Frame.REPORTED, Measure.ACCESSES);
    }
  },
  BY_PAGES {
    @Override
    long weight(Measures measures) {
      return measures.of(Frame.REPORTED, Measure.PAGES);
    }
  },
  BY_SLOWNESS {
    @Override
    long weight(Measures measures) {
      return measures.of(Frame.REPORTED, Measure.P95_MICROS);
    }
  },
  BY_VISITORS {
    @Override
    long weight(Measures measures) {
      return measures.of(Frame.REPORTED, Measure.VISITORS);
    }
  };

  abstract long weight(Measures measures);

  Comparator<PanelRow> comparator() {
    return Comparator.comparingLong((PanelRow row) -> weight(row.measures()))
        .reversed()
        .thenComparing(PanelRow::key);
  }
}
