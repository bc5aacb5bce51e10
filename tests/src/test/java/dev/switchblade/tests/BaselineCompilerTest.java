package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.Engine;
import dev.switchblade.FunctionCache;
import dev.switchblade.GuestFrame;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.WasmFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that compile in one pass, and engines that are made from others. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class BaselineCompilerTest {

  private static final Engine WINCH = winch().build();

  private static final SecretKey KEY =
      new SecretKeySpec("of this test".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

  private static Engine.Builder winch() {
    return Engine.builder().compiler(Engine.Compiler.WINCH);
  }

  @AfterAll
  static void close() {
    WINCH.close();
  }

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static Result<?, ?> sum(Engine engine, Component calculator) {
    try (var store = new Store(engine)) {
      Instance instance = new Linker(engine).instantiate(store, calculator);
      return (Result<?, ?>)
          instance.func("acme:calculator/calc@1.0.0", "process-text").call("1 + 2 + 39");
    }
  }

  private static Component calculator(Engine engine) {
    return engine.compile(Guests.file("calculator.wasm"));
  }

  // ---- what guests do

  @Test
  void itGivesTheSameAnswers() {
    try (Component calculator = calculator(WINCH)) {
      assertEquals(Result.ok("42"), sum(WINCH, calculator));
      assertSame(WINCH, calculator.engine());
    }
    assertEquals(Engine.Compiler.WINCH, WINCH.compiler());
    assertEquals(Engine.Compiler.CRANELIFT, Guests.ENGINE.compiler());
  }

  @ParameterizedTest
  @CsvSource({
    "unreachable, UNREACHABLE",
    "divide, INTEGER_DIVISION_BY_ZERO",
    "divide-overflow, INTEGER_OVERFLOW",
    "convert, BAD_CONVERSION_TO_INTEGER",
    "load, MEMORY_OUT_OF_BOUNDS",
    "load-far, MEMORY_OUT_OF_BOUNDS",
    "store, MEMORY_OUT_OF_BOUNDS",
    "copy, MEMORY_OUT_OF_BOUNDS",
    "call-null, INDIRECT_CALL_TO_NULL",
    "call-wrong, BAD_SIGNATURE",
    "call-beyond, TABLE_OUT_OF_BOUNDS",
    "recurse, STACK_OVERFLOW",
  })
  void trapsHaveACodeAndTheGuestsStack(String function, TrapCode code) {
    try (Component traps = WINCH.compileText(TrapsTest.TRAPS);
        var store = new Store(WINCH)) {
      Instance instance = new Linker(WINCH).instantiate(store, traps);
      var exception = assertThrows(TrapException.class, instance.func(function)::call);
      assertEquals(code, exception.code());
      GuestFrame innermost = exception.guestTrace().getFirst();
      assertEquals(function, innermost.function());
      assertEquals("traps", innermost.module());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void guestsEndWhereTheyMust(boolean concurrent) {
    try (Engine engine = winch().interruptible(true).concurrency(concurrent).build();
        Component spinner = engine.compileText(EndlessGuest.SPINNER)) {
      Linker linker = EndlessGuest.linker(engine, call -> null);
      Limits limits = Limits.defaults().withDeadline(Duration.ofMillis(50));
      try (var store = new Store(engine, limits)) {
        var spin = linker.instantiate(store, spinner).func("spin");
        var ended = assertThrows(ResourceLimitException.class, spin::call);
        assertEquals(ResourceLimitException.Limit.DEADLINE, ended.limit());
      }
    }
  }

  @Test
  void memoryIsLimited() {
    String growing =
        """
        (component
          (core module $m
            (memory 1)
            (func (export "grow") (result i32) (memory.grow (i32.const 2))))
          (core instance $m (instantiate $m))
          (func (export "grow") (result s32) (canon lift (core func $m "grow"))))
        """;
    try (Engine pooled = winch().pooling(Engine.Pooling.of(2).withMemoryBytes(1 << 20)).build();
        Component component = pooled.compileText(growing);
        var store = new Store(pooled, Limits.defaults().withMemoryBytes(4 << 16))) {
      var grow = new Linker(pooled).instantiate(store, component).func("grow");
      assertEquals(1, grow.call());
      assertEquals(-1, grow.call());
    }
  }

  @Test
  void nansHaveOneFormIfTheyMust() {
    String nan =
        """
        (component
          (core module $m
            (func (export "nan") (param i64) (result i64)
              (i64.reinterpret_f64
                (f64.mul (f64.reinterpret_i64 (local.get 0)) (f64.const 1)))))
          (core instance $m (instantiate $m))
          (func (export "nan") (param "bits" s64) (result s64)
            (canon lift (core func $m "nan"))))
        """;
    long odd = 0xfff8_0000_0000_1234L;
    try (Engine engine = winch().nanCanonicalization(true).build();
        Component component = engine.compileText(nan);
        var store = new Store(engine)) {
      var function = new Linker(engine).instantiate(store, component).func("nan");
      assertEquals(0x7ff8_0000_0000_0000L, function.call(odd));
    }
  }

  @Test
  void componentsAreComposedAndPlugged() throws Exception {
    try (Component composed =
            Composition.of(WINCH)
                .add("auth", Guests.file("auth.wasm"))
                .add("processor", Guests.file("auth-processor.wasm"))
                .plug("auth", "processor")
                .export("processor")
                .compile();
        Component auth = WINCH.compile(Guests.file("auth.wasm"));
        Component processor = WINCH.compile(Guests.file("auth-processor.wasm"));
        InstancePre provider = new Linker(WINCH).instantiatePre(auth);
        InstancePre linked = new Linker(WINCH).plug(provider).instantiatePre(processor);
        var store = new Store(WINCH)) {
      String version = "acme:auth/requests@1.0.0#version";
      assertEquals(
          "rust 1.0.0", new Linker(WINCH).instantiate(store, composed).func(version).call());
      assertEquals("rust 1.0.0", linked.instantiate(store).func(version).call());
    }
  }

  // ---- what it can't do

  private static String refusal(String text) {
    var refused = assertThrows(CompilationException.class, () -> WINCH.compileText(text));
    assertEquals(CompilationException.Reason.UNSUPPORTED, refused.reason());
    String message = String.valueOf(refused.getMessage());
    // Nothing that could be turned on would help.
    assertFalse(message.contains("feature("), message);
    assertTrue(message.contains("Engine.Compiler.CRANELIFT"), message);
    return message;
  }

  @ParameterizedTest
  @CsvSource({
    "tail-call, (func $f (return_call $f))",
    "exceptions, (tag $t) (func (throw $t))",
    "gc, (type $t (struct)) (func (param (ref $t)))",
    "relaxed-simd, (func (param v128 v128) (result v128)"
        + " (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))",
  })
  void whatItLacksIsNamed(String feature, String text) {
    String message = refusal("(component (core module " + text + "))");
    assertTrue(message.contains("doesn't support, "), message);
    assertTrue(message.contains(feature), message);
  }

  @Test
  void ofCoreModulesItIsNamedToo() {
    byte[] tail = "(module (func $f (return_call $f)))".getBytes(StandardCharsets.UTF_8);
    var refused = assertThrows(CompilationException.class, () -> WINCH.compileModule(tail));
    assertEquals(CompilationException.Reason.UNSUPPORTED, refused.reason());
    assertTrue(refused.getMessage().contains("a core module that needs"), refused.getMessage());
    assertTrue(refused.getMessage().contains("tail-call"), refused.getMessage());
    byte[] wrong = "(module (func (result i32)))".getBytes(StandardCharsets.UTF_8);
    refused = assertThrows(CompilationException.class, () -> WINCH.compileModule(wrong));
    assertEquals(CompilationException.Reason.INVALID, refused.reason());
  }

  /** A feature that is off with either compiler is told as ever. */
  @Test
  void whatIsMerelyOffCanBeTurnedOn() {
    String wide =
        "(component (core module (func (result i64 i64) (i64.add128 (i64.const 1)"
            + " (i64.const 1) (i64.const 1) (i64.const 1)))))";
    var refused = assertThrows(CompilationException.class, () -> WINCH.compileText(wide));
    assertTrue(
        refused.getMessage().contains("feature(WasmFeature.WIDE_ARITHMETIC"), refused.getMessage());
  }

  @ParameterizedTest
  @EnumSource(
      value = WasmFeature.class,
      names = {"TAIL_CALL", "EXCEPTIONS", "GC", "FUNCTION_REFERENCES", "RELAXED_SIMD"})
  void whatItLacksCannotBeTurnedOn(WasmFeature feature) {
    Engine.Builder builder = winch().feature(feature, true);
    var refused = assertThrows(IllegalArgumentException.class, builder::build);
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("the engine's settings: with the compiler winch: "), message);
    winch().feature(feature, false).build().close();
  }

  /** Which it would take none of for bulk operations: a limit that bounds nothing. */
  @Test
  void itCountsNoFuel() {
    Engine.Builder builder = winch().fuel(true);
    var refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertTrue(
        refused.getMessage().startsWith("the engine's settings: fuel: winch "),
        refused.getMessage());
    builder.fuel(false).build().close();
  }

  @Test
  void itRemembersNoFunctions() {
    Engine.Builder builder = winch().functionCache(1 << 20);
    var refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertEquals(
        "the engine's settings: function-cache-bytes: winch can't remember functions, only"
            + " cranelift can",
        refused.getMessage());
    assertEquals(new FunctionCache(0, 0, 0, 0, 0, 0), WINCH.functionCache());
  }

  // ---- artifacts

  @Test
  void artifactsAreForTheSameCompiler() {
    byte[] artifact;
    try (Component calculator = calculator(WINCH)) {
      artifact = calculator.serialize(KEY);
    }
    var refused =
        assertThrows(CompilationException.class, () -> Guests.ENGINE.deserialize(artifact, KEY));
    assertTrue(
        refused.getMessage().contains("compiler=winch instead of the default settings"),
        refused.getMessage());
    try (Engine same = Engine.builder().settingsOf(artifact, KEY).build();
        Component loaded = same.deserialize(artifact, KEY)) {
      assertEquals(Engine.Compiler.WINCH, same.compiler());
      assertEquals(Result.ok("42"), sum(same, loaded));
    }
    byte[] other;
    try (Component calculator = calculator(Guests.ENGINE)) {
      other = calculator.serialize(KEY);
    }
    assertThrows(CompilationException.class, () -> WINCH.deserialize(other, KEY));
    try (Engine back = winch().settingsOf(other, KEY).build();
        Component loaded = back.deserialize(other, KEY)) {
      assertEquals(Engine.Compiler.CRANELIFT, back.compiler());
      assertEquals(Result.ok("42"), sum(back, loaded));
    }
  }

  // ---- from one engine to another

  @Test
  void anEngineIsMadeFromAnother() {
    Engine.Builder copy;
    byte[] artifact;
    try (Engine engine =
            Engine.builder()
                .fuel(true)
                .interruptible(true)
                .maxWasmStack(1 << 16)
                .maxComponentBytes(1_000_000)
                .functionCache(1 << 20)
                .feature(WasmFeature.MULTI_MEMORY, false)
                .pooling(Engine.Pooling.of(2).withMemoryBytes(16 << 20))
                .build();
        Component calculator = calculator(engine)) {
      copy = engine.toBuilder();
      artifact = calculator.serialize(KEY);
    }
    // The engine is closed, and what it was made with is known still.
    try (Engine same = copy.build();
        Component loaded = same.deserialize(artifact, KEY);
        var store =
            new Store(
                same,
                StoreConfig.defaults()
                    .withLimits(
                        Limits.defaults()
                            .withFuel(1_000_000)
                            .withDeadline(Duration.ofMinutes(1))))) {
      Instance instance = new Linker(same).instantiate(store, loaded);
      assertEquals(3, instance.func("acme:calculator/calc@1.0.0", "add").call(1, 2));
      assertTrue(store.fuel() < 1_000_000);
      assertEquals(1 << 20, same.functionCache().maxBytes());
      assertEquals(
          CompilationException.Reason.TOO_LARGE,
          assertThrows(CompilationException.class, () -> same.compile(new byte[1_000_001]))
              .reason());
      // What is set in one builder no other one has.
      Engine.Builder further = same.toBuilder().fuel(false).functionCache(0);
      try (Engine other = further.build()) {
        assertThrows(CompilationException.class, () -> other.deserialize(artifact, KEY));
        assertEquals(0, other.functionCache().maxBytes());
      }
      copy.nanCanonicalization(true);
      same.toBuilder().build().deserialize(artifact, KEY).close();
    }
  }

  /** Of a folder that was replaced nothing is wanted any more. */
  @Test
  void theLastFolderCounts(@TempDir Path folder) throws Exception {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Engine.Builder builder = Engine.builder().cacheDirectory(first);
    Files.delete(first);
    Files.writeString(first, "no folder");
    builder.cacheDirectory(second).build().close();
  }

  @Test
  void aComponentIsCompiledByAnother() {
    Component first = calculator(Guests.ENGINE);
    first.close();
    try (Component second = first.recompile(WINCH);
        Component third = second.recompile(Guests.ENGINE)) {
      assertSame(WINCH, second.engine());
      assertEquals(first.name(), second.name());
      assertEquals(first.exports(), second.exports());
      assertEquals(Result.ok("42"), sum(WINCH, second));
      try (Component fresh = calculator(Guests.ENGINE)) {
        assertArrayEquals(fresh.serialize(KEY), third.serialize(KEY));
      }
      // Of what was loaded, too.
      try (Component loaded = Guests.ENGINE.deserialize(third.serialize(KEY), KEY);
          Component fourth = loaded.recompile(WINCH)) {
        assertEquals(Result.ok("42"), sum(WINCH, fourth));
      }
    }
    Engine closed = Engine.create();
    closed.close();
    assertThrows(ClosedException.class, () -> first.recompile(closed));
    try (Component tail = Guests.wat("(component (core module (func $f (return_call $f))))")) {
      assertThrows(CompilationException.class, () -> tail.recompile(WINCH));
    }
  }

  private static final String ASKING =
      """
      (component
        (import "f" (func $f (result u32)))
        (core func $f (canon lower (func $f)))
        (core module $m
          (import "" "f" (func $f (result i32)))
          (func (export "g") (result i32) (i32.add (call $f) (i32.const 1))))
        (core instance $m (instantiate $m (with "" (instance (export "f" (func $f))))))
        (func (export "g") (result u32) (canon lift (core func $m "g"))))
      """;

  @Test
  void aLinkerIsForAnotherEngine() {
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("f", _ -> 41);
    Linker other = linker.forEngine(WINCH);
    assertSame(WINCH, other.engine());
    try (Component component = WINCH.compileText(ASKING);
        var store = new Store(WINCH)) {
      assertThrows(IllegalArgumentException.class, () -> linker.instantiate(store, component));
      assertEquals(42, other.instantiate(store, component).func("g").call());
    }
    // What is defined in one of them from now on the other one doesn't have.
    Linker copy = linker.forEngine(Guests.ENGINE);
    copy.root().func("h", _ -> 1);
    linker.root().func("h", _ -> 2);
    other.root().func("h", _ -> 3);
  }

  @Test
  void whatAnEngineHasCompiledIsForNoOther() {
    var withModule = new Linker(Guests.ENGINE);
    var module = Guests.ENGINE.compileModule("(module)".getBytes(StandardCharsets.UTF_8));
    withModule.root().module("m", module);
    assertEquals(Optional.of("the core module m"), firstWords(assertRefused(withModule)));
    try (Component auth = Guests.ENGINE.compile(Guests.file("auth.wasm"));
        InstancePre provider = new Linker(Guests.ENGINE).instantiatePre(auth)) {
      assertEquals(
          Optional.of("auth.wasm"),
          firstWords(assertRefused(new Linker(Guests.ENGINE).plug(provider))));
      var within = new Linker(Guests.ENGINE);
      within.instance("acme:auth/check@1.0.0").plug(provider);
      assertEquals(Optional.of("auth.wasm"), firstWords(assertRefused(within)));
      // For the same engine that is no obstacle.
      within.forEngine(Guests.ENGINE);
    }
  }

  private static String assertRefused(Linker linker) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> linker.forEngine(WINCH)).getMessage());
  }

  private static Optional<String> firstWords(String message) {
    int end = message.indexOf(" was compiled by the engine of this linker");
    return end < 0 ? Optional.empty() : Optional.of(message.substring(0, end));
  }
}
