package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesOfTasksTest {
  private final BytesOfTasks bytes = new BytesOfTasks();

  @Test
  void running_tasks_count_by_their_newest_figure() {
    bytes.begin(1, 0);
    bytes.begin(2, 1);
    bytes.update(1, 100);
    bytes.update(1, 150);
    bytes.update(2, 30);

    assertThat(bytes.bytes()).isEqualTo(180);
    assertThat(bytes.partsDone()).isZero();
  }

  @Test
  void a_task_that_is_tried_again_counts_once_and_what_was_shown_stays() {
    bytes.begin(1, 0);
    bytes.update(1, 100);
    assertThat(bytes.bytes()).isEqualTo(100);
    bytes.drop(1);
    assertThat(bytes.bytes()).isEqualTo(100);

    bytes.begin(2, 0);
    bytes.update(2, 40);
    assertThat(bytes.bytes()).isEqualTo(100);
    bytes.complete(2, 0, 120);
    assertThat(bytes.bytes()).isEqualTo(120);
  }

  @Test
  void of_two_attempts_at_the_same_time_the_one_that_is_further_counts() {
    bytes.begin(1, 0);
    bytes.begin(2, 0);
    bytes.update(1, 100);
    bytes.update(2, 60);
    assertThat(bytes.bytes()).isEqualTo(100);

    bytes.complete(2, 0, 120);
    bytes.update(1, 110);
    bytes.complete(1, 0, 120);

    assertThat(bytes.bytes()).isEqualTo(120);
    assertThat(bytes.partsDone()).isEqualTo(1);
  }

  @Test
  void figures_that_come_after_the_end_of_a_task_are_left_out() {
    bytes.begin(1, 0);
    bytes.complete(1, 0, 120);
    bytes.update(1, 130);

    assertThat(bytes.bytes()).isEqualTo(120);
  }
}
