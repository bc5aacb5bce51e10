package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.CompositionException;
import dev.switchblade.CompositionScript;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.wit.WitItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that are plugged into each other, and what comes of it. */
final class CompositionTest {

  private static final byte[] ONE = bytes(Plugs.source("acme:n/source@1.0.0", "get", 1));
  private static final byte[] TWO = bytes(Plugs.source("acme:n/source@1.0.0", "get", 2));

  /** Imports a source, and exports ten times as much and 3. */
  private static final byte[] TIMES_TEN = bytes(over("acme:n/source@1.0.0", "acme:n/sum@1.0.0"));

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String over(String imported, String exported) {
    return Plugs.sum(
        List.of(new Plugs.Import(imported, "get")),
        exported,
        exported.contains("sum") ? "sum" : "get",
        3);
  }

  private static Composition composition() {
    return Composition.of(Guests.ENGINE);
  }

  private static Object call(Component component, String instance, String function) {
    return call(component, new Linker(Guests.ENGINE), instance, function);
  }

  private static Object call(Component component, Linker linker, String instance, String function) {
    try (var store = new Store(Guests.ENGINE)) {
      return linker.instantiate(store, component).func(instance, function).call();
    }
  }

  private static List<String> names(List<WitItem> items) {
    return items.stream().map(WitItem::name).toList();
  }

  @Test
  void whatOneExportsTheOtherImports() {
    Composition composition =
        composition()
            .add("one", ONE)
            .add("times-ten", TIMES_TEN)
            .plug("one", "times-ten")
            .export("times-ten");
    try (Component app = composition.compile()) {
      assertEquals(List.of(), app.imports());
      assertEquals(List.of("acme:n/sum@1.0.0"), names(app.exports()));
      assertEquals("composition", app.name());
      assertEquals(31, call(app, "acme:n/sum@1.0.0", "sum"));
    }
    assertEquals("composition of one, times-ten", composition.toString());
    assertEquals(List.of("one", "times-ten"), composition.parts());
  }

  @Test
  void theBytesAreAComponentLikeAnyOther(@TempDir Path folder) throws Exception {
    byte[] bytes =
        composition()
            .add("one", ONE)
            .add("times-ten", TIMES_TEN)
            .plug("one", "times-ten")
            .export("times-ten")
            .toBytes();
    Path file = folder.resolve("app.wasm");
    Files.write(file, bytes);
    try (Component app = Guests.ENGINE.compile(file)) {
      assertEquals(31, call(app, "acme:n/sum@1.0.0", "sum"));
      assertTrue(app.wit().contains("export acme:n/sum@1.0.0;"), app.wit());
    }
    // It can be a part of another one.
    byte[] outer =
        composition()
            .add("inner", file)
            .add(
                "outer",
                bytes(
                    Plugs.sum(
                        List.of(new Plugs.Import("acme:n/sum@1.0.0", "sum")),
                        "acme:n/all",
                        "all",
                        5)))
            .plug("inner", "outer")
            .export("outer")
            .toBytes();
    try (Component app = Guests.ENGINE.compile(outer)) {
      assertEquals(81, call(app, "acme:n/all", "all"));
    }
  }

  @Test
  void whatIsNotPluggedIsLeftToTheHostOnceForAll() {
    byte[] other =
        bytes(
            Plugs.sum(
                List.of(new Plugs.Import("acme:n/source@1.2.0", "get")),
                "acme:n/other",
                "other",
                7));
    try (Component app =
        composition()
            .add("times-ten", TIMES_TEN)
            .add("other", other)
            .export("times-ten")
            .export("other")
            .compile()) {
      assertEquals(List.of("acme:n/source@1.2.0"), names(app.imports()));
      var linker = new Linker(Guests.ENGINE);
      linker.instance("acme:n/source@1.2.0").func("get", _ -> 4);
      assertEquals(34, call(app, linker, "acme:n/sum@1.0.0", "sum"));
      assertEquals(74, call(app, linker, "acme:n/other", "other"));
    }
  }

  @Test
  void oneComponentCanBeSeveralParts() {
    byte[] both =
        bytes(
            Plugs.sum(
                List.of(
                    new Plugs.Import("acme:n/left", "get"),
                    new Plugs.Import("acme:n/right", "get")),
                "acme:n/both",
                "both",
                0));
    try (Component app =
        composition()
            .add("left", COUNTER)
            .add("right", COUNTER)
            .add("both", both)
            .plug("left", "acme:n/counter", "both", "acme:n/left")
            .plug("right", "acme:n/counter", "both", "acme:n/right")
            .export("both")
            .compile()) {
      // Each has a memory of its own.
      assertEquals(11, call(app, "acme:n/both", "both"));
    }
    byte[] large =
        bytes(
            new String(COUNTER, UTF_8)
                .replace(
                    "(global $n (mut",
                    "(memory 1) (data (i32.const 0) \""
                        + "x".repeat(10_000)
                        + "\") (global $n (mut"));
    byte[] once = composition().add("left", large).export("left").toBytes();
    byte[] twice =
        composition()
            .add("left", large)
            .add("right", large.clone())
            .export("left")
            .export("right", "acme:n/counter", "acme:n/other-counter")
            .toBytes();
    assertTrue(once.length > 10_000);
    assertTrue(twice.length < once.length + 5_000, "the code is there once");
  }

