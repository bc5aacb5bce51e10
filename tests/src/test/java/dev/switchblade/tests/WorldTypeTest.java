package dev.switchblade.tests;

import static dev.switchblade.wit.WitType.Primitive.STRING;
import static dev.switchblade.wit.WitType.Primitive.U32;
import static dev.switchblade.wit.WitTypes.func;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestWorld;
import dev.switchblade.LinkException;
import dev.switchblade.LinkException.Kind;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.wit.WitType;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Worlds as generated code has them, and components that don't fit them. */
final class WorldTypeTest {

  /** As the generator writes one. */
  static final class Shop extends GuestWorld {
    Shop(Exports exports, @Nullable Store ownStore) {
      super(ownStore);
      assertEquals("f", exports.func(0).name());
    }
  }

  private static final String COMPONENT =
      """
      (component
        (import "clock" (func (result u32)))
        (import "logger" (func (param "line" string)))
        (core module $m (func (export "f") (result i32) (i32.const 1)))
        (core instance $m (instantiate $m))
        (func (export "f") (result u32) (canon lift (core func $m "f"))))
      """;

  private static Engine engine;
  private static Component component;

  @BeforeAll
  static void compile() {
    engine = Engine.create();
    component = engine.compileText(COMPONENT);
  }

  @AfterAll
  static void close() {
    component.close();
    engine.close();
  }

  private static WorldType<Shop> exporting(String name, WitType.Function type) {
    return WorldType.of(
        Shop::new, ExportTypes.builder("Shop", "shop.wit").func("", name, type).build());
  }

  private static Linker linker(String... functions) {
    var linker = new Linker(engine);
    for (String function : functions) {
      linker.root().func(function, _ -> 1);
    }
    return linker;
  }

  private static LinkException mismatch(WorldType<Shop> world, Linker linker) {
    return assertThrows(LinkException.class, () -> world.prepare(component, linker));
  }

  private static Set<String> problems(LinkException mismatch) {
    return mismatch.problems().stream()
        .map(problem -> problem.kind() + " " + problem.subject())
        .collect(Collectors.toSet());
  }

  @Test
  void whatFitsIsLinked() {
    try (Prepared<Shop> prepared =
            exporting("f", func(U32)).prepare(component, linker("clock", "logger"));
        Shop shop = prepared.instantiate()) {
      assertNotNull(shop);
    }
  }

  @Test
  void whatIsWrongWithTheImportsIsToldWithWhatIsWithTheExports() {
    LinkException both = mismatch(exporting("f", func(STRING)), linker("clock"));
    assertEquals(
        Set.of(Kind.DIFFERENT_EXPORT + " f", Kind.MISSING_IMPORT + " logger"), problems(both));
    assertTrue(both.getMessage().contains("expected string, found u32"), both.getMessage());
    assertTrue(both.getMessage().contains("logger: func(line: string)"), both.getMessage());
  }

  @Test
  void eitherIsToldAlone() {
    LinkException atExports = mismatch(exporting("g", func(U32)), linker("clock", "logger"));
    assertEquals(Set.of(Kind.MISSING_EXPORT + " g"), problems(atExports));
    LinkException atImports = mismatch(exporting("f", func(U32)), linker());
    assertEquals(
        Set.of(Kind.MISSING_IMPORT + " clock", Kind.MISSING_IMPORT + " logger"),
        problems(atImports));
  }

  /** That fails in yet another way; the exports are told all the same. */
  @Test
  void aLinkerOfAnotherEngineHidesNothing() {
    try (Engine other = Engine.create()) {
      var wrong = mismatch(exporting("g", func(U32)), new Linker(other));
      assertEquals(Set.of(Kind.MISSING_EXPORT + " g"), problems(wrong));
      assertEquals(IllegalArgumentException.class, wrong.getSuppressed()[0].getClass());
    }
  }

  /** A type that can't cross is one thing that is wrong among others. */
  @Test
  void typesThatCantCrossAreToldWithTheRest() {
    String text =
        """
        (component
          (import "missing" (func))
          (import "stream" (func (param "s" (stream u8))))
          (import "typed" (func (result u32)))
          (import "future" (func (param "f" (future u8)))))
        """;
    try (Engine concurrent = Engine.builder().concurrency(true).build();
        Component async = concurrent.compileText(text)) {
      var linker = new Linker(concurrent);
      linker.root().func("stream", _ -> null);
      linker.root().func("future", _ -> null);
      linker.root().func("typed", func(STRING), _ -> "");
      var mismatch = assertThrows(LinkException.class, () -> linker.instantiatePre(async));
      assertEquals(
          Set.of(
              Kind.MISSING_IMPORT + " missing",
              Kind.UNSUPPORTED_TYPE + " stream",
              Kind.DIFFERENT_IMPORT + " typed",
              Kind.UNSUPPORTED_TYPE + " future"),
          problems(mismatch));
    }
  }
}
