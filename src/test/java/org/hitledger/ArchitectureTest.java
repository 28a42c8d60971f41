package org.hitledger;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.hitledger.source.HadoopFileSystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports point one way, and the core knows nothing of the engine. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hitledger");

  /** A library of plain Java, in spite of its name; for reports alone. */
  private static final String SKETCHES = "org.apache.datasketches..";

  /** Each room may use those above it in this list, and none below. */
  private static final List<String> ROOMS =
      List.of(
          "fault",
          "bytes",
          "identity",
          "text",
          "rows",
          "yaml",
          "crawler",
          "access",
          "timetext",
          "pattern",
          "logformat",
          "rules",
          "period",
          "privacy",
          "report",
          "balance",
          "page",
          // Made of src/main/jte by the build.
          "page.templates",
          "compression",
          "source",
          "lines",
          "detect",
          "plan",
          "render",
          "publish",
          "ledger",
          "spark",
          "product",
          "product.findings",
          "product.count",
          "product.hits",
          "product.stored",
          "product.report",
          "product.rejects",
          "datasource",
          "query",
          "app",
          "shell",
          "cli");

  private static final List<String> PLAIN_JAVA =
      List.of(
          "fault",
          "bytes",
          "identity",
          "access",
          "timetext",
          "pattern",
          "period",
          "privacy",
          "balance");

  private static final List<String> WITHOUT_HADOOP =
      List.of("logformat", "rules", "text", "rows", "yaml", "crawler", "report", "page", "render");

  private static final List<String> WITHOUT_SPARK =
      List.of("compression", "source", "lines", "detect", "plan", "publish", "ledger");

  static Stream<String> rooms() {
    return ROOMS.stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_uses_only_those_above_it(String room) {
    String[] below =
        ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);

    if (below.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(packageOf(room))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(below)
          .check(OURS);
    }
  }

  @Test
  void every_class_is_in_a_room() {
    classes()
        .should()
        .resideInAnyPackage(ROOMS.stream().map(ArchitectureTest::packageOf).toArray(String[]::new))
        .check(OURS);
  }

  @Test
  void the_core_is_plain_java() {
    classes()
        .that()
        .resideInAnyPackage(packagesOf(PLAIN_JAVA))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.crypto..", "org.hitledger..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAnyPackage(packagesOf(WITHOUT_HADOOP))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache..", "scala..").and(resideOutsideOfPackage(SKETCHES)))
        .check(OURS);
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("report"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SKETCHES)
        .check(OURS);
  }

  @Test
  void files_are_found_read_and_published_without_spark() {
    noClasses()
        .that()
        .resideInAnyPackage(packagesOf(WITHOUT_SPARK))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .check(OURS);
  }

  /** Which says in words what is missing where a connector is. */
  @Test
  void file_systems_are_had_in_one_place() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(HadoopFileSystems.class.getName())
        .should()
        .callMethod(org.apache.hadoop.fs.Path.class, "getFileSystem", Configuration.class)
        .check(OURS);
  }

  @Test
  void only_the_command_line_knows_picocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(OURS);
  }

  /** So that its classes are loaded where somebody sits at a terminal, and in no other run. */
  @Test
  void only_the_shell_knows_line_editing() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("shell"))
        .and()
        .doNotHaveSimpleName("PromptCommands")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jline..")
        .check(OURS);
  }

  @Test
  void nothing_static_changes() {
    ArchRuleDefinition.fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(OURS);
  }

  private static String[] packagesOf(List<String> rooms) {
    return rooms.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
  }

  private static String packageOf(String room) {
    return "org.hitledger." + room;
  }

  @ParameterizedTest
  @CsvSource({"src/main/java, 250", "src/test/java, 400"})
  void files_are_small(Path folder, int mostLines) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .allSatisfy(
              file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(mostLines));
    }
  }
}
