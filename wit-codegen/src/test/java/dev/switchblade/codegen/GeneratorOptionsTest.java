package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorOptionsTest {

  private static final Path WIT = Path.of("wit");

  private final GeneratorOptions.Builder options = GeneratorOptions.builder(WIT);

  @Test
  void nothingNeedsToBeGivenButTheWit() {
    GeneratorOptions plain = options.build();
    assertEquals(WIT, plain.input());
    assertEquals("", plain.world());
    assertEquals("", plain.packageName());
    assertEquals("", plain.className());
    assertEquals(List.of(), plain.features());
    assertFalse(plain.allFeatures());
    assertFalse(plain.implementWasi());
    assertFalse(plain.throwErrors());
    assertEquals(Map.of(), plain.mappings());
  }

  @Test
  void whatIsGivenIsKept() {
    GeneratorOptions all =
        options
            .world("shop")
            .packageName("com.acme")
            .className("AcmeShop")
            .feature("a")
            .feature("b")
            .allFeatures(true)
            .implementWasi(true)
            .throwErrors(true)
            .map("acme:time/types", "com.acme.time")
            .map("acme:time/types.instant", "java.time.Instant:com.acme.Instants")
            .build();
    assertEquals(
        new GeneratorOptions(
            WIT,
            "shop",
            "com.acme",
            "AcmeShop",
            List.of("a", "b"),
            true,
            true,
            true,
            Map.of(
                "acme:time/types",
                "com.acme.time",
                "acme:time/types.instant",
                "java.time.Instant:com.acme.Instants")),
        all);
  }

  /** Options that were built stay what they are. */
  @Test
  void aBuilderIsNotTheOptions() {
    GeneratorOptions before = options.feature("a").build();
    options.feature("b").world("other");
    assertEquals(List.of("a"), before.features());
    assertEquals("", before.world());
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme", "acme", "a.b_c.v1_0_0", "int_", "record"})
  void namesOfPackagesAreTaken(String name) {
    assertEquals(name, options.packageName(name).build().packageName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.",
        ".com",
        "com..acme",
        "com.int",
        "com-acme",
        "1a",
        "com.acme.class",
        " ",
        "a b",
        "../acme",
        "com/acme",
      })
  void otherNamesOfPackagesAreNot(String name) {
    var exception = assertThrows(IllegalArgumentException.class, () -> options.packageName(name));
    assertEquals("expected a Java package, such as com.acme, got " + name, exception.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "S", "Shop2", "_Shop"})
  void namesOfClassesAreTaken(String name) {
    assertEquals(name, options.className(name).build().className());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Shop",
        "2Shop",
        "class",
        "true",
        "Sh-op",
        " Shop",
        "Shop<T>",
        "../Shop",
        "_",
      })
  void otherNamesOfClassesAreNot(String name) {
    var exception = assertThrows(IllegalArgumentException.class, () -> options.className(name));
    assertEquals(
        "expected a Java class without its package, such as Shop, got " + name,
        exception.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "java", "var", "record", "yield", "sealed", "permits"})
  void classesBeginWithACapitalLetter(String name) {
    var exception = assertThrows(IllegalArgumentException.class, () -> options.className(name));
    assertEquals(
        "expected a Java class without its package, such as Shop, got "
            + name
            + ", which doesn't begin with a capital letter",
        exception.getMessage());
  }

  /** A class hides a package of its name, which would be {@code Shop.Shop.Shop}. */
  @Test
  void packagesBeginWithASmallLetter() {
    var exception = assertThrows(IllegalArgumentException.class, () -> options.packageName("Shop"));
    assertEquals(
        "expected a Java package, such as com.acme, got Shop, which doesn't begin with a small"
            + " letter",
        exception.getMessage());
    assertThrows(IllegalArgumentException.class, () -> options.map("a:b/c", "Shop.c"));
    assertThrows(IllegalArgumentException.class, () -> options.map("a:b/c.d", "Shop.C:shop.C"));
    assertThrows(IllegalArgumentException.class, () -> options.map("a:b/c.d", "shop.C:Shop.C"));
  }

  @ParameterizedTest
  @CsvSource({
    "wasi:http/types, com.acme.http",
    "wasi:http/types@0.2.3, com.acme.http",
    "acme:time/types@1.0.0-rc.one, time",
    "acme:time/types.instant, java.time.Instant:com.acme.Instants",
    "acme:time/types@1.0.0.instant, java.time.Instant:com.acme.Instants",
    "acme:time/types.zoned-time, com.acme.Time.Zoned:com.acme.Time.Converter",
  })
  void interfacesAndTypesAreMapped(String wit, String java) {
    assertEquals(Map.of(wit, java), options.map(wit, java).build().mappings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "types",
        "acme/types",
        "acme:time",
        "acme:time.types",
        "acme:time/types.",
        ":/",
        "acme:time/types/more",
        "acme:time/types.instant.more",
      })
  void whatIsNeitherCanNotBeMapped(String wit) {
    var exception =
        assertThrows(IllegalArgumentException.class, () -> options.map(wit, "com.acme"));
    assertEquals(
        "expected an interface (acme:time/types) or a type (acme:time/types.instant), got " + wit,
        exception.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com.acme.", "com.int", "java.time.Instant:com.acme.Instants", "a b"})
  void interfacesGoToPackages(String java) {
    var exception =
        assertThrows(IllegalArgumentException.class, () -> options.map("acme:time/types", java));
    assertEquals(
        "acme:time/types: expected a Java package, such as com.acme.http, got " + java,
        exception.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "java.time.Instant",
        "java.time.Instant:",
        ":com.acme.Instants",
        "java.time.Instant:com.acme.Instants:more",
        "java.time.Instant:com.acme.class",
        "java.time.Instant:com acme.Instants",
        "java.time.instant:com.acme.Instants",
        "java.time.Instant:com.acme.instants",
        "Instant:com.acme.Instants",
        "java.time.Instant:Instants",
      })
  void typesGoToClassesWithAConverter(String java) {
    var exception =
        assertThrows(
            IllegalArgumentException.class, () -> options.map("acme:time/types.instant", java));
    assertEquals(
        "acme:time/types.instant: expected a class and its converter"
            + " (java.time.Instant:com.acme.Instants; in a pom.xml <java> and <converter>), got "
            + java,
        exception.getMessage());
  }
}
