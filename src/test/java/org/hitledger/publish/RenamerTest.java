package org.hitledger.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamerTest {
  private static final int RACES = 500;

  @TempDir Path folder;

  private Renamer renamer() throws IOException {
    var hadoop = new Configuration(false);
    hadoop.set("fs.file.impl", RawLocalFileSystem.class.getName());
    hadoop.set("fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.RawLocalFs");
    return new Renamer(FileSystem.get(folder.toUri(), hadoop), hadoop);
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path("file:" + folder.resolve(name));
  }

  private Path folderWithFile(String name) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.createFile(made.resolve("of-" + name));
    return made;
  }

  @Test
  void moves_a_folder_with_all_that_is_in_it() throws IOException {
    folderWithFile("from");
    renamer().rename(path("from"), path("to"));
    assertThat(folder.resolve("to/of-from")).exists();
    assertThat(folder.resolve("from")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "full", "file", "link"})
  void leaves_what_has_the_other_name(String other) throws IOException {
    Path from = folderWithFile("from");
    folderWithFile("full");
    Files.createDirectory(folder.resolve("empty"));
    Files.createFile(folder.resolve("file"));
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertThatThrownBy(() -> renamer().rename(path("from"), path(other)))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(from).isDirectoryContaining("glob:**of-from");
    assertThat(folder.resolve("full")).isDirectoryNotContaining("glob:**from*");
    assertThat(folder.resolve("empty")).isEmptyDirectory();
  }

  @Test
  void says_that_nothing_is_there() {
    assertThatThrownBy(() -> renamer().rename(path("from"), path("to")))
        .isInstanceOf(FileNotFoundException.class);
  }

  /** The loser's folder stays what it was: Hadoop would copy it into the winner's, now and then. */
  @Test
  void of_two_at_once_one_wins_and_the_other_changes_nothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int race = 0; race < RACES; race++) {
        folderWithFile("a" + race);
        folderWithFile("b" + race);
        var start = new CyclicBarrier(2);
        List<Future<Boolean>> wins =
            threads.invokeAll(
                List.of(racer("a" + race, race, start), racer("b" + race, race, start)));
        boolean isA = wins.get(0).get();
        assertThat(wins.get(1).get()).isNotEqualTo(isA);
        requireOnly("to" + race, isA ? "a" + race : "b" + race);
        requireOnly((isA ? "b" : "a") + race, (isA ? "b" : "a") + race);
      }
    } finally {
      threads.shutdown();
    }
  }

  private Callable<Boolean> racer(String from, int race, CyclicBarrier start) throws IOException {
    Renamer renamer = renamer();
    return () -> {
      start.await();
      try {
        renamer.rename(path(from), path("to" + race));
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    };
  }

  private void requireOnly(String name, String original) throws IOException {
    try (var all = Files.walk(folder.resolve(name))) {
      assertThat(all)
          .containsExactly(folder.resolve(name), folder.resolve(name).resolve("of-" + original));
    }
  }
}
