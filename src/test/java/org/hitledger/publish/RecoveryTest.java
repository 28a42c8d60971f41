package org.hitledger.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hitledger.fault.UsageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dead runs left is put right, and what others need is left alone. */
class RecoveryTest extends PublicationFixture {
  @Test
  void removes_what_a_dead_run_left() throws Exception {
    Path left = write(".out.staging-" + dead() + "/path_counts", "half").getParent();

    try (Publication publication = begin(false)) {
      assertThat(publication.notes())
          .containsExactly("removed what an interrupted run had left at file:" + left);
      stage(publication, "new");
      publication.complete(files -> MANIFEST);
    }

    assertHolds("new");
  }

  @Test
  void removes_what_a_dead_run_left_whose_id_is_in_use_again() {
    RunId self = RunId.ofThisProcess();
    long earlier = self.started() - TimeUnit.HOURS.toMillis(1);
    write(".out.staging-" + new RunId(self.pid(), earlier, self.host()) + "/path_counts", "");

    publish(false, "new");

    assertHolds("new");
  }

  @Test
  void takes_a_start_that_a_clock_put_right_has_moved_for_the_same() throws Exception {
    Process other = new ProcessBuilder("cat").start();
    try {
      long started = other.info().startInstant().orElseThrow().toEpochMilli();
      assertLeftWithANote(new RunId(other.pid(), started - 2_000, RunId.ofThisProcess().host()));
    } finally {
      other.destroy();
    }
  }

  @Test
  void leaves_the_staging_of_a_living_run_with_a_note() throws Exception {
    Process other = new ProcessBuilder("cat").start();
    try {
      long started = other.info().startInstant().orElseThrow().toEpochMilli();
      assertLeftWithANote(new RunId(other.pid(), started, RunId.ofThisProcess().host()));
    } finally {
      other.destroy();
    }
  }

  @Test
  void leaves_the_staging_of_another_machine_with_a_note() throws Exception {
    RunId dead = dead();

    assertLeftWithANote(new RunId(dead.pid(), dead.started(), "other-" + dead.host()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mine", "1-2", "99999999999999999999-1-host", "1-x-host"})
  void leaves_a_staging_whose_owner_cannot_be_told(String owner) {
    write(".out.staging-" + owner + "/path_counts", "half");

    publish(false, "new");

    assertThat(read(".out.staging-" + owner + "/path_counts")).isEqualTo("half");
    assertThat(read("out/path_counts")).isEqualTo("new");
  }

  @Test
  void leaves_the_traces_of_other_targets() throws Exception {
    write(".other.staging-" + dead() + "/path_counts", "half");
    write(".other.previous-1-" + dead() + "/path_counts", "old");
    write(".out2.staging-" + dead() + "/path_counts", "half");
    List<String> before = tree();

    try (Publication publication = begin(false)) {
      assertThat(publication.notes()).isEmpty();
    }

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void puts_back_what_a_dead_run_had_moved_aside() throws Exception {
    RunId dead = dead();
    write(".out.previous-1-" + dead + "/path_counts", "old");
    write(".out.previous-1-" + dead + "/run.json", OURS);

    // Whole results are there again, so that they are not written over unasked.
    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("out exists");

    assertHolds("old");
  }

  @Test
  void notes_that_it_put_back_older_results() throws Exception {
    write(".out.previous-1-" + dead() + "/run.json", OURS);

    try (Publication publication = begin(true)) {
      assertThat(publication.notes())
          .containsExactly("put back the results that an interrupted run had moved aside");
    }

    assertThat(tree()).containsExactly("out", "out/run.json");
  }

  @Test
  void heals_a_run_that_died_between_the_renames() throws Exception {
    RunId dead = dead();
    write(".out.previous-1-" + dead + "/run.json", OURS);
    write(".out.staging-" + dead + "/run.json", OURS);

    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void deletes_what_a_dead_run_had_moved_aside_if_its_results_are_there() throws Exception {
    publish(false, "old");
    write(".out.previous-1-" + dead() + "/path_counts", "older");

    try (Publication publication = begin(true)) {
      stage(publication, "new");
    }

    assertHolds("old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/kept", "out/run.json"})
  void keeps_what_a_dead_run_had_moved_aside_if_something_else_is_there(String other)
      throws Exception {
    String previous = ".out.previous-1-" + dead();
    write(previous + "/run.json", OURS);
    write(other, "{}");

    assertThatThrownBy(() -> begin(true)).isInstanceOf(UsageFault.class);

    assertThat(read(previous + "/run.json")).isEqualTo(OURS);
  }

  @Test
  void tells_where_older_results_are_if_an_empty_folder_is_in_their_place() throws Exception {
    String previous = ".out.previous-1-" + dead();
    write(previous + "/run.json", OURS);
    Files.createDirectory(folder.resolve("out"));

    try (Publication publication = begin(true)) {
      assertThat(publication.notes())
          .containsExactly(
              "results that an interrupted run had moved aside are at file:%s/%s; something else is at file:%1$s/out, so move them back or delete them"
                  .formatted(folder, previous));
    }

    assertThat(read(previous + "/run.json")).isEqualTo(OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {".out.previous-backup", ".out.previous-2.staging-1-1-elsewhere"})
  void leaves_folders_that_only_look_moved_aside(String name) {
    publish(false, "old");
    write(name + "/path_counts", "of somebody else");

    publish(true, "new");

    assertThat(read(name + "/path_counts")).isEqualTo("of somebody else");
  }

  @ParameterizedTest
  @ValueSource(strings = {".out.previous-backup", ".out.previous-2.staging-1-1-elsewhere"})
  void puts_nothing_back_that_only_looks_moved_aside(String name) {
    write(name + "/path_counts", "of somebody else");

    publish(false, "new");

    assertThat(read(name + "/path_counts")).isEqualTo("of somebody else");
  }
}
