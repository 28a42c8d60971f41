package org.hitledger.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.hitledger.source.InputFinder;
import org.hitledger.source.Inputs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder to publish in, and what lies there before and after. */
abstract class PublicationFixture {
  static final String OURS = "{\"versions\":{\"hitledger\":\"0\"}}";
  static final byte[] MANIFEST = OURS.getBytes(UTF_8);

  @TempDir Path folder;

  final Configuration hadoop = new Configuration(false);

  @BeforeEach
  void readLocalFilesRaw() {
    hadoop.set("fs.file.impl", RawLocalFileSystem.class.getName());
    hadoop.set("fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.LocalFs");
    hadoop.setBoolean("fs.file.impl.disable.cache", true);
  }

  void assertLeftWithANote(RunId other) {
    Path left = write(".out.staging-" + other + "/path_counts", "half").getParent();

    try (Publication publication = begin(false)) {
      assertThat(publication.notes())
          .containsExactly(
              "another run writes at file:%s; if that run is dead, delete it".formatted(left));
      publication.complete(files -> MANIFEST);
    }

    assertThat(tree())
        .containsExactly(
            left.getFileName().toString(),
            left.getFileName() + "/path_counts",
            "out",
            "out/run.json");
  }

  /** The results of one run, and no trace of another. */
  void assertHolds(String part) {
    assertThat(tree()).containsExactly("out", "out/path_counts", "out/run.json");
    assertThat(read("out/path_counts")).isEqualTo(part);
  }

  void publish(boolean overwrite, String part) {
    try (Publication publication = begin(overwrite)) {
      stage(publication, part);
      publication.complete(files -> MANIFEST);
    }
  }

  Publication begin(boolean overwrite) {
    return beginAt("out", overwrite);
  }

  Publication beginAt(String name, boolean overwrite) {
    return Publication.begin(results(name), overwrite, hadoop);
  }

  ResultFolder results(String name) {
    return ResultFolder.at("--output", folder + "/" + name, hadoop);
  }

  Inputs inputs(String... names) {
    return InputFinder.find(Stream.of(names).map(name -> folder + "/" + name).toList(), hadoop);
  }

  void makeLogs() throws IOException {
    write("logs/a.log", "x");
    write("logs/sub/b.log", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("logs"));
  }

  static void stage(Publication publication, String part) {
    write(local(publication.staging()).resolve("path_counts"), part);
  }

  Path write(String name, String text) {
    return write(folder.resolve(name), text);
  }

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything below the test's folder, hidden or not. */
  List<String> tree() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path local(org.apache.hadoop.fs.Path path) {
    return Path.of(path.toUri().getPath());
  }

  static RunId dead() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    return new RunId(ended.pid(), 1, RunId.ofThisProcess().host());
  }
}
