package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;

import dev.switchblade.Store;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Calls of one instance of {@code bench.wasm}, on an engine with concurrency support. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConcurrentCalls extends TurnTaker {

  private static final int MESSAGES = 1000;
  private static final int MESSAGE_CHARS = 31;

  private int a = 20;
  private int b = 22;
  private String greeting = "hello world hello world hello wo";

  private Host host;
  private Store store;
  private Workloads guest;
  private long loggedChars;

  /** Makes the instance, and checks once that the guest does its work. */
  @Setup(Level.Trial)
  public void instantiate() {
    host =
        Host.concurrent(
            "bench.wasm",
            linker -> Workloads.addToLinker(linker, message -> loggedChars += message.length()));
    store = host.store();
    guest = new Workloads(host.pre().instantiate(store));
    check(guest.add(20, 22) == 42);
    check(guest.greet(greeting).equals(greeting));
    guest.logMany(MESSAGES);
    check(loggedChars == MESSAGES * MESSAGE_CHARS);
  }

  /** Closes it. */
  @TearDown(Level.Trial)
  public void close() {
    store.close();
    host.close();
  }

  @Benchmark
  public int add() {
    return guest.add(a, b);
  }

  @Benchmark
  public String string32() {
    return guest.greet(greeting);
  }

  @Benchmark
  public void hostLog1000() {
    guest.logMany(MESSAGES);
  }
}
