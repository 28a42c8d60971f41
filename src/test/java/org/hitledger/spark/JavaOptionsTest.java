package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {
  private static final List<String> LEFT_OUT =
      List.of(
          "--add-modules=jdk.incubator.vector",
          "--add-opens=java.base/sun.security.action=ALL-UNNAMED");

  @Test
  void the_argument_file_says_what_spark_says() throws IOException {
    List<String> ours =
        Files.readAllLines(Path.of("conf/java-options")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(ours)
        .containsExactlyElementsOf(
            Stream.of(JavaModuleOptions.defaultModuleOptionArray())
                .filter(option -> !LEFT_OUT.contains(option))
                .toList());
  }
}
