package org.hitledger.yaml;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** Says in a user's words what does not fit a shape, and where it stands. */
final class Misfit {
  private Misfit() {}

  static String in(JsonMappingException e, Shape<?> shape) {
    List<JsonMappingException.Reference> path = e.getPath();
    if (path.isEmpty()) {
      return shape.expected();
    }
    if (e instanceof UnrecognizedPropertyException) {
      return "unknown: %s; %s".formatted(place(path), shape.expected());
    }
    if (e.getOriginalMessage().startsWith("Missing required")) {
      return "missing: %s; %s".formatted(place(path), shape.expected());
    }
    return mustBe(path, e, shape);
  }

  private static String mustBe(
      List<JsonMappingException.Reference> path, JsonMappingException e, Shape<?> shape) {
    JsonMappingException.Reference last = path.get(path.size() - 1);
    boolean isForText =
        e instanceof MismatchedInputException mismatch && mismatch.getTargetType() == String.class;
    if (isForText) {
      return "%s must be %s".formatted(place(path), YamlText.in(e));
    }
    // Of an entry that is none, the list says most.
    return last.getFieldName() == null
        ? mustBe(path.subList(0, path.size() - 1), e, shape)
        : "%s must be %s".formatted(place(path), shape.valueOf(last.getFieldName()));
  }

  /** Such as "kind in entry 3 of crawlers". */
  private static String place(List<JsonMappingException.Reference> path) {
    JsonMappingException.Reference last = path.get(path.size() - 1);
    if (path.size() == 1) {
      return last.getFieldName();
    }
    List<JsonMappingException.Reference> around = path.subList(0, path.size() - 1);
    return last.getFieldName() == null
        ? "an entry of " + place(around)
        : "%s in %s".formatted(last.getFieldName(), entry(around));
  }

  private static String entry(List<JsonMappingException.Reference> path) {
    return "entry %d of %s"
        .formatted(
            path.get(path.size() - 1).getIndex() + 1, place(path.subList(0, path.size() - 1)));
  }
}
