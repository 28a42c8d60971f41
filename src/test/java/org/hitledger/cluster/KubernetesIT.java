package org.hitledger.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hitledger.cluster.Submit.Finished;
import org.hitledger.testing.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a cluster of Kubernetes would be asked for: the API is a mock, and nothing runs. The page's
 * command is what is submitted, with this API, image and folders.
 */
@Full
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KubernetesIT {
  private static final Path PAGE = Path.of("src/site/markdown/kubernetes.md");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^    SPARK_HOME=\\S+ \\./submit\\.sh ((?:.*\\\\\\n)*.*)");
  private static final Pattern DOCKERFILE =
      Pattern.compile("```dockerfile\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ADDED = Pattern.compile("(?m)^ADD (\\S+)");
  private static final Pattern UNPACKED = Pattern.compile("/opt/(hitledger-[\\w.-]+/[\\w.-]*\\w)");
  private static final String IMAGE = "registry.example/hitledger:1";

  @TempDir Path folder;

  /** The words of the page's command behind the script, with what it leaves to the user. */
  private List<String> words(MockKubernetes api) throws Exception {
    Matcher command = COMMAND.matcher(Files.readString(PAGE));
    assertThat(command.find()).isTrue();
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    return Stream.of(command.group(1).split("[\\s\\\\]+"))
        .map(word -> word.replace("k8s://https://API:6443", api.master()))
        .map(word -> word.replace("=IMAGE", "=" + IMAGE))
        .map(word -> word.replace("s3a://BUCKET/jars", uploads.toUri().toString()))
        .toList();
  }

  private Finished submit(List<String> words) throws Exception {
    int end = words.indexOf("--");
    return Submit.with(words.subList(0, end).toArray(String[]::new))
        // A mock never tells that a pod has ended.
        .conf("spark.kubernetes.submission.waitAppCompletion=false")
        .withSparkHome(sparkHome())
        .run(words.subList(end + 1, words.size()).toArray());
  }

  /** An installation of Spark has these jars; what Maven fetches for the build has not. */
  private static Path sparkHome() throws Exception {
    Path home = Path.of("target/spark-kubernetes").toAbsolutePath();
    Process fetch =
        new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "-Pkubernetes",
                "dependency:copy-dependencies",
                "-DincludeScope=provided",
                "-DoutputDirectory=" + home.resolve("jars"))
            .inheritIO()
            .start();
    assertThat(fetch.waitFor()).isZero();
    return SparkHome.in(home);
  }

  @Test
  void the_pages_command_asks_for_a_driver_with_our_class_arguments_and_settings()
      throws Exception {
    try (var api = new MockKubernetes()) {
      List<String> words = words(api);
      Finished run = submit(words);
      assertThat(run.code()).as(run.err()).isZero();

      JsonNode driver = api.only("Pod").at("/spec/containers/0");
      assertThat(driver.path("image").asText()).isEqualTo(IMAGE);
      assertThat(texts(driver.path("args")))
          .startsWith("driver")
          .containsSequence("--class", "org.hitledger.cli.Main")
          .endsWith(words.subList(words.indexOf("--") + 1, words.size()).toArray(String[]::new));
      assertThat(api.only("Pod").at("/spec/serviceAccountName").asText()).isEqualTo("spark");

      Properties settings = settings(api);
      assertThat(settings)
          .containsEntry("spark.kubernetes.container.image", IMAGE)
          .containsEntry("spark.executor.instances", "4")
          // Of conf/spark-defaults.conf, which the script hands over.
          .containsEntry("spark.sql.adaptive.enabled", "false");
      Path jar = Path.of(URI.create(settings.getProperty("spark.jars")));
      assertThat(jar).startsWith(folder.resolve("uploads")).hasFileName("hitledger.jar");
      assertThat(Files.mismatch(jar, Path.of("target/hitledger.jar"))).isEqualTo(-1);
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Properties settings(MockKubernetes api) throws Exception {
    var settings = new Properties();
    settings.load(
        new StringReader(api.only("ConfigMap").path("data").path("spark.properties").asText()));
    return settings;
  }

  /** What the base image has, nobody here can look at. */
  @Test
  void the_recipe_of_the_image_adds_what_the_build_makes() throws Exception {
    Matcher recipe = DOCKERFILE.matcher(Files.readString(PAGE));
    assertThat(recipe.find()).isTrue();
    List<String> added = all(ADDED, recipe.group(1));

    assertThat(added).singleElement().satisfies(file -> assertThat(Path.of(file)).exists());
    assertThat(filesOf(added.get(0))).containsAll(all(UNPACKED, recipe.group(1)));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static List<String> filesOf(String archive) throws Exception {
    Process list = new ProcessBuilder("tar", "-tzf", archive).start();
    return new String(list.getInputStream().readAllBytes(), UTF_8).lines().toList();
  }
}
