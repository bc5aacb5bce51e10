package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.benchmarks.generated.values.Entry;
import dev.switchblade.benchmarks.generated.values.Item;
import dev.switchblade.benchmarks.generated.values.Point;
import dev.switchblade.benchmarks.generated.values.Profile;
import dev.switchblade.benchmarks.generated.values.Rights;
import dev.switchblade.benchmarks.generated.values.Shape;
import dev.switchblade.benchmarks.generated.values.Values;
import dev.switchblade.benchmarks.generated.values.counters.Counter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumSet;
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

/** The same as {@link TypedValues} through what the generator made of the guest's WIT. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GeneratedValues extends TurnTaker {

  private Item item = item(Samples.item());
  private List<Entry> entries =
      Samples.entries().stream().map(entry -> new Entry(entry.id(), entry.name())).toList();
  private List<Point> points =
      Samples.points().stream().map(point -> new Point(point.x(), point.y())).toList();
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
  private Counter counter;

  private static Item item(dev.switchblade.benchmarks.Values.Item item) {
    return new Item(item.id(), item.sku(), item.title(), item.note());
  }

  private static Profile expectedProfile() {
    var profile = Samples.profile();
    return new Profile(
        profile.name(), profile.age(), profile.tags(), EnumSet.of(Rights.READ, Rights.WRITE));
  }

  /** Makes the instance, and checks once that the guest does its work. */
  @Setup(Level.Trial)
  public void instantiate() {
    host = Host.onDemand("types.wasm", linker -> Values.addTo(linker, given -> given));
    store = host.store();
    guest = Values.bind(host.pre().instantiate(store));
    counter = guest.counters().newCounter(40);
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
    check(profile().equals(expectedProfile()));
    check(variant().equals(shape));
    check(option().equals(option));
    check(result().equals(result));
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
    guest.pointsInPlace(elements, glance);
    return glance.last();
  }

  @Benchmark
  public int takePoints1000() {
    return guest.takePoints(points);
  }

  @Benchmark
  public int takePoints1000Segment() {
    return guest.takePointsInPlace(pointMemory);
  }

  @Benchmark
  public double[] doubles100k() {
    return guest.doubles(doubleCount);
  }

  @Benchmark
  public byte doubles100kInPlace() {
    guest.doublesInPlace(doubleCount, glance);
    return glance.last();
  }

  @Benchmark
  public double takeDoubles100k() {
    return guest.takeDoubles(doubles);
  }

  @Benchmark
  public double takeDoubles100kSegment() {
    return guest.takeDoublesInPlace(doubleMemory);
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
    guest.makeBlobInPlace(blobSize, glance);
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
