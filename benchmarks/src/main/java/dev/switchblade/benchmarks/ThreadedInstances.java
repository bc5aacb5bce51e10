package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;

import dev.switchblade.Store;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * Instances that live for one call, made by one thread and by two: what a thread takes for one.
 * Threads share the engine and what is linked, as in a server. One of them takes turns for all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ThreadedInstances extends TurnTaker {

  private int a = 20;
  private int b = 22;
  private Host pooling;
  private Host onDemand;

  /** Compiles and links, and checks once that the guest does its work. */
  @Setup(Level.Trial)
  public void link() {
    pooling = Host.pooling("bench.wasm", linker -> Workloads.addToLinker(linker, message -> {}));
    onDemand = Host.onDemand("bench.wasm", linker -> Workloads.addToLinker(linker, message -> {}));
    check(instance(pooling) == 42);
    check(instance(onDemand) == 42);
  }

  /** Closes what {@link #link} made. */
  @TearDown(Level.Trial)
  public void close() {
    pooling.close();
    onDemand.close();
  }

  private int instance(Host host) {
    try (Store store = host.store()) {
      return Workloads.add(host.pre().instantiate(store).func("add"), a, b);
    }
  }

  @Benchmark
  @Threads(1)
  public int pooled() {
    return instance(pooling);
  }

  @Benchmark
  @Threads(2)
  public int pooledByTwo() {
    return instance(pooling);
  }

  @Benchmark
  @Threads(1)
  public int mapped() {
    return instance(onDemand);
  }

  @Benchmark
  @Threads(2)
  public int mappedByTwo() {
    return instance(onDemand);
  }
}