  /** Exports a function that returns 1, 2, 3, … */
  private static final byte[] COUNTER =
      bytes(
          """
          (component
            (core module $m
              (global $n (mut i32) (i32.const 0))
              (func (export "get") (result i32)
                (global.set $n (i32.add (global.get $n) (i32.const 1)))
                (global.get $n)))
            (core instance $m (instantiate $m))
            (func $get (result u32) (canon lift (core func $m "get")))
            (instance $counter (export "get" (func $get)))
            (export "acme:n/counter" (instance $counter)))
          """);

  @Test
  void aDiamondHasOneOfWhatIsAtItsEnd() {
    String up = "acme:n/counter";
    byte[] left = bytes(Plugs.sum(List.of(new Plugs.Import(up, "get")), "acme:n/left", "get", 0));
    byte[] right = bytes(Plugs.sum(List.of(new Plugs.Import(up, "get")), "acme:n/right", "get", 0));
    byte[] both =
        bytes(
            Plugs.sum(
                List.of(
                    new Plugs.Import("acme:n/left", "get"),
                    new Plugs.Import("acme:n/right", "get")),
                "acme:n/both",
                "both",
                0));
    try (Component app =
        composition()
            .add("counter", COUNTER)
            .add("left", left)
            .add("right", right)
            .add("both", both)
            .plug("counter", "left")
            .plug("counter", "right")
            .plug("left", "both")
            .plug("right", "both")
            .export("both")
            .export("counter")
            .compile()) {
      try (var store = new Store(Guests.ENGINE)) {
        var instance = new Linker(Guests.ENGINE).instantiate(store, app);
        assertEquals(12, instance.func("acme:n/both", "both").call());
        // What is plugged in can be exported, too.
        assertEquals(3, instance.func("acme:n/counter", "get").call());
        assertEquals(45, instance.func("acme:n/both", "both").call());
      }
    }
  }

  @Test
  void whatIsPluggedByItsNameGoesBeforeAllThatMatches() {
    Composition composition =
        composition()
            .add("one", ONE)
            .add("two", TWO)
            .add("times-ten", TIMES_TEN)
            .plug("two", "times-ten")
            .plug("one", "acme:n/source", "times-ten");
    CompositionException unused =
        assertThrows(CompositionException.class, () -> composition.export("times-ten").toBytes());
    assertEquals(CompositionException.Kind.UNUSED, unused.kind());
    try (Component app = composition.export("times-ten").export("two").compile()) {
      assertEquals(31, call(app, "acme:n/sum@1.0.0", "sum"));
    }
  }

  @Test
  void exportsCanBeChosenAndHaveOtherNames() {
    try (Component app =
        composition()
            .add("one", ONE)
            .add("two", TWO)
            .export("one", "acme:n/source")
            .export("two", "acme:n/source", "acme:n/second@2.1.0")
            .compile()) {
      assertEquals(List.of("acme:n/source@1.0.0", "acme:n/second@2.1.0"), names(app.exports()));
      assertEquals(1, call(app, "acme:n/source@1.0.0", "get"));
      assertEquals(2, call(app, "acme:n/second@2.1.0", "get"));
    }
  }

  @Test
  void versionsThatCanStandForEachOtherMatch() {
    for (String version : List.of("1.0.0", "1.7.2")) {
      byte[] source = bytes(Plugs.source("acme:n/source@" + version, "get", 6));
      try (Component app =
          composition()
              .add("source", source)
              .add("times-ten", TIMES_TEN)
              .plug("source", "times-ten")
              .export("times-ten")
              .compile()) {
        assertEquals(List.of(), app.imports());
        assertEquals(36, call(app, "acme:n/sum@1.0.0", "sum"));
      }
    }
  }

  @Test
  void withFullNamesAnotherVersionCanBePlugged() {
    byte[] source = bytes(Plugs.source("acme:n/source@2.0.0", "get", 6));
    try (Component app =
        composition()
            .add("source", source)
            .add("times-ten", TIMES_TEN)
            .plug("source", "acme:n/source@2.0.0", "times-ten", "acme:n/source@1.0.0")
            .export("times-ten")
            .compile()) {
      assertEquals(36, call(app, "acme:n/sum@1.0.0", "sum"));
    }
  }

