package org.hitledger.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A document without one of its values, for each of them. */
final class LostValues {
  private final JsonNode document;
  private final List<String> broken = new ArrayList<>();

  private LostValues(JsonNode document) {
    this.document = document;
  }

  /**
   * The fields of records, taken away or null, and the elements of lists, null; but for damage,
   * which the first ledgers did not have.
   */
  static List<String> of(String document) throws JsonProcessingException {
    var lost = new LostValues(new ObjectMapper().readTree(document));
    lost.walk(lost.document);
    return lost.broken;
  }

  private void walk(JsonNode node) {
    if (node instanceof ObjectNode fields) {
      List<String> names = new ArrayList<>();
      fields.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> lose(fields, name));
    } else if (node instanceof ArrayNode elements) {
      for (int i = 0; i < elements.size(); i++) {
        lose(elements, i);
      }
    }
  }

  private void lose(ObjectNode fields, String name) {
    if (name.equals("damage")) {
      return;
    }
    JsonNode value = fields.remove(name);
    broken.add(document.toString());
    fields.putNull(name);
    broken.add(document.toString());
    fields.set(name, value);
    // Maps may have fewer: settings by their names, marks by their places.
    if (!List.of("settings", "marks").contains(name)) {
      walk(value);
    }
  }

  private void lose(ArrayNode elements, int i) {
    JsonNode value = elements.get(i);
    elements.setNull(i);
    broken.add(document.toString());
    elements.set(i, value);
    walk(value);
  }
}
