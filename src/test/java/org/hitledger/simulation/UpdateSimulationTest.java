package org.hitledger.simulation;

import java.nio.file.Path;
import org.hitledger.testing.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger over the life of a site, against an oracle that knows each line when it is made. */
class UpdateSimulationTest {
  @TempDir Path home;

  @Test
  void a_ledger_holds_each_line_of_a_site_once() {
    long seed = Long.getLong("hitledger.seed", System.nanoTime());
    System.out.println("UpdateSimulationTest: -Dhitledger.seed=" + seed);
    new Simulation(seed, home, LedgerPlace.here(home.resolve("ledger")))
        .run(Cases.STEPS_OF_A_SITE.count());
  }
}
