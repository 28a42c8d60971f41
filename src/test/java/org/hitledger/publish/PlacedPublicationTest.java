package org.hitledger.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without a rename, the manifest comes last, and who finds none finds no results. */
class PlacedPublicationTest extends PublicationFixture {
  private static final RunId ELSEWHERE = new RunId(1, 2, "another-host");

  /** A local folder, told to be an object store. */
  @BeforeEach
  void callItAStore() {
    hadoop.set("fs.oss.impl", LocalStore.class.getName());
  }

  private Publication beginInStore(boolean overwrite) {
    return Publication.begin(
        ResultFolder.at("--output", "oss:" + folder + "/out", hadoop), overwrite, hadoop);
  }

  private static String mark(RunId run) {
    return "out/.writing-" + run;
  }

  @Test
  void tables_are_written_where_they_stay_and_the_manifest_makes_them_results() {
    try (Publication publication = beginInStore(false)) {
      stage(publication, "new");
      assertThat(tree()).containsExactly("out", mark(RunId.ofThisProcess()), "out/path_counts");

      publication.complete(files -> MANIFEST);
    }

    assertHolds("new");
  }

  @Test
  void leaves_nothing_when_closed_without_being_complete() {
    try (Publication publication = beginInStore(false)) {
      stage(publication, "new");
    }

    assertThat(tree()).isEmpty();
  }

  @Test
  void what_a_dead_run_left_is_removed() throws Exception {
    write(mark(dead()), "");
    write("out/path_counts", "half");

    try (Publication publication = beginInStore(false)) {
      assertThat(publication.notes())
          .containsExactly(
              "removed what an interrupted run had left at oss:%s/out".formatted(folder));
      stage(publication, "new");
      publication.complete(files -> MANIFEST);
    }

    assertHolds("new");
  }

  @Test
  void where_another_run_may_write_none_begins() {
    write(mark(ELSEWHERE), "");
    write("out/path_counts", "half");

    assertThatThrownBy(() -> beginInStore(false))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "another run writes to oss:%s/out, by .writing-%s; name another folder or, if that run is dead, delete the folder",
            folder, ELSEWHERE);
    assertThat(read("out/path_counts")).isEqualTo("half");
  }

  @Test
  void a_run_that_another_one_has_joined_publishes_and_deletes_nothing() {
    try (Publication publication = beginInStore(false)) {
      write(mark(ELSEWHERE), "");
      write("out/path_counts", "theirs");

      assertThatThrownBy(() -> publication.complete(files -> MANIFEST))
          .isInstanceOf(OutputFault.class)
          .hasMessageContaining("or writes there too");
    }

    assertThat(tree()).containsExactly("out", mark(ELSEWHERE), "out/path_counts");
  }

  @Test
  void a_run_whose_folder_was_deleted_publishes_nothing() throws IOException {
    try (Publication publication = beginInStore(false)) {
      Files.delete(folder.resolve(mark(RunId.ofThisProcess())));
      Files.delete(folder.resolve("out"));

      assertThatThrownBy(() -> publication.complete(files -> MANIFEST))
          .isInstanceOf(OutputFault.class);
    }

    assertThat(tree()).isEmpty();
  }

  @Test
  void results_that_are_there_stay() {
    try (Publication publication = beginInStore(false)) {
      stage(publication, "old");
      publication.complete(files -> MANIFEST);
    }

    assertThatThrownBy(() -> beginInStore(false))
        .isInstanceOf(UsageFault.class)
        .hasMessage("--output oss:%s/out exists; name another folder", folder);
    assertThatThrownBy(() -> beginInStore(true))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--overwrite with --output oss:%s/out: on an object store a rename is not one step, so that readers would meet with parts of both results; name a new folder, and delete the older one once nobody reads it",
            folder);
    assertHolds("old");
  }

  @Test
  void a_page_is_put_as_one_object() {
    PageFile.begin("oss:" + folder + "/pages/a.html", false, hadoop).write(MANIFEST);

    assertThat(tree()).containsExactly("pages", "pages/a.html");
  }

  /** Of a run that was published, and could not remove its mark. */
  @Test
  void a_mark_beside_a_manifest_is_no_reason_to_delete() throws Exception {
    write(mark(dead()), "");
    Path manifest = write("out/run.json", OURS);

    assertThatThrownBy(() -> beginInStore(false)).hasMessageContaining("exists");
    assertThat(manifest).exists();
  }
}
