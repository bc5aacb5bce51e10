package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;

import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The same as {@link TypedValues} without a class for any type: {@link Func#call}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DynamicValues extends TurnTaker {

  private static final String COUNTERS = "switchblade:types/counters";

  private WitRecord item = record(Samples.item());
  private List<WitRecord> entries =
      Samples.entries().stream()
          .map(entry -> WitRecord.of("id", entry.id(), "name", entry.name()))
          .toList();
  private List<WitRecord> points =
      Samples.points().stream().map(point -> WitRecord.of("x", point.x(), "y", point.y())).toList();
  private double[] doubles = Samples.doubles();
  private byte[] blob = Samples.blob();
  private WitVariant shape = WitVariant.of("circle", 1.5);
  private Optional<Integer> option = Optional.of(42);
  private Result<Integer, String> result = Result.ok(42);
  private int elements = Samples.ELEMENTS;
  private int doubleCount = Samples.DOUBLES;
  private int blobSize = Samples.BLOB;
  private int times = Samples.TIMES;
  private int one = 1;

  private Host host;
  private Store store;
  private Func describe;
  private Func entriesOf;
  private Func takeEntries;
  private Func pointsOf;
  private Func takePoints;
  private Func doublesOf;
  private Func takeDoubles;
  private Func blobOf;
  private Func makeBlob;
  private Func getProfile;
  private Func echoVariant;
  private Func echoOption;
  private Func echoResult;
  private Func convertMany;
  private Func counterAdd;
  private Resource counter;

  private static WitRecord record(Values.Item item) {
    return WitRecord.of(
        "id", item.id(), "sku", item.sku(), "title", item.title(), "note", item.note());
  }

  /** Makes the instance, and checks once that the guest does its work. */
  @Setup(Level.Trial)
  public void instantiate() {
    host =
        Host.onDemand(
            "types.wasm", linker -> linker.root().func("convert", call -> call.argument(0)));
    store = host.store();
    Instance instance = host.pre().instantiate(store);
    describe = instance.func("describe");
    entriesOf = instance.func("entries");
    takeEntries = instance.func("take-entries");
    pointsOf = instance.func("points");
    takePoints = instance.func("take-points");
    doublesOf = instance.func("doubles");
    takeDoubles = instance.func("take-doubles");
    blobOf = instance.func("blob");
    makeBlob = instance.func("make-blob");
    getProfile = instance.func("get-profile");
    echoVariant = instance.func("echo-variant");
    echoOption = instance.func("echo-option");
    echoResult = instance.func("echo-result");
    convertMany = instance.func("convert-many");
    counterAdd = instance.func(COUNTERS, "[method]counter.add");
    counter = (Resource) instance.func(COUNTERS, "[constructor]counter").call(40);
    check(describe().equals(Samples.item().title()));
    check(entries1000().equals(entries));
    check(takeEntries1000().equals(Samples.TAKEN_ENTRIES));
    check(points1000().equals(points));
    check(takePoints1000().equals(Samples.TAKEN_POINTS));
    check(Arrays.equals((double[]) doubles100k(), doubles));
    check(takeDoubles100k().equals(Samples.TAKEN_DOUBLES));
    check(blob1m().equals(Samples.TAKEN_BLOB));
    check(Arrays.equals((byte[]) makeBlob1m(), blob));
    WitRecord profile = (WitRecord) profile();
    check(profile.get("name").equals(Samples.profile().name()));
    check(profile.get("age").equals(Samples.profile().age()));
    check(profile.get("tags").equals(Samples.profile().tags()));
    check(profile.get("rights").equals(Set.of("read", "write")));
    check(variant().equals(shape));
    check(option().equals(option));
    check(result().equals(result));
    check(counterAdd.call(counter, 2).equals(42));
    check(convert1000().equals(Samples.CONVERTED_IDS));
  }

  /** Closes it. */
  @TearDown(Level.Trial)
  public void close() {
    counter.close();
    store.close();
    host.close();
  }

  @Benchmark
  public Object describe() {
    return describe.call(item);
  }

  @Benchmark
  public Object entries1000() {
    return entriesOf.call(elements);
  }

  @Benchmark
  public Object takeEntries1000() {
    return takeEntries.call(entries);
  }

  @Benchmark
  public Object points1000() {
    return pointsOf.call(elements);
  }

  @Benchmark
  public Object takePoints1000() {
    return takePoints.call(points);
  }

  @Benchmark
  public Object doubles100k() {
    return doublesOf.call(doubleCount);
  }

  @Benchmark
  public Object takeDoubles100k() {
    return takeDoubles.call(doubles);
  }

  @Benchmark
  public Object blob1m() {
    return blobOf.call(blob);
  }

  @Benchmark
  public Object makeBlob1m() {
    return makeBlob.call(blobSize);
  }

  @Benchmark
  public Object profile() {
    return getProfile.call();
  }

  @Benchmark
  public Object variant() {
    return echoVariant.call(shape);
  }

  @Benchmark
  public Object option() {
    return echoOption.call(option);
  }

  @Benchmark
  public Object result() {
    return echoResult.call(result);
  }

  @Benchmark
  public Object counter() {
    return counterAdd.call(counter, one);
  }

  @Benchmark
  public Object convert1000() {
    return convertMany.call(times);
  }
}
