package org.hitledger.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.compression.DefectMarker;
import org.hitledger.compression.OnDamage;
import org.hitledger.compression.ReadOptions;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.hitledger.testing.LogFile;
import org.hitledger.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanProgressTest {
  private static final ReadOptions READING =
      new ReadOptions(OnDamage.FAIL, 1 << 20, DefectMarker.random());

  private static final int FILES = 3;

  @Test
  void tells_of_every_file_and_byte_in_the_end(@TempDir Path folder) throws Exception {
    for (int i = 0; i < FILES; i++) {
      LogFile.write(folder.resolve(i + ".gz"), List.of("line".getBytes(UTF_8)));
    }
    Inputs inputs = InputFinder.find(List.of(folder.toString()), new Configuration());
    var done = new CompletableFuture<Progress>();
    var listener =
        new ScanProgress(
            inputs,
            now -> {
              if (now.filesDone() == now.files()) {
                done.complete(now);
              }
            });
    SharedSpark.session().sparkContext().addSparkListener(listener);
    try {
      LogLines.read(SharedSpark.session(), inputs, READING).count();
      Progress last = done.get(60, TimeUnit.SECONDS);
      assertThat(last.files()).isEqualTo(FILES);
      assertThat(last.bytesDone()).isEqualTo(inputs.bytes());
      assertThat(last.secondsLeft()).isZero();
    } finally {
      SharedSpark.session().sparkContext().removeSparkListener(listener);
    }
  }
}
