package org.hitledger.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/**
 * A notebook's file, in Jupyter's format nbformat 4.
 *
 * @param json all of it
 */
record Notebook(JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Notebook read(Path file) throws IOException {
    return new Notebook(JSON.readTree(file.toFile()));
  }

  /** A notebook of one cell for the kernel of this project. */
  static String of(String code) throws IOException {
    var notebook = JSON.createObjectNode();
    var cell = notebook.putArray("cells").addObject();
    cell.put("cell_type", "code").put("id", "only").put("source", code);
    cell.putNull("execution_count").putObject("metadata");
    cell.putArray("outputs");
    var kernel = notebook.putObject("metadata").putObject("kernelspec");
    kernel.put("name", "hitledger").put("display_name", "Java").put("language", "java");
    notebook.put("nbformat", 4).put("nbformat_minor", 5);
    return JSON.writeValueAsString(notebook);
  }

  /** The cells that hold code. */
  List<JsonNode> codeCells() {
    return children(json.path("cells"))
        .filter(cell -> cell.path("cell_type").asText().equals("code"))
        .toList();
  }

  /** The kinds of all outputs, such as {@code error}. */
  List<String> outputTypes() {
    return outputs().map(output -> output.path("output_type").asText()).toList();
  }

  /** The pictures, each as its width and height; what is no picture has none. */
  List<Optional<String>> pictures() {
    return outputs()
        .filter(output -> output.path("data").has("image/png"))
        .map(output -> sizeOf(text(output.path("data").path("image/png"))))
        .toList();
  }

  /** What each cell of code is and shows, in words. */
  List<String> codeAndWords() {
    return codeCells().stream()
        .map(cell -> text(cell.path("source")) + "\n---\n" + words(cell.path("outputs")))
        .toList();
  }

  private static String words(JsonNode outputs) {
    return children(outputs)
        .map(output -> text(output.path("text")) + text(output.path("data").path("text/plain")))
        .collect(Collectors.joining("\n"));
  }

  private Stream<JsonNode> outputs() {
    return codeCells().stream().flatMap(cell -> children(cell.path("outputs")));
  }

  private static Stream<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  /** The format has a long text as a list of lines. */
  private static String text(JsonNode node) {
    return node.isArray()
        ? children(node).map(JsonNode::asText).collect(Collectors.joining())
        : node.asText();
  }

  private static Optional<String> sizeOf(String base64) {
    byte[] png = Base64.getMimeDecoder().decode(base64);
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png)))
          .map(image -> image.getWidth() + "x" + image.getHeight());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
