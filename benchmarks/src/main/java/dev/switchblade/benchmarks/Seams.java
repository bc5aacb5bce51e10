package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.bytes;
import static dev.switchblade.benchmarks.Samples.check;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.Limits;
import dev.switchblade.Store;
import dev.switchblade.abi.Call;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One component calls another: {@code auth-processor.wasm} asks {@code auth.wasm}, {@value #TIMES}
 * times in one call from Java. Subclasses are the ways to get from the one to the other.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Seams extends TurnTaker {

  /** The interface that the processor imports and the auth exports. */
  static final String AUTH = "acme:auth/check@1.0.0";

  static final String REQUESTS = "acme:auth/requests@1.0.0";

  private static final int TIMES = 1000;

  private final String name = "hello world hello world hello wo";
  private final byte[] payload = bytes(4 << 10);

  private Engine engine;
  private Component auth;
  private Component processor;
  private Store store;
  private Func levels;
  private Func greetings;
  private Func descriptions;
  private Func digests;

  /**
   * Makes a processor that asks an auth.
   *
   * @param store where the processor lives
   */
  abstract Instance processor(Engine engine, Store store, Component auth, Component processor);

  /** Ends what {@link #processor} began, once the processor's store is closed. */
  void release() {}

  /** Makes both, and checks once that they do their work. */
  @Setup(Level.Trial)
  public void instantiate() {
    engine = Engine.create();
    auth = engine.compile(Host.guests().resolve("auth.wasm"));
    processor = engine.compile(Host.guests().resolve("auth-processor.wasm"));
    store = store(engine);
    Instance instance = processor(engine, store, auth, processor);
    levels = instance.func(REQUESTS, "levels");
    greetings = instance.func(REQUESTS, "greetings");
    descriptions = instance.func(REQUESTS, "descriptions");
    digests = instance.func(REQUESTS, "digests");
    check(scalars() == 7 + TIMES);
    check(string().equals("hello, " + name));
    check(record() == 4712); // the level of 4711
    check(Arrays.equals(bytes4k(), payload));
  }

  /** A store of the engine, with as much room for copies as the measurement takes. */
  static Store store(Engine engine) {
    return new Store(engine, Limits.defaults().withCopiedBytes(1 << 30));
  }

  /** Closes them. */
  @TearDown(Level.Trial)
  public void close() {
    store.close();
    release();
    processor.close();
    auth.close();
    engine.close();
  }

  /** {@code level(u32) -> u32}. */
  @Benchmark
  public int scalars() {
    try (Call call = levels.begin()) {
      call.arguments().putInt(0, 7);
      call.arguments().putInt(4, TIMES);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** A string of 32 bytes there, and one of 39 back. */
  @Benchmark
  public String string() {
    try (Call call = greetings.begin()) {
      call.arguments().putString(0, name);
      call.arguments().putInt(8, TIMES);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** A record of a string of 32 bytes and three numbers, there and back. */
  @Benchmark
  public int record() {
    try (Call call = descriptions.begin()) {
      call.arguments().putString(0, name);
      call.arguments().putLong(8, 4711);
      call.arguments().putInt(16, TIMES);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** 4 KiB of bytes there and back. */
  @Benchmark
  public byte[] bytes4k() {
    try (Call call = digests.begin()) {
      call.arguments().putBytes(0, payload);
      call.arguments().putInt(8, TIMES);
      call.invoke();
      return call.result().getBytes(0);
    }
  }
}
