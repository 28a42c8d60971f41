package org.hitledger.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hitledger.cluster.Packaged;
import org.hitledger.docs.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one pass from end to end of the quick suite: the README's first command. */
class FirstRunIT {
  private static final Pattern SECONDS = Pattern.compile("(seconds +)[0-9.]+");

  @TempDir Path folder;

  @Test
  void the_first_command_shows_what_the_readme_shows() throws Exception {
    Packaged.mark();
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var command =
        new ProcessBuilder(Page.README.block("sh", 0).strip().split(" ", -1))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    command.environment().remove("SPARK_HOME");

    assertThat(command.start().waitFor()).as(Files.readString(err)).isZero();

    String said =
        Files.readString(err)
            .replace(Path.of("").toAbsolutePath().toString(), "/home/jo/hitledger");
    assertThat(plain(Files.readString(out) + said)).isEqualTo(plain(Page.README.block("text", 0)));
  }

  private static String plain(String text) {
    return SECONDS
        .matcher(text)
        .replaceAll("$1#")
        .lines()
        .filter(line -> !line.startsWith("submit.sh: ") && !line.isBlank())
        .map(line -> line.replaceAll(" +", " "))
        .reduce("", (all, line) -> all + line + "\n");
  }
}
