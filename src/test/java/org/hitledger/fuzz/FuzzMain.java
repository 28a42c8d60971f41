package org.hitledger.fuzz;

import java.io.IOException;

/**
 * Fuzzing with new chance: {@code mvn -q test-compile exec:exec -Dmain=org.hitledger.fuzz.FuzzMain
 * -Dbench=LINES}. What it finds lies in a folder below {@code target/fuzz}, and becomes a case by
 * being put, in a folder named like its class, below {@code seeds}.
 */
public final class FuzzMain {
  private static final int NEW_SEED = 0;

  private FuzzMain() {}

  /**
   * Fuzzes, and exits with what the fuzzer says.
   *
   * @param args how many lines to make
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Fuzzer fuzzer = Fuzzer.on(LineFuzzTarget.class, Fuzzer.seeds());
    Fuzzer.Finished finished = fuzzer.run(Integer.parseInt(args[0]), NEW_SEED);
    System.out.print(finished.output());
    System.out.println("the lines and all findings: " + fuzzer.folder());
    System.exit(finished.code());
  }
}