  @Test
  void aComponentBetweenAnotherAndTheHostFilters() {
    List<String> log = new ArrayList<>();
    try (Component app =
        composition()
            .add("filter", bytes(FIRST_FIVE))
            .add("processor", Guests.file("processor.wasm"))
            .plug("filter", "logger", "processor")
            .export("processor")
            .compile()) {
      assertTrue(names(app.imports()).contains("logger"));
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "logger",
              call -> {
                log.add(call.string(0));
                return null;
              });
      try (var store = new Store(Guests.ENGINE)) {
        byte[] inverted =
            (byte[])
                linker.instantiate(store, app).func("process").call((Object) new byte[] {1, 2});
        assertArrayEquals(new byte[] {(byte) 0xfe, (byte) 0xfd}, inverted);
      }
    }
    assertEquals(1, log.size());
    assertEquals(5, log.getFirst().length());
  }

  /** Hands the first five bytes of each message on. */
  private static final String FIRST_FIVE =
      """
      (component
        (import "logger" (func $logger (param "msg" string)))
      %1$s
        (core func $lowered (canon lower (func $logger) %2$s))
        (core module $m
          (import "h" "logger" (func $logger (param i32 i32)))
          (func (export "logger") (param i32 i32)
            (if (i32.gt_u (local.get 1) (i32.const 5)) (then (local.set 1 (i32.const 5))))
            (call $logger (local.get 0) (local.get 1))))
        (core instance $h (export "logger" (func $lowered)))
        (core instance $m (instantiate $m (with "h" (instance $h))))
        (func (export "logger") (param "msg" string) (canon lift (core func $m "logger") %2$s)))
      """
          .formatted(Guests.LIBC, Guests.WITH_LIBC);

  @Test
  void aPartIsReplacedByItsName() {
    Composition first =
        composition()
            .add("source", ONE)
            .add("times-ten", TIMES_TEN)
            .plug("source", "times-ten")
            .export("times-ten");
    Composition second = first.with("source", TWO);
    try (Component one = first.compile();
        Component two = second.compile()) {
      assertEquals(31, call(one, "acme:n/sum@1.0.0", "sum"));
      assertEquals(32, call(two, "acme:n/sum@1.0.0", "sum"));
    }
  }

  @Test
  void whatWasCompiledOrLoadedCanBeAPart() {
    var key = new SecretKeySpec(new byte[32], "HmacSHA256");
    byte[] artifact;
    try (Component one = Guests.ENGINE.compile(ONE)) {
      artifact = one.serialize(key);
    }
    Component one = Guests.ENGINE.deserialize(artifact, key);
    Component timesTen = Guests.ENGINE.compile(TIMES_TEN);
    one.close();
    timesTen.close();
    try (Component app =
        composition()
            .add("one", one)
            .add("times-ten", timesTen)
            .plug("one", "times-ten")
            .export("times-ten")
            .compile()) {
      assertEquals(31, call(app, "acme:n/sum@1.0.0", "sum"));
    }
  }

  @Test
  void theBytesAreTheSameEachTimeAndWhatWasAddedIsCopied() {
    byte[] source = ONE.clone();
    Composition composition =
        composition()
            .add("one", source)
            .add("times-ten", TIMES_TEN)
            .plug("one", "times-ten")
            .export("times-ten");
    byte[] before = composition.toBytes();
    source[0] = 0;
    assertArrayEquals(before, composition.toBytes());
  }

  @Test
  void aTextComposes() {
    String text =
        """
        package acme:app;

        let one = new acme:one {};
        let ten = new acme:times-ten { ...one };
        export ten...;
        """;
    CompositionScript script =
        CompositionScript.of(Guests.ENGINE, text)
            .add("acme:one", ONE)
            .add("acme:times-ten", TIMES_TEN);
    try (Component app = script.compile()) {
      assertEquals(31, call(app, "acme:n/sum@1.0.0", "sum"));
    }
    assertEquals("composition of acme:one, acme:times-ten", script.toString());
  }

  @Test
  void aTextNamesVersionsAndLeavesTheRestToTheHost() {
    String text =
        """
        package acme:app;
        let ten = new acme:times-ten@1.2.3 { ... };
        export ten["acme:n/sum@1.0.0"] as total;
        """;
    try (Component app =
        CompositionScript.of(Guests.ENGINE, text)
            .add("acme:times-ten@1.2.3", TIMES_TEN)
            .compile()) {
      assertEquals(List.of("acme:n/source@1.0.0"), names(app.imports()));
      assertEquals(List.of("total"), names(app.exports()));
    }
  }

  @Test
  void anEngineThatCannotCompileItSaysSoLater() {
    byte[] memories =
        bytes(
            """
            (component
              (core module $m (memory 1) (memory 1) (func (export "get") (result i32) (i32.const 1)))
              (core instance $m (instantiate $m))
              (func $get (result u32) (canon lift (core func $m "get")))
              (instance $i (export "get" (func $get)))
              (export "acme:n/source@1.0.0" (instance $i)))
            """);
    byte[] app =
        composition()
            .add("source", memories)
            .add("times-ten", TIMES_TEN)
            .plug("source", "times-ten")
            .export("times-ten")
            .toBytes();
    assertFalse(app.length == 0);
    try (Engine engine =
        Engine.builder().feature(dev.switchblade.WasmFeature.MULTI_MEMORY, false).build()) {
      assertThrows(dev.switchblade.CompilationException.class, () -> engine.compile(app));
    }
  }
}
