package org.hitledger.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/**
 * The style sheet and the script of a page, with those of the library that draws its charts.
 *
 * @param style as it stands in the page
 * @param script as it stands in the page
 */
record Assets(String style, String script) {
  private static final String CHARTS = "charts";

  static Assets read() {
    String charts = text("page.properties", CHARTS);
    return new Assets(
        resource(charts + "uPlot.min.css") + resource("page.css"),
        resource(charts + "uPlot.iife.min.js") + "\n" + resource("page.js"));
  }

  /**
   * Nothing is loaded, and nothing runs but these two, which are known by their digests (Content
   * Security Policy Level 3, 2.3.1).
   */
  String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'; script-src '%s'"
        .formatted(digest(style), digest(script));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String resource, String name) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
