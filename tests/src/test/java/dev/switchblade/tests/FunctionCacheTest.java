package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.Engine;
import dev.switchblade.FunctionCache;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Functions that an engine remembers, so that they aren't compiled again. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class FunctionCacheTest {

  private static final long PLENTY = 64 << 20;
  private static final long SMALLEST = 64 << 10;

  private static final SecretKey KEY =
      new SecretKeySpec("of this test".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static long looked(Engine engine) {
    return engine.functionCache().hits() + engine.functionCache().misses();
  }

  /** One that looks each function up once: two threads may compile the same function at once. */
  private static Engine counting() {
    return Engine.builder().functionCache(PLENTY).parallelCompilation(false).build();
  }

  private static Engine engine(long bytes) {
    return Engine.builder().functionCache(bytes).build();
  }

  private static byte[] bytes(String guest) throws Exception {
    return Files.readAllBytes(Guests.file(guest + ".wasm"));
  }

  /** The processor, with an auth plugged into it. */
  private static Component processor(Engine engine, String auth) throws Exception {
    return Composition.of(engine)
        .add("auth", bytes(auth))
        .add("processor", bytes("auth-processor"))
        .plug("auth", "processor")
        .export("processor")
        .compile();
  }

  private static Object version(Engine engine, Component processor) {
    try (var store = new Store(engine)) {
      var instance = new Linker(engine).instantiate(store, processor);
      return instance.func("acme:auth/requests@1.0.0#version").call();
    }
  }

  private static int ten(Engine engine, Component component) {
    try (var store = new Store(engine)) {
      return (int) new Linker(engine).instantiate(store, component).func("ten").call();
    }
  }

  /** A function that calculates 10 in so many different ones. */
  private static String ten(int functions, int first) {
    var text = new StringBuilder("(component (core module $m\n");
    for (int i = first; i < first + functions; i++) {
      text.append(
          "(func $f%d (result i32) (i32.sub (i32.const %d) (i32.const %d)))\n"
              .formatted(i, i + 10, i));
    }
    return text.append("(func (export \"ten\") (result i32) (call $f%d)))".formatted(first))
        .append("(core instance $i (instantiate $m))")
        .append("(func (export \"ten\") (result s32) (canon lift (core func $i \"ten\"))))")
        .toString();
  }

  @Test
  void aPartThatIsReplacedIsAllThatIsCompiled() throws Exception {
    try (Engine engine = engine(PLENTY);
        Component first = processor(engine, "auth")) {
      FunctionCache before = engine.functionCache();
      assertEquals(PLENTY, before.maxBytes());
      assertTrue(before.bytes() > 0 && before.functions() > 0, before.toString());
      assertTrue(before.misses() >= before.functions(), before.toString());

      try (Component second = processor(engine, "auth-next")) {
        FunctionCache after = engine.functionCache();
        long looked = after.hits() + after.misses() - before.hits() - before.misses();
        assertTrue(after.hits() - before.hits() > looked / 2, before + ", then " + after);
        assertTrue(after.misses() > before.misses(), before + ", then " + after);
        assertEquals(0, after.evictions());
        assertEquals("rust 1.0.1", version(engine, second));
        // The same code as by an engine that remembers nothing.
        try (Component fresh = processor(Guests.ENGINE, "auth-next")) {
          assertArrayEquals(fresh.serialize(KEY), second.serialize(KEY));
        }
      }
      assertEquals("rust 1.0.0", version(engine, first));
    }
  }

  @Test
  void ofTheSameComponentHardlyAnythingIsCompiledAgain() throws Exception {
    try (Engine engine = counting();
        Component first = engine.compile(bytes("calculator"))) {
      FunctionCache before = engine.functionCache();
      try (Component second = engine.compile(bytes("calculator"))) {
        FunctionCache after = engine.functionCache();
        // Cranelift's keys have remains of the function before, and aren't all the same.
        long looked = before.hits() + before.misses();
        assertEquals(2 * looked, after.hits() + after.misses(), before + ", then " + after);
        assertTrue(after.misses() - before.misses() < looked / 4, before + ", then " + after);
        assertArrayEquals(first.serialize(KEY), second.serialize(KEY));
        assertEquals(first.exports(), second.exports());
      }
    }
  }

  @Test
  void nothingIsRememberedUnlessItIsSet() throws Exception {
    for (Engine.Builder builder : List.of(Engine.builder(), Engine.builder().functionCache(0))) {
      try (Engine engine = builder.build();
          Component processor = processor(engine, "auth")) {
        assertEquals("rust 1.0.0", version(engine, processor));
        assertEquals(new FunctionCache(0, 0, 0, 0, 0, 0), engine.functionCache());
      }
    }
  }

  @Test
  void noMoreIsRememberedThanThereIsRoomFor() {
    try (Engine engine = engine(SMALLEST)) {
      for (int i = 0; i < 20; i++) {
        try (Component component = engine.compileText(ten(100, 100 * i))) {
          FunctionCache now = engine.functionCache();
          assertTrue(now.bytes() <= SMALLEST, now.toString());
          assertEquals(10, ten(engine, component));
        }
      }
      FunctionCache full = engine.functionCache();
      assertTrue(full.evictions() > 0 && full.functions() > 0, full.toString());
      // Those of the last one are there, if any are.
      engine.compileText(ten(100, 1900)).close();
      FunctionCache last = engine.functionCache();
      assertTrue(last.hits() > full.hits(), full + ", then " + last);
      // Those of the first one were forgotten.
      engine.compileText(ten(100, 0)).close();
      FunctionCache first = engine.functionCache();
      assertTrue(first.misses() >= last.misses() + 100, last + ", then " + first);
      assertTrue(first.bytes() <= SMALLEST, first.toString());
    }
  }

  @Test
  void threadsThatCompileAtOnceShareIt() throws Exception {
    int threads = 4;
    byte[] expected;
    try (Component fresh = processor(Guests.ENGINE, "auth-next")) {
      expected = fresh.serialize(KEY);
    }
    try (Engine engine = engine(PLENTY);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      processor(engine, "auth").close();
      FunctionCache before = engine.functionCache();
      var together = new CyclicBarrier(threads);
      Callable<byte[]> compile =
          () -> {
            together.await();
            byte[] artifact = null;
            for (String auth : List.of("auth", "auth-next")) {
              try (Component processor = processor(engine, auth)) {
                assertTrue(((String) version(engine, processor)).startsWith("rust 1.0."));
                artifact = processor.serialize(KEY);
              }
            }
            return artifact;
          };
      List<Future<byte[]>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(compile));
      }
      for (Future<byte[]> one : running) {
        assertArrayEquals(expected, one.get());
      }
      FunctionCache after = engine.functionCache();
      long looked = after.hits() + after.misses() - before.hits() - before.misses();
      assertTrue(after.hits() - before.hits() > looked / 2, before + ", then " + after);
      assertTrue(after.functions() <= after.misses(), after.toString());
    }
  }

  @Test
  void enginesRememberNothingOfEachOther() throws Exception {
    try (Engine one = counting();
        Engine other = counting()) {
      one.compile(bytes("calculator")).close();
      assertEquals(new FunctionCache(PLENTY, 0, 0, 0, 0, 0), other.functionCache());
      other.compile(bytes("calculator")).close();
      assertEquals(looked(one), looked(other));
    }
  }

  @Test
  void artifactsFitEnginesWithAndWithoutIt() throws Exception {
    try (Engine engine = engine(PLENTY)) {
      processor(engine, "auth").close();
      byte[] artifact;
      try (Component component = processor(engine, "auth-next")) {
        artifact = component.serialize(KEY);
      }
      try (Component loaded = Guests.ENGINE.deserialize(artifact, KEY)) {
        assertEquals("rust 1.0.1", version(Guests.ENGINE, loaded));
      }
      try (Engine same = Engine.builder().functionCache(PLENTY).settingsOf(artifact, KEY).build();
          Component loaded = same.deserialize(artifact, KEY)) {
        assertEquals("rust 1.0.1", version(same, loaded));
        // What the builder was told stays, and nothing was compiled.
        assertEquals(new FunctionCache(PLENTY, 0, 0, 0, 0, 0), same.functionCache());
      }
    }
  }

  /** Each proposal and setting makes other code of the same functions. */
  @Test
  void whatItRemembersIsWhatTheEngineWouldCompile() throws Exception {
    List<Engine.Builder> builders =
        List.of(
            Engine.builder().fuel(true),
            Engine.builder().interruptible(true),
            Engine.builder().concurrency(true),
            Engine.builder().optimization(Engine.OptimizationLevel.NONE).parallelCompilation(false),
            Engine.builder().pooling(Engine.Pooling.of(2).withMemoryBytes(16 << 20)));
    for (Engine.Builder builder : builders) {
      try (Engine plain = builder.build();
          Engine engine = builder.functionCache(PLENTY).build()) {
        processor(engine, "auth").close();
        try (Component expected = processor(plain, "auth-next");
            Component component = processor(engine, "auth-next")) {
          FunctionCache now = engine.functionCache();
          assertTrue(now.hits() > 0, now.toString());
          assertArrayEquals(expected.serialize(KEY), component.serialize(KEY));
          assertEquals("rust 1.0.1", version(engine, component));
        }
      }
    }
  }

  /** What can be compiled of it may be remembered. */
  @Test
  void aComponentThatIsRefusedDoesNoHarm() {
    try (Engine engine = engine(PLENTY)) {
      assertThrows(
          CompilationException.class,
          () -> engine.compileText("(component (core module (func (result i32))))"));
      try (Component component = engine.compileText(ten(3, 0))) {
        assertEquals(10, ten(engine, component));
      }
    }
  }

  @Test
  void componentsOutliveIt() throws Exception {
    Component processor;
    Engine closed;
    try (Engine engine = engine(PLENTY)) {
      closed = engine;
      processor = processor(engine, "auth");
    }
    assertThrows(ClosedException.class, closed::functionCache);
    byte[] artifact = processor.serialize(KEY);
    processor.close();
    try (Component loaded = Guests.ENGINE.deserialize(artifact, KEY)) {
      assertEquals("rust 1.0.0", version(Guests.ENGINE, loaded));
    }
  }

  @Test
  void sizesOutOfRangeAreNamed() {
    for (long bytes :
        new long[] {Long.MIN_VALUE, -1, 1, SMALLEST - 1, (64L << 30) + 1, Long.MAX_VALUE}) {
      var exception =
          assertThrows(
              IllegalArgumentException.class, () -> Engine.builder().functionCache(bytes).build());
      assertEquals(
          "the engine's settings: function-cache-bytes: "
              + bytes
              + " is neither 0 (none) nor a number from 65536 to 68719476736",
          exception.getMessage());
    }
    engine(64L << 30).close();
  }
}
