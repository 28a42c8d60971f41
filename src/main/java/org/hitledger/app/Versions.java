package org.hitledger.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.util.VersionInfo;

/** Versions of this program and of what it runs on. */
public final class Versions {

  private Versions() {}

  /**
   * All of them.
   *
   * @return versions by name, this program first
   */
  public static Map<String, String> all() {
    var versions = new LinkedHashMap<String, String>();
    versions.put("hitledger", own());
    versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    versions.put("hadoop", VersionInfo.getVersion());
    versions.put("scala", scala.util.Properties.versionNumberString());
    versions.put("java", System.getProperty("java.version"));
    return versions;
  }

  /** That of this program. */
  static String own() {
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
