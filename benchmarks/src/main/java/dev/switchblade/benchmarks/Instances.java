package dev.switchblade.benchmarks;

import dev.switchblade.Store;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Instances that live for one call. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Instances extends TurnTaker {

  private int a = 20;
  private int b = 22;
  private Host host;

  /** Compiles and links. */
  @Setup(Level.Trial)
  public void link() {
    host = Host.pooling("bench.wasm", linker -> Workloads.addToLinker(linker, message -> {}));
  }

  /** Closes what {@link #link} made. */
  @TearDown(Level.Trial)
  public void close() {
    host.close();
  }

  /** A new store and instance, one call, and the end of both. */
  @Benchmark
  public int instantiatePooled() {
    try (Store store = host.store()) {
      return Workloads.add(host.pre().instantiate(store).func("add"), a, b);
    }
  }
}
