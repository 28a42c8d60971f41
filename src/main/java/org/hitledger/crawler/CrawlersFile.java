package org.hitledger.crawler;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.hitledger.yaml.Shape;
import org.hitledger.yaml.YamlFile;

/** Reads a list of crawlers from YAML. */
public final class CrawlersFile {
  private static final String SHIPPED = "/crawlers.yaml";

  private static final Shape<Document> SHAPE =
      new Shape<>(
          Document.class,
          "expected the key crawlers, " + CrawlerEntry.EXPECTED,
          "conf" + SHIPPED,
          Map.of("crawlers", CrawlerEntry.EXPECTED));

  private CrawlersFile() {}

  /** The file's contents. */
  private record Document(@JsonProperty(required = true) List<CrawlerEntry> crawlers) {}

  /**
   * The list that comes with this program.
   *
   * @return that of {@code conf/crawlers.yaml}, of which our jar has a copy
   */
  public static List<ListedCrawler> shipped() {
    try (InputStream in = CrawlersFile.class.getResourceAsStream(SHIPPED)) {
      return read(in, "conf" + SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a list.
   *
   * @param yaml the file's contents; not closed
   * @param name what messages call the file
   * @return its entries
   * @throws org.hitledger.fault.UsageFault if the contents are no such list; the message says what
   *     was expected, and has the line if they are not even YAML
   * @throws IOException if the stream cannot be read
   */
  public static List<ListedCrawler> read(InputStream yaml, String name) throws IOException {
    return YamlFile.read(yaml, name, SHAPE, document -> CrawlerEntry.checked(document.crawlers()));
  }
}
