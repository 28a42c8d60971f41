package org.hitledger.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hitledger.fault.OutputFault;
import org.hitledger.fault.UsageFault;
import org.hitledger.testing.HostileText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results appear whole or not at all, and replace only what they may. */
class PublicationTest extends PublicationFixture {
  @Test
  void publishes_what_is_staged_and_the_manifest() throws IOException {
    publish(false, "new");

    assertThat(tree()).containsExactly("out", "out/path_counts", "out/run.json");
    assertThat(Files.readAllBytes(folder.resolve("out/run.json"))).isEqualTo(MANIFEST);
    assertThat(read("out/path_counts")).isEqualTo("new");
  }

  @Test
  void stages_beside_the_target_under_a_hidden_name_of_this_run() {
    try (Publication publication = begin(false)) {
      Path staging = local(publication.staging());

      assertThat(staging).isEqualTo(folder.resolve(".out.staging-" + RunId.ofThisProcess()));
      assertThat(tree()).containsExactly(staging.getFileName().toString());
    }
  }

  @Test
  void shows_nothing_at_the_target_before_it_is_complete() {
    try (Publication publication = begin(false)) {
      stage(publication, "new");

      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  @Test
  void leaves_nothing_when_closed_without_being_complete() {
    try (Publication publication = begin(false)) {
      stage(publication, "new");
    }

    assertThat(tree()).isEmpty();
  }

  @Test
  void leaves_older_results_when_closed_without_being_complete() {
    publish(false, "old");

    try (Publication publication = begin(true)) {
      stage(publication, "new");
    }

    assertHolds("old");
  }

  @Test
  void makes_the_parent_folder() {
    try (Publication publication = beginAt("a/b/out", false)) {
      publication.complete(files -> MANIFEST);
    }

    assertThat(tree()).containsExactly("a", "a/b", "a/b/out", "a/b/out/run.json");
  }

  @Test
  void publishes_under_names_that_are_patterns() {
    try (Publication publication = beginAt("o[1]{a} *%31", false)) {
      publication.complete(files -> MANIFEST);
    }

    assertThat(tree()).containsExactly("o[1]{a} *%31", "o[1]{a} *%31/run.json");
  }

  @ParameterizedTest
  @EnumSource
  void it_publishes_under_any_name(HostileText name) {
    try (Publication publication = beginAt(name.text(), false)) {
      publication.complete(files -> MANIFEST);
    }

    assertThat(tree()).containsExactly(name.text(), name.text() + "/run.json");
  }

  @Test
  void refuses_a_parent_that_is_a_file() {
    write("a", "a file");

    assertThatThrownBy(() -> beginAt("a/out", false))
        .isInstanceOf(OutputFault.class)
        .hasMessageStartingWith("cannot write beside file:%s/a/out: ".formatted(folder));
    assertThat(tree()).containsExactly("a");
  }

  @Test
  void refuses_to_replace_without_being_asked() {
    publish(false, "old");

    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--output file:%s/out exists; name another folder, or replace it with --overwrite"
                .formatted(folder));
    assertHolds("old");
  }

  @Test
  void refuses_an_empty_folder_without_being_asked() throws IOException {
    Files.createDirectory(folder.resolve("out"));

    assertThatThrownBy(() -> begin(false))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("out exists");
    assertThat(tree()).containsExactly("out");
  }

  @Test
  void refuses_to_replace_a_folder_that_holds_no_results() {
    write("out/thesis.txt", "years of work");

    assertThatThrownBy(() -> begin(true))
        .isInstanceOf(UsageFault.class)
        .hasMessage(
            "--output file:%s/out holds something else than results of ours;".formatted(folder)
                + " --overwrite replaces only those");
    assertThat(tree()).containsExactly("out", "out/thesis.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "not JSON", "[1]", ""})
  void refuses_to_replace_a_folder_with_a_manifest_of_somebody_else(String manifest) {
    write("out/run.json", manifest);

    assertThatThrownBy(() -> begin(true)).isInstanceOf(UsageFault.class);
    assertThat(read("out/run.json")).isEqualTo(manifest);
  }

  @Test
  void refuses_to_replace_results_with_a_strangers_file_among_them() {
    publish(false, "old");
    write("out/notes.txt", "mine");

    assertThatThrownBy(() -> begin(true)).isInstanceOf(UsageFault.class);
    assertThat(read("out/notes.txt")).isEqualTo("mine");
  }

  @Test
  void refuses_to_replace_a_file() {
    write("out", "a file");

    assertThatThrownBy(() -> begin(true))
        .isInstanceOf(UsageFault.class)
        .hasMessageContaining("holds something else than results of ours");
    assertThat(read("out")).isEqualTo("a file");
  }

  @Test
  void replaces_an_empty_folder() throws IOException {
    Files.createDirectory(folder.resolve("out"));

    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void replaces_older_results_wholly() {
    publish(false, "old");
    write("out/balance/only-in-the-old", "x");

    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void overwrites_nothing_where_nothing_is() {
    publish(true, "new");

    assertHolds("new");
  }

  @Test
  void leaves_what_appeared_meanwhile() {
    try (Publication publication = begin(false)) {
      stage(publication, "new");
      write("out/path_counts", "of another");
      assertThatThrownBy(() -> publication.complete(files -> MANIFEST))
          .isInstanceOf(OutputFault.class)
          .hasMessage(
              "file:%s/out appeared while the run was going, and was left as it is"
                  .formatted(folder));
    }

    assertThat(tree()).containsExactly("out", "out/path_counts");
    assertThat(read("out/path_counts")).isEqualTo("of another");
  }

  @Test
  void leaves_an_empty_folder_that_appeared_meanwhile() throws IOException {
    try (Publication publication = begin(false)) {
      Files.createDirectory(folder.resolve("out"));
      assertThatThrownBy(() -> publication.complete(files -> MANIFEST))
          .isInstanceOf(OutputFault.class);
    }

    assertThat(tree()).containsExactly("out");
  }

  @Test
  void replaces_results_that_appeared_meanwhile_if_it_may_overwrite() {
    try (Publication publication = begin(true)) {
      stage(publication, "new");
      write("out/run.json", "of another");
      write("out/only-in-the-other", "x");
      publication.complete(files -> MANIFEST);
    }

    assertHolds("new");
  }
}
