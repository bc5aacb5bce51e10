package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;

import dev.switchblade.Engine;
import dev.switchblade.Store;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a call costs that a virtual thread makes: on its carrier, and on a thread of the pool of
 * {@link Engine.Builder#virtualThreadCalls}. JMH runs these on virtual threads.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "-Djmh.executor=VIRTUAL")
public class VirtualThreadCalls extends TurnTaker {

  private int a = 20;
  private int b = 22;

  private ExecutorService pool;
  private Guest onCarrier;
  private Guest byPool;

  private record Guest(Host host, Store store, Workloads functions) {
    static Guest of(Host host) {
      Store store = host.store();
      return new Guest(host, store, new Workloads(host.pre().instantiate(store)));
    }

    void close() {
      store.close();
      host.close();
    }
  }

  /** Makes the instances, and checks once that a virtual thread can call them. */
  @Setup(Level.Trial)
  public void instantiate() {
    pool = Executors.newFixedThreadPool(2);
    onCarrier =
        Guest.of(Host.onDemand("bench.wasm", linker -> Workloads.addToLinker(linker, text -> {})));
    byPool =
        Guest.of(
            Host.hopping(pool, "bench.wasm", linker -> Workloads.addToLinker(linker, text -> {})));
    check(Thread.currentThread().isVirtual());
    check(addOnCarrier() == 42);
    check(addByPool() == 42);
  }

  /** Closes them. */
  @TearDown(Level.Trial)
  public void close() {
    onCarrier.close();
    byPool.close();
    pool.shutdown();
  }

  @Benchmark
  public int addOnCarrier() {
    return onCarrier.functions().add(a, b);
  }

  @Benchmark
  public int addByPool() {
    return byPool.functions().add(a, b);
  }
}
