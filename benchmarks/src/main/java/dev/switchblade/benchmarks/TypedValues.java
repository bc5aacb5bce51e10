package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.benchmarks.Values.Entry;
import dev.switchblade.benchmarks.Values.Item;
import dev.switchblade.benchmarks.Values.Point;
import dev.switchblade.benchmarks.Values.Profile;
import dev.switchblade.benchmarks.Values.Shape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Values of compound types as Java classes, over images: calls of an instance of {@code
 * types.wasm}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TypedValues extends TurnTaker {

  private Item item = Samples.item();
  private List<Entry> entries = Samples.entries();
  private List<Point> points = Samples.points();
  private MemorySegment pointMemory = Samples.pointMemory();
  private double[] doubles = Samples.doubles();
  private MemorySegment doubleMemory = Arena.ofAuto().allocateFrom(JAVA_DOUBLE, doubles);
  private byte[] blob = Samples.blob();
  private Shape shape = new Shape.Circle(1.5);
  private Optional<Integer> option = Optional.of(42);
  private Result<Integer, String> result = Result.ok(42);
  private int elements = Samples.ELEMENTS;
  private int doubleCount = Samples.DOUBLES;
  private int blobSize = Samples.BLOB;
  private final Glance glance = new Glance();

  private Host host;
  private Store store;
  private Values guest;
  private Values.Counter counter;

  /** Makes the instance, and checks once that the guest does its work. */
  @Setup(Level.Trial)
  public void instantiate() {
    host = Host.onDemand("types.wasm", linker -> Values.addToLinker(linker, item -> item));
    store = host.store();
    guest = new Values(host.pre().instantiate(store));
    counter = guest.newCounter(40);
    check(describe().equals(item.title()));
    check(entries1000().equals(entries));
    check(takeEntries1000() == Samples.TAKEN_ENTRIES);
    check(points1000().equals(points));
    check(points1000InPlace() == pointMemory.get(JAVA_BYTE, 15_999));
    check(glance.size() == 16_000);
    check(takePoints1000() == Samples.TAKEN_POINTS);
    check(takePoints1000Segment() == Samples.TAKEN_POINTS);
    check(Arrays.equals(doubles100k(), doubles));
    check(doubles100kInPlace() == (byte) (Double.doubleToRawLongBits(doubles[99_999]) >> 56));
    check(glance.size() == 800_000);
    check(takeDoubles100k() == Samples.TAKEN_DOUBLES);
    check(takeDoubles100kSegment() == Samples.TAKEN_DOUBLES);
    check(blob1m() == Samples.TAKEN_BLOB);
    check(Arrays.equals(makeBlob1m(), blob));
    check(makeBlob1mInPlace() == (byte) 255 && glance.size() == Samples.BLOB);
    check(profile().equals(Samples.profile()));
    check(variant().equals(shape));
    check(option().equals(option));
    check(result().equals(result));
    check(guest.echoVariant(new Shape.Rect(1, 2)).equals(new Shape.Rect(1, 2)));
    check(guest.echoResult(Result.err("no")).equals(Result.err("no")));
    check(counter.add(2) == 42);
    check(convert1000() == Samples.CONVERTED_IDS);
  }

  /** Closes it. */
  @TearDown(Level.Trial)
  public void close() {
    counter.close();
    store.close();
    host.close();
  }

  @Benchmark
  public String describe() {
    return guest.describe(item);
  }

  @Benchmark
  public List<Entry> entries1000() {
    return guest.entries(elements);
  }

  @Benchmark
  public int takeEntries1000() {
    return guest.takeEntries(entries);
  }

  @Benchmark
  public List<Point> points1000() {
    return guest.points(elements);
  }

  @Benchmark
  public byte points1000InPlace() {
    guest.points(elements, glance);
    return glance.last();
  }

  @Benchmark
  public int takePoints1000() {
    return guest.takePoints(points);
  }

  @Benchmark
  public int takePoints1000Segment() {
    return guest.takePoints(pointMemory);
  }

  @Benchmark
  public double[] doubles100k() {
    return guest.doubles(doubleCount);
  }

  @Benchmark
  public byte doubles100kInPlace() {
    guest.doubles(doubleCount, glance);
    return glance.last();
  }

  @Benchmark
  public double takeDoubles100k() {
    return guest.takeDoubles(doubles);
  }

  @Benchmark
  public double takeDoubles100kSegment() {
    return guest.takeDoubles(doubleMemory);
  }

  @Benchmark
  public int blob1m() {
    return guest.blob(blob);
  }

  @Benchmark
  public byte[] makeBlob1m() {
    return guest.makeBlob(blobSize);
  }

  @Benchmark
  public byte makeBlob1mInPlace() {
    guest.makeBlob(blobSize, glance);
    return glance.last();
  }

  @Benchmark
  public Profile profile() {
    return guest.getProfile();
  }

  @Benchmark
  public Shape variant() {
    return guest.echoVariant(shape);
  }

  @Benchmark
  public Optional<Integer> option() {
    return guest.echoOption(option);
  }

  @Benchmark
  public Result<Integer, String> result() {
    return guest.echoResult(result);
  }

  @Benchmark
  public int counter() {
    return counter.add(1);
  }

  @Benchmark
  public long convert1000() {
    return guest.convertMany(Samples.TIMES);
  }
}
