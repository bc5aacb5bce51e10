package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;

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
      processor = Files.readAllBytes(Host.guests().resolve("auth-processor.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    compiledProcessor = engine.compile(processor);
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
    Component both =
        opened(
            Composition.of(engine)
                .add("auth", arrived)
                .add("processor", processor)
                .plug("auth", "processor")
                .export("processor")
                .compile());
    Store store = opened(Seams.store(engine));
    return answer(new Linker(engine).instantiate(store, both));
  }

  /** The auth is compiled, and plugged into the processor. */
  @Benchmark
  public int linked() {
    Component auth = opened(engine.compile(arrived));
    InstancePre plugged = opened(new Linker(engine).instantiatePre(auth));
    Store store = opened(Seams.store(engine));
    return answer(new Linker(engine).plug(plugged).instantiate(store, compiledProcessor));
  }
}
