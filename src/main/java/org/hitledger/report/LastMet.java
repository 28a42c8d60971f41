package org.hitledger.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers about texts that repeat, of which those met with last are remembered; for one task.
 *
 * @param <A> what is told of a text
 */
final class LastMet<A> {
  private static final int REMEMBERED = 10_000;

  private final Function<byte[], A> answers;
  private final Map<RowKey, A> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RowKey, A> eldest) {
          return size() > REMEMBERED;
        }
      };

  LastMet(Function<byte[], A> answers) {
    this.answers = answers;
  }

  A of(byte[] text) {
    RowKey key = new RowKey(text);
    A answer = known.get(key);
    if (answer == null) {
      answer = answers.apply(text);
      known.put(key, answer);
    }
    return answer;
  }
}
