package org.hitledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** Data flows one way, and the core knows nothing of the engine. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hitledger");

  @Test
  void the_core_is_plain_java() {
    classes()
        .that()
        .resideInAPackage("org.hitledger.access..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.hitledger.access..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAnyPackage("org.hitledger.rules..", "org.hitledger.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache..", "scala..")
        .check(OURS);
  }

  @Test
  void only_five_packages_know_spark() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.hitledger.count..",
            "org.hitledger.hits..",
            "org.hitledger.query..",
            "org.hitledger.session..",
            "org.hitledger.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .check(OURS);
  }

  @Test
  void packages_do_not_depend_on_each_other_in_circles() {
    slices().matching("org.hitledger.(*)..").should().beFreeOfCycles().check(OURS);
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
}
