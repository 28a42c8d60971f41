package org.hitledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hitledger.bench.Command.Finished;

/**
 * Our job's second count in one Spark session: what a notebook or a server pays that has counted
 * before.
 *
 * @param threads how many tasks at a time
 */
record WarmRun(int threads) implements Contestant {

  @Override
  public String label() {
    return "hitledger-warm";
  }

  @Override
  public String about() {
    return "our job, the second count in the same session; without the session's start";
  }

  @Override
  public Measurement count(CorpusFolder corpus, Path out) throws IOException, InterruptedException {
    Finished run =
        Command.of(
                Command.javaHome().resolve("bin/java"),
                "@conf/java-options",
                // What submit.sh gives a driver that asks for nothing else.
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Dspark.master=local[" + threads + "]",
                "-Dlog4j2.configurationFile=conf/log4j2.properties",
                "-cp",
                String.join(
                    ":",
                    List.of("target/hitledger.jar", "target/spark/jars/*", ClassPath.ofTests())),
                WarmMain.class.getName(),
                corpus.folder())
            .run(out);
    return WarmMain.measurement(run.err(), run.peakBytes());
  }
}
