package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.bytes;
import static dev.switchblade.benchmarks.Samples.check;

import dev.switchblade.Store;
import dev.switchblade.benchmarks.generated.calls.Workloads;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The same as {@link Calls} through what the generator made of the guest's WIT. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GeneratedCalls extends TurnTaker {

  private static final int MESSAGES = 1000;
  private static final int MESSAGE_CHARS = 31;

  private int a = 20;
  private int b = 22;
  private String greeting = "hello world hello world hello wo";
  private byte[] bytes64 = bytes(64);
  private byte[] bytes64k = bytes(64 << 10);
  private byte[] bytes1m = bytes(1 << 20);
  private List<String> items = IntStream.range(0, 100).mapToObj("word-%07d"::formatted).toList();

  private Host host;
  private Store store;
  private Workloads guest;
  private long loggedChars;
  private final Glance glance = new Glance();

  /** Makes the instance, and checks once that the guest does its work. */
  @Setup(Level.Trial)
  public void instantiate() {
    host =
        Host.onDemand(
            "bench.wasm",
            linker -> Workloads.addTo(linker, message -> loggedChars += message.length()));
    store = host.store();
    guest = Workloads.bind(host.pre().instantiate(store));
    check(guest.add(20, 22) == 42);
    check(guest.greet(greeting).equals(greeting));
    check(Arrays.equals(guest.echo(bytes64k), bytes64k));
    bytes1mInPlace();
    check(glance.size() == bytes1m.length && glance.last() == bytes1m[bytes1m.length - 1]);
    guest.logMany(MESSAGES);
    check(loggedChars == MESSAGES * MESSAGE_CHARS);
    check(guest.words(items).equals(items));
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
  public byte[] bytes64() {
    return guest.echo(bytes64);
  }

  @Benchmark
  public byte[] bytes64k() {
    return guest.echo(bytes64k);
  }

  @Benchmark
  public long bytes1mInPlace() {
    guest.echoInPlace(MemorySegment.ofArray(bytes1m), glance);
    return glance.last();
  }

  @Benchmark
  public void hostLog1000() {
    guest.logMany(MESSAGES);
  }

  @Benchmark
  public List<String> strings100() {
    return guest.words(items);
  }
}
