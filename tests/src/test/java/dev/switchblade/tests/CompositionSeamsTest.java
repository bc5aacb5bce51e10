package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.Engine;
import dev.switchblade.GuestFrame;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.Tuple;
import dev.switchblade.WasmFeature;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.wasi.WasiClock;
import dev.switchblade.wasi.WasiConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What crosses between two components of a composition, and what doesn't. */
final class CompositionSeamsTest {

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Composition composition() {
    return Composition.of(Guests.ENGINE);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("bool", true),
        Arguments.of("u8", 200),
        Arguments.of("s64", Long.MIN_VALUE),
        Arguments.of("f32", 0.5f),
        Arguments.of("f64", -1e300),
        Arguments.of("char", 0x1f600),
        Arguments.of("string", "gr\u00fc\u00dfe \ud83d\ude00"),
        Arguments.of("list<u8>", new byte[] {1, 2, -3}),
        Arguments.of("list<string>", List.of("", "a", "bc")),
        Arguments.of("list<u16, 3>", new short[] {1, 2, -1}),
        Arguments.of("map<string, u32>", Map.of("one", 1)),
        Arguments.of("option<string>", Optional.of("x")),
        Arguments.of("result<string, u32>", new Result.Err<>(7)),
        Arguments.of("tuple<u8, string>", Tuple.of(1, "x")),
        Arguments.of(
            "record { name: string, tags: list<string> }",
            WitRecord.of("name", "n", "tags", List.of("t"))),
        Arguments.of("variant { none, some(string), number(u64) }", WitVariant.of("some", "x")),
        Arguments.of("enum { red, green }", "green"),
        Arguments.of("flags { r, w, x }", Set.of("r", "x")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void eachTypeCrossesTheSeam(String type, Object value) {
    byte[] echo = bytes(EchoGuest.text(List.of(type), type, "utf8"));
    // What the first calls is the second's, in a memory of its own and as UTF-16.
    byte[] other = bytes(EchoGuest.text(List.of(type), type, "utf16"));
    List<Object> seen = new ArrayList<>();
    try (Component app =
            composition()
                .add("other", other)
                .add("echo", echo)
                .plug("other", "f", "echo", "h")
                .export("echo", "f")
                .compile();
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", EchoGuest.returningFirst(seen));
      Instance instance = linker.instantiate(store, app);
      for (int i = 0; i < 3; i++) {
        Object result = instance.func("f").call(value);
        assertEqual(value, result);
        assertEqual(value, seen.get(i));
      }
    }
  }

  private static void assertEqual(Object expected, Object found) {
    switch (expected) {
      case byte[] array -> assertArrayEquals(array, (byte[]) found);
      case short[] array -> assertArrayEquals(array, (short[]) found);
      default -> assertEquals(expected, found);
    }
  }

  @Test
  void asyncFunctionsAndStreamsAreComposedForEnginesThatHaveThem() {
    String type = "async (param \"bytes\" (stream u8)) (result (future string))";
    byte[] needs = bytes("(component (import \"f\" (func " + type + ")))");
    byte[] hands =
        bytes("(component (import \"g\" (func $g " + type + ")) (export \"f\" (func $g)))");
    byte[] outer =
        bytes("(component (import \"f\" (func $f " + type + ")) (export \"run\" (func $f)))");
    byte[] app =
        composition()
            .add("hands", hands)
            .add("outer", outer)
            .plug("hands", "f", "outer")
            .export("outer")
            .toBytes();
    assertTrue(app.length > 0);
    // The same with another function is another type.
    var refused =
        assertThrows(
            dev.switchblade.CompositionException.class,
            () ->
                composition()
                    .add(
                        "hands",
                        bytes(
                            "(component (import \"g\" (func $g (param \"bytes\" (stream u8))"
                                + " (result (future string)))) (export \"f\" (func $g)))"))
                    .add("needs", needs)
                    .plug("hands", "f", "needs")
                    .export("hands")
                    .toBytes());
    assertTrue(
        refused
            .getMessage()
            .contains(
                "f: async func(bytes: stream<u8>) -> future<string>   (needs)\n"
                    + "  f: func(bytes: stream<u8>) -> future<string>   (hands): expected async"
                    + " func, found func"),
        refused.getMessage());
  }

  /** A resource with a destructor that tells the host, in an interface. */
  private static final String THINGS =
      """
      (component
        (import "log" (func $log (param "number" u32)))
        (core func $log-core (canon lower (func $log)))
        (core module $dtor
          (import "h" "log" (func $log (param i32)))
          (func (export "dtor") (param i32) (call $log (local.get 0))))
        (core instance $h (export "log" (func $log-core)))
        (core instance $dtor (instantiate $dtor (with "h" (instance $h))))
        (type $thing (resource (rep i32) (dtor (core func $dtor "dtor"))))
        (core func $new (canon resource.new $thing))
        (core func $drop (canon resource.drop $thing))
        (core func $rep (canon resource.rep $thing))
        (core module $m
          (import "r" "new" (func $new (param i32) (result i32)))
          (import "r" "drop" (func $drop (param i32)))
          (import "r" "rep" (func $rep (param i32) (result i32)))
          (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
          (func (export "get") (param i32) (result i32) (local.get 0))
          (func (export "keep") (drop (call $new (i32.const 5))))
          (func (export "take") (param i32) (result i32) (local i32)
            (local.set 1 (call $rep (local.get 0)))
            (call $drop (local.get 0))
            (local.get 1)))
        (core instance $r (export "new" (func $new)) (export "drop" (func $drop))
          (export "rep" (func $rep)))
        (core instance $m (instantiate $m (with "r" (instance $r))))
        (func $ctor (param "n" u32) (result (own $thing)) (canon lift (core func $m "new")))
        (func $get (param "self" (borrow $thing)) (result u32) (canon lift (core func $m "get")))
        (func $take (param "thing" (own $thing)) (result u32) (canon lift (core func $m "take")))
        (func $keep (canon lift (core func $m "keep")))
        (component $wrap
          (import "thing" (type $t (sub resource)))
          (import "ctor" (func $c (param "n" u32) (result (own $t))))
          (import "get" (func $g (param "self" (borrow $t)) (result u32)))
          (import "take" (func $k (param "thing" (own $t)) (result u32)))
          (import "keep" (func $keep))
          (export "keep" (func $keep))
          (export $e "thing" (type $t))
          (export "[constructor]thing" (func $c) (func (param "n" u32) (result (own $e))))
          (export "[method]thing.get" (func $g)
            (func (param "self" (borrow $e)) (result u32)))
          (export "take" (func $k) (func (param "thing" (own $e)) (result u32))))
        (instance $i (instantiate $wrap
          (with "thing" (type $thing)) (with "ctor" (func $ctor)) (with "get" (func $get))
          (with "take" (func $take)) (with "keep" (func $keep))))
        (export "acme:res/things@1.0.0" (instance $i)))
      """;

  /** Uses things, and hands one to the host. */
  private static final String USER =
      """
      (component
        (import "acme:res/things@1.0.0" (instance $things
          (export "thing" (type $t (sub resource)))
          (export "[constructor]thing" (func (param "n" u32) (result (own $t))))
          (export "[method]thing.get" (func (param "self" (borrow $t)) (result u32)))
          (export "take" (func (param "thing" (own $t)) (result u32)))))
        (alias export $things "thing" (type $t))
        (core func $new (canon lower (func $things "[constructor]thing")))
        (core func $get (canon lower (func $things "[method]thing.get")))
        (core func $take (canon lower (func $things "take")))
        (core func $drop (canon resource.drop $t))
        (core module $m
          (import "r" "new" (func $new (param i32) (result i32)))
          (import "r" "get" (func $get (param i32) (result i32)))
          (import "r" "take" (func $take (param i32) (result i32)))
          (import "r" "drop" (func $drop (param i32)))
          (func (export "make-and-drop") (param i32) (result i32) (local i32 i32)
            (local.set 1 (call $new (local.get 0)))
            (local.set 2 (call $get (local.get 1)))
            (call $drop (local.get 1))
            (local.get 2))
          (func (export "make-and-give") (param i32) (result i32)
            (call $take (call $new (local.get 0))))
          (func (export "make-and-keep") (param i32) (result i32)
            (call $get (call $new (local.get 0))))
          (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
          (func (export "use-twice") (param i32) (result i32) (local i32)
            (local.set 1 (call $new (local.get 0)))
            (drop (call $take (local.get 1)))
            (call $take (local.get 1)))
          (func (export "guess") (param i32) (result i32) (call $take (local.get 0))))
        (core instance $r (export "new" (func $new)) (export "get" (func $get))
          (export "take" (func $take)) (export "drop" (func $drop)))
        (core instance $m (instantiate $m (with "r" (instance $r))))
        (func (export "make-and-drop") (param "n" u32) (result u32)
          (canon lift (core func $m "make-and-drop")))
        (func (export "make-and-give") (param "n" u32) (result u32)
          (canon lift (core func $m "make-and-give")))
        (func (export "make-and-keep") (param "n" u32) (result u32)
          (canon lift (core func $m "make-and-keep")))
        (func (export "make") (param "n" u32) (result (own $t))
          (canon lift (core func $m "make")))
        (func (export "use-twice") (param "n" u32) (result u32)
          (canon lift (core func $m "use-twice")))
        (func (export "guess") (param "n" u32) (result u32)
          (canon lift (core func $m "guess"))))
      """;

  private static Composition things() {
    return composition()
        .add("things", bytes(THINGS))
        .add("user", bytes(USER))
        .plug("things", "user")
        .export("user");
  }

  @Test
  void resourcesKeepTheirOwnersAndTheirDestructors() {
    List<Integer> dropped = new ArrayList<>();
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "log",
            call -> {
              dropped.add((Integer) call.argument(0));
              return null;
            });
    try (Component app = things().compile()) {
      try (var store = new Store(Guests.ENGINE)) {
        Instance instance = linker.instantiate(store, app);
        assertEquals(7, instance.func("make-and-drop").call(7));
        assertEquals(List.of(7), dropped);
        assertEquals(8, instance.func("make-and-give").call(8));
        assertEquals(List.of(7, 8), dropped);
        // A handle that comes out of the composition is the host's to drop, by the same destructor.
        try (var thing = (Resource) instance.func("make").call(9)) {
          assertEquals(List.of(7, 8), dropped);
          assertEquals(9, instance.func("acme:res/things@1.0.0", "[method]thing.get").call(thing));
        }
        assertEquals(List.of(7, 8, 9), dropped);
      }
      try (var store = new Store(Guests.ENGINE)) {
        Instance instance = linker.instantiate(store, app);
        TrapException twice =
            assertThrows(TrapException.class, () -> instance.func("use-twice").call(1));
        assertTrue(twice.getMessage().contains("unknown handle index"), twice.getMessage());
        // It stopped between the parts.
        assertEquals("user", twice.part(), twice.getMessage());
      }
    }
    HealthyJvm.assertCallsWork();
  }

  @Test
  void nobodyReachesTheHandlesOfAnother() {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("log", _ -> null);
    try (Component app = things().export("things").compile()) {
      for (int number : new int[] {0, 1, 2, 3, 77}) {
        try (var store = new Store(Guests.ENGINE)) {
          Instance instance = linker.instantiate(store, app);
          // The other one has handles of these numbers: it keeps what it makes.
          for (int i = 0; i < 100; i++) {
            instance.func("acme:res/things@1.0.0", "keep").call();
          }
          TrapException trap =
              assertThrows(TrapException.class, () -> instance.func("guess").call(number));
          assertTrue(trap.getMessage().contains("unknown handle index"), trap.getMessage());
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /** Reads and writes its memory for whoever asks. */
  private static String memory(String exported) {
    return """
    (component
      (core module $m
        (memory 1)
        (func (export "peek") (param i32) (result i32) (i32.load (local.get 0)))
        (func (export "poke") (param i32 i32) (i32.store (local.get 0) (local.get 1)))
        (func (export "grow") (result i32) (drop (memory.grow (i32.const 1))) (memory.size)))
      (core instance $m (instantiate $m))
      (func $peek (param "at" u32) (result u32) (canon lift (core func $m "peek")))
      (func $poke (param "at" u32) (param "value" u32) (canon lift (core func $m "poke")))
      (func $grow (result u32) (canon lift (core func $m "grow")))
      (instance $i
        (export "peek" (func $peek)) (export "poke" (func $poke)) (export "grow" (func $grow)))
      (export "%s" (instance $i)))
    """
        .formatted(exported);
  }

  @Test
  void eachHasAMemoryOfItsOwn() {
    try (Component app =
            composition()
                .add("one", bytes(memory("acme:mem/one")))
                .add("two", bytes(memory("acme:mem/two")))
                .export("one")
                .export("two")
                .compile();
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, app);
      instance.func("acme:mem/one", "poke").call(64, 42);
      instance.func("acme:mem/two", "poke").call(64, 7);
      assertEquals(42, instance.func("acme:mem/one", "peek").call(64));
      assertEquals(7, instance.func("acme:mem/two", "peek").call(64));
      assertEquals(2, instance.func("acme:mem/one", "grow").call());
      // What the one has more, the other hasn't.
      assertEquals(0, instance.func("acme:mem/one", "peek").call(70_000));
      TrapException trap =
          assertThrows(
              TrapException.class, () -> instance.func("acme:mem/two", "peek").call(70_000));
      assertEquals(TrapCode.MEMORY_OUT_OF_BOUNDS, trap.code());
      assertEquals("two", trap.part());
    }
  }

  private static final String TRAPPER =
      """
      (component
        (core module $inside
          (func $explode unreachable)
          (func $light (export "f") (result i32) (call $explode) (i32.const 1)))
        (core instance $m (instantiate $inside))
        (func $f (result u32) (canon lift (core func $m "f")))
        (instance $i (export "get" (func $f)))
        (export "acme:n/source@1.0.0" (instance $i)))
      """;

  private static Composition trapping() {
    return composition()
        .add("auth", bytes(TRAPPER))
        .add(
            "processor",
            bytes(
                Plugs.sum(
                    List.of(new Plugs.Import("acme:n/source@1.0.0", "get")),
                    "acme:n/sum",
                    "sum",
                    0)))
        .plug("auth", "processor")
        .export("processor");
  }

  private static void assertTrapsInAuth(Component app, String instance) {
    try (var store = new Store(Guests.ENGINE)) {
      Instance made = new Linker(Guests.ENGINE).instantiate(store, app);
      TrapException trap =
          assertThrows(TrapException.class, () -> made.func(instance, "sum").call());
      assertEquals(TrapCode.UNREACHABLE, trap.code());
      List<GuestFrame> trace = trap.guestTrace();
      assertEquals("explode", trace.get(0).function());
      assertEquals("light", trace.get(1).function());
      List<String> parts =
          trace.stream().map(GuestFrame::part).filter(part -> !part.isEmpty()).toList();
      assertEquals(List.of("auth", "auth", "processor"), parts, trap.getMessage());
      assertEquals("auth", trap.part());
      assertTrue(trap.getMessage().contains("(in auth)"), trap.getMessage());
      assertTrue(trap.getMessage().contains("in guest auth: explode"), trap.getMessage());
    }
    HealthyJvm.assertCallsWork();
  }

  @Test
  void aTrapNamesThePartAndTheFunction() {
    try (Component app = trapping().compile()) {
      assertTrapsInAuth(app, "acme:n/sum");
    }
  }

  @Test
  void aTrapNamesThePartAfterTheComponentIsClosedAndInArtifacts() {
    var key = new SecretKeySpec(new byte[32], "HmacSHA256");
    byte[] artifact;
    try (var store = new Store(Guests.ENGINE)) {
      Instance made;
      try (Component app = trapping().compile()) {
        artifact = app.serialize(key);
        made = new Linker(Guests.ENGINE).instantiate(store, app);
      }
      TrapException trap =
          assertThrows(TrapException.class, () -> made.func("acme:n/sum", "sum").call());
      assertEquals("auth", trap.part());
    }
    try (Component app = Guests.ENGINE.deserialize(artifact, key)) {
      assertTrapsInAuth(app, "acme:n/sum");
    }
  }

  @Test
  void aTrapNamesThePartOfAPart() {
    try (Component app =
            composition()
                .add("inner", trapping().toBytes())
                .add(
                    "outer",
                    bytes(
                        Plugs.sum(
                            List.of(new Plugs.Import("acme:n/sum", "sum")),
                            "acme:n/all",
                            "sum",
                            0)))
                .plug("inner", "outer")
                .export("outer")
                .compile();
        var store = new Store(Guests.ENGINE)) {
      Instance made = new Linker(Guests.ENGINE).instantiate(store, app);
      TrapException trap =
          assertThrows(TrapException.class, () -> made.func("acme:n/all", "sum").call());
      assertEquals("inner/auth", trap.part());
    }
  }

  @Test
  void partsOfOneComponentAreToldTogether() {
    try (Component app =
            composition()
                .add("left", bytes(TRAPPER))
                .add("right", bytes(TRAPPER))
                .export("left")
                .export("right", "acme:n/source", "acme:n/other")
                .compile();
        var store = new Store(Guests.ENGINE)) {
      Instance made = new Linker(Guests.ENGINE).instantiate(store, app);
      TrapException trap =
          assertThrows(TrapException.class, () -> made.func("acme:n/other", "get").call());
      assertEquals("left or right", trap.part());
    }
  }

  @Test
  void withoutACompositionThereIsNoPart() {
    try (Component alone = Guests.wat(TRAPPER);
        var store = new Store(Guests.ENGINE)) {
      Instance made = new Linker(Guests.ENGINE).instantiate(store, alone);
      TrapException trap =
          assertThrows(TrapException.class, () -> made.func("acme:n/source@1.0.0", "get").call());
      assertEquals("", trap.part());
    }
  }

  private static final String DATETIME =
      """
      (type $d (record (field "seconds" u64) (field "nanoseconds" u32)))
      """;

  /** A clock that is imported, and core code that asks it, with a memory of its own. */
  private static final String IMPORTED_CLOCK =
      """
      (import "wasi:clocks/wall-clock@0.2.0" (instance $clock
        (type $d (record (field "seconds" u64) (field "nanoseconds" u32)))
        (export "datetime" (type $datetime (eq $d)))
        (export "now" (func (result $datetime)))))
      (core module $memory (memory (export "memory") 1))
      (core instance $memory (instantiate $memory))
      (core func $now (canon lower (func $clock "now") (memory (core memory $memory "memory"))))
      (core instance $c
        (export "memory" (memory $memory "memory"))
        (export "now" (func $now)))
      """;

  /** Its clock is an hour ahead of the one that it imports. */
  private static final String HOUR_AHEAD =
      """
      (component
        %s
        %s
        (core module $m
          (import "c" "memory" (memory 1))
          (import "c" "now" (func $now (param i32)))
          (func (export "now") (result i32)
            (call $now (i32.const 16))
            (i64.store (i32.const 16) (i64.add (i64.load (i32.const 16)) (i64.const 3600)))
            (i32.const 16)))
        (core instance $m (instantiate $m (with "c" (instance $c))))
        (component $wrap
          %s
          (import "datetime" (type $i (eq $d)))
          (import "now" (func $n (result $i)))
          (export $e "datetime" (type $i))
          (export "now" (func $n) (func (result $e))))
        (alias export $clock "datetime" (type $its))
        (func $lifted (result $its)
          (canon lift (core func $m "now") (memory (core memory $memory "memory"))))
        (instance $made (instantiate $wrap
          (with "datetime" (type $its)) (with "now" (func $lifted))))
        (export "wasi:clocks/wall-clock@0.2.0" (instance $made)))
      """
          .formatted(IMPORTED_CLOCK, DATETIME, DATETIME);

  /** Tells the seconds of the clock that it imports. */
  private static final String TELLER =
      """
      (component
        %s
        (core module $m
          (import "c" "memory" (memory 1))
          (import "c" "now" (func $now (param i32)))
          (func (export "seconds") (result i64)
            (call $now (i32.const 16))
            (i64.load (i32.const 16))))
        (core instance $m (instantiate $m (with "c" (instance $c))))
        (func (export "seconds") (result u64) (canon lift (core func $m "seconds"))))
      """
          .formatted(IMPORTED_CLOCK);

  @Test
  void aComponentBetweenAnotherAndWasiHasAClockOfItsOwn() {
    StoreConfig fixed =
        StoreConfig.defaults()
            .withWasi(
                WasiConfig.builder().clock(WasiClock.fixed(Instant.ofEpochSecond(1_000))).build());
    try (Component plain = Guests.wat(TELLER);
        Component app =
            composition()
                .add("hour-ahead", bytes(HOUR_AHEAD))
                .add("teller", bytes(TELLER))
                .plug("hour-ahead", "teller")
                .export("teller")
                .compile()) {
      assertEquals(1_000L, seconds(plain, fixed));
      assertEquals(4_600L, seconds(app, fixed));
    }
  }

  private static Object seconds(Component component, StoreConfig config) {
    try (var store = new Store(Guests.ENGINE, config)) {
      return new Linker(Guests.ENGINE).instantiate(store, component).func("seconds").call();
    }
  }

  @Test
  void anEngineWithoutMapsSaysSo() {
    byte[] echo = bytes(EchoGuest.text(List.of("map<string, u32>"), "map<string, u32>", "utf8"));
    byte[] app =
        composition()
            .add("one", echo)
            .add("two", echo)
            .plug("one", "f", "two", "h")
            .export("two")
            .toBytes();
    try (Engine engine = Engine.builder().feature(WasmFeature.COMPONENT_MODEL_MAP, false).build()) {
      var refused =
          assertThrows(dev.switchblade.CompilationException.class, () -> engine.compile(app));
      assertTrue(refused.getMessage().contains("component-model-map"), refused.getMessage());
    }
  }
}
