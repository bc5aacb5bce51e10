package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the bytes of an auth that has just come to what a processor answers that asks it; the
 * processor was there before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(1)
public class NewVersions {

  /** What comes: a file of 30 KB, or one of 2 MB. */
  @Param({"auth.wasm", "auth-large.wasm"})
  public String part;

  private Engine engine;
  private byte[] arrived;

  /** The version that came before what has arrived. */
  private byte[] before;

  private byte[] processor;
  private Component compiledProcessor;

  /** What was opened last, first. */
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Reads both, and compiles the processor. */
  @Setup(Level.Trial)
  public void begin() {
    engine = Engine.create();
    try {
      arrived = Files.readAllBytes(Host.guests().resolve(part));
      before = previous();
      processor = Files.readAllBytes(Host.guests().resolve("auth-processor.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    compiledProcessor = engine.compile(processor);
  }

  /** Of the small one the other edition; of the large one a version with another text. */
  private byte[] previous() throws IOException {
    if (part.equals("auth.wasm")) {
      return Files.readAllBytes(Host.guests().resolve("auth-next.wasm"));
    }
    String text = new String(arrived, ISO_8859_1);
    check(text.contains("welcome, "));
    return text.replace("welcome, ", "goodbye, ").getBytes(ISO_8859_1);
  }

  /** Closes what a version has taken, which isn't measured. */
  @TearDown(Level.Invocation)
  public void closeVersion() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  /** Closes the rest. */
  @TearDown(Level.Trial)
  public void close() {
    compiledProcessor.close();
    engine.close();
  }

  private <T extends AutoCloseable> T opened(T object) {
    open.push(object);
    return object;
  }

  private int answer(Instance instance) {
    int level = (int) instance.func(Seams.REQUESTS, "levels").call(7, 1);
    check(level == 8 || level == 9); // editions differ
    return level;
  }

  /** Both become one component, which is compiled. */
  @Benchmark
  public int composed() {
    return compose(engine);
  }

  /** The same, by an engine that remembers the functions of the version before. */
  @Benchmark
  public int composedIncrementally(Remembering remembering) {
    return compose(remembering.engine);
  }

  private int compose(Engine compiler) {
    Component both = opened(composition(compiler, arrived));
    Store store = opened(Seams.store(compiler));
    return answer(new Linker(compiler).instantiate(store, both));
  }

  private Component composition(Engine compiler, byte[] auth) {
    return Composition.of(compiler)
        .add("auth", auth)
        .add("processor", processor)
        .plug("auth", "processor")
        .export("processor")
        .compile();
  }

  /** The auth is compiled, and plugged into the processor. */
  @Benchmark
  public int linked() {
    return link(engine, compiledProcessor);
  }

  /** The same, by an engine that remembers the functions of the version before. */
  @Benchmark
  public int linkedIncrementally(Remembering remembering) {
    return link(remembering.engine, remembering.compiledProcessor);
  }

  private int link(Engine compiler, Component asks) {
    Component auth = opened(compiler.compile(arrived));
    InstancePre plugged = opened(new Linker(compiler).instantiatePre(auth));
    Store store = opened(Seams.store(compiler));
    return answer(new Linker(compiler).plug(plugged).instantiate(store, asks));
  }

  /** An engine that has compiled the version before, in either way, and nothing else. */
  @State(Scope.Benchmark)
  public static class Remembering {

    private static final long CACHE_BYTES = 256 << 20;

    private Engine engine;
    private Component compiledProcessor;

    /** Makes it, for one shot: a version is new once. */
    @Setup(Level.Invocation)
    public void begin(NewVersions versions) {
      engine = Engine.builder().functionCache(CACHE_BYTES).build();
      compiledProcessor = engine.compile(versions.processor);
      engine.compile(versions.before).close();
      versions.composition(engine, versions.before).close();
    }

    /** Closes it. */
    @TearDown(Level.Invocation)
    public void close() {
      compiledProcessor.close();
      engine.close();
    }
  }
}
