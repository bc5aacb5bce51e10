package dev.switchblade.benchmarks;

import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.ListVisitor;
import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The world {@code values} of {@code types.wasm}, as generated code will be: static codecs over
 * images, with literal offsets.
 */
final class Values {

  private static final String COUNTERS = "switchblade:types/counters";

  private static final ImageReader.ElementReader<String> GET_STRING = ImageReader::getString;

  private final Func describe;
  private final Func entries;
  private final Func takeEntries;
  private final Func points;
  private final Func takePoints;
  private final Func doubles;
  private final Func takeDoubles;
  private final Func blob;
  private final Func makeBlob;
  private final Func getProfile;
  private final Func echoVariant;
  private final Func echoOption;
  private final Func echoResult;
  private final Func convertMany;
  private final Func newCounter;
  private final Func counterAdd;

  Values(Instance instance) {
    describe = instance.func("describe");
    entries = instance.func("entries");
    takeEntries = instance.func("take-entries");
    points = instance.func("points");
    takePoints = instance.func("take-points");
    doubles = instance.func("doubles");
    takeDoubles = instance.func("take-doubles");
    blob = instance.func("blob");
    makeBlob = instance.func("make-blob");
    getProfile = instance.func("get-profile");
    echoVariant = instance.func("echo-variant");
    echoOption = instance.func("echo-option");
    echoResult = instance.func("echo-result");
    convertMany = instance.func("convert-many");
    newCounter = instance.func(COUNTERS, "[constructor]counter");
    counterAdd = instance.func(COUNTERS, "[method]counter.add");
  }

  /** What the world imports. */
  interface Imports {
    Item convert(Item item);
  }

  static void addToLinker(Linker linker, Imports imports) {
    linker
        .root()
        .funcOverImages(
            "convert",
            (arguments, result) -> Item.store(result, 0, imports.convert(Item.load(arguments, 0))));
  }

  /** {@code record item}: size 32, alignment 8. */
  record Item(long id, String sku, String title, String note) {

    static void store(ImageWriter image, long at, Item value) {
      image.putLong(at, value.id());
      image.putString(at + 8, value.sku());
      image.putString(at + 16, value.title());
      image.putString(at + 24, value.note());
    }

    static Item load(ImageReader image, long at) {
      return new Item(
          image.getLong(at),
          image.getString(at + 8),
          image.getString(at + 16),
          image.getString(at + 24));
    }
  }

  /** {@code record entry}: size 12, alignment 4. */
  record Entry(int id, String name) {

    private static final ImageWriter.ElementWriter<Entry> STORE = Entry::store;
    private static final ImageReader.ElementReader<Entry> LOAD = Entry::load;

    static void store(ImageWriter image, long at, Entry value) {
      image.putInt(at, value.id());
      image.putString(at + 4, value.name());
    }

    static Entry load(ImageReader image, long at) {
      return new Entry(image.getInt(at), image.getString(at + 4));
    }
  }

  /** {@code record point}: size 16, alignment 8. */
  record Point(int x, double y) {

    private static final ImageWriter.ElementWriter<Point> STORE = Point::store;
    private static final ImageReader.ElementReader<Point> LOAD = Point::load;

    static void store(ImageWriter image, long at, Point value) {
      image.putInt(at, value.x());
      image.putDouble(at + 8, value.y());
    }

    static Point load(ImageReader image, long at) {
      return new Point(image.getInt(at), image.getDouble(at + 8));
    }
  }

  /** {@code flags rights}: size 1. */
  enum Right {
    READ,
    WRITE,
    ADMIN;

    static Set<Right> load(ImageReader image, long at) {
      byte bits = image.getByte(at);
      Set<Right> rights = EnumSet.noneOf(Right.class);
      if ((bits & 1) != 0) {
        rights.add(READ);
      }
      if ((bits & 2) != 0) {
        rights.add(WRITE);
      }
      if ((bits & 4) != 0) {
        rights.add(ADMIN);
      }
      return rights;
    }
  }

  /** {@code record profile}: size 28, alignment 4. */
  record Profile(String name, Optional<Integer> age, List<String> tags, Set<Right> rights) {

    static Profile load(ImageReader image, long at) {
      return new Profile(
          image.getString(at),
          image.getByte(at + 8) != 0 ? Optional.of(image.getInt(at + 12)) : Optional.empty(),
          image.getList(at + 16, 8, GET_STRING),
          Right.load(image, at + 24));
    }
  }

  /** {@code variant shape}: size 16, alignment 8. */
  sealed interface Shape {

    /** {@code circle(f64)}. */
    record Circle(double value) implements Shape {}

    /** {@code rect(tuple<u32, u32>)}. */
    record Rect(int first, int second) implements Shape {}

    /** {@code nothing}. */
    record Nothing() implements Shape {

      private static final Nothing INSTANCE = new Nothing();
    }

    static void store(ImageWriter image, long at, Shape value) {
      switch (value) {
        case Circle(double radius) -> {
          image.putByte(at, (byte) 0);
          image.putDouble(at + 8, radius);
        }
        case Rect(int first, int second) -> {
          image.putByte(at, (byte) 1);
          image.putInt(at + 8, first);
          image.putInt(at + 12, second);
        }
        case Nothing() -> image.putByte(at, (byte) 2);
      }
    }

    static Shape load(ImageReader image, long at) {
      return switch (image.getByte(at)) {
        case 0 -> new Circle(image.getDouble(at + 8));
        case 1 -> new Rect(image.getInt(at + 8), image.getInt(at + 12));
        default -> Nothing.INSTANCE;
      };
    }
  }

  String describe(Item item) {
    try (Call call = describe.begin()) {
      Item.store(call.arguments(), 0, item);
      call.invoke();
      return call.result().getString(0);
    }
  }

  List<Entry> entries(int count) {
    try (Call call = entries.begin()) {
      call.arguments().putInt(0, count);
      call.invoke();
      return call.result().getList(0, 12, Entry.LOAD);
    }
  }

  int takeEntries(List<Entry> entries) {
    try (Call call = takeEntries.begin()) {
      call.arguments().putList(0, entries, 12, 4, Entry.STORE);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  List<Point> points(int count) {
    try (Call call = points.begin()) {
      call.arguments().putInt(0, count);
      call.invoke();
      return call.result().getList(0, 16, Point.LOAD);
    }
  }

  void points(int count, ListVisitor points) {
    try (Call call = this.points.begin()) {
      call.arguments().putInt(0, count);
      call.invokeInPlace(points);
    }
  }

  int takePoints(List<Point> points) {
    try (Call call = takePoints.begin()) {
      call.arguments().putList(0, points, 16, 8, Point.STORE);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  int takePoints(MemorySegment points) {
    try (Call call = takePoints.begin()) {
      call.arguments().putSegment(0, points, 16);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  double[] doubles(int count) {
    try (Call call = doubles.begin()) {
      call.arguments().putInt(0, count);
      call.invoke();
      return call.result().getDoubles(0);
    }
  }

  void doubles(int count, ListVisitor doubles) {
    try (Call call = this.doubles.begin()) {
      call.arguments().putInt(0, count);
      call.invokeInPlace(doubles);
    }
  }

  double takeDoubles(double[] doubles) {
    try (Call call = takeDoubles.begin()) {
      call.arguments().putDoubles(0, doubles);
      call.invoke();
      return call.result().getDouble(0);
    }
  }

  double takeDoubles(MemorySegment doubles) {
    try (Call call = takeDoubles.begin()) {
      call.arguments().putSegment(0, doubles, 8);
      call.invoke();
      return call.result().getDouble(0);
    }
  }

  int blob(byte[] data) {
    try (Call call = blob.begin()) {
      call.arguments().putBytes(0, data);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  byte[] makeBlob(int size) {
    try (Call call = makeBlob.begin()) {
      call.arguments().putInt(0, size);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  void makeBlob(int size, ListVisitor data) {
    try (Call call = makeBlob.begin()) {
      call.arguments().putInt(0, size);
      call.invokeInPlace(data);
    }
  }

  Profile getProfile() {
    try (Call call = getProfile.begin()) {
      call.invoke();
      return Profile.load(call.result(), 0);
    }
  }

  Shape echoVariant(Shape shape) {
    try (Call call = echoVariant.begin()) {
      Shape.store(call.arguments(), 0, shape);
      call.invoke();
      return Shape.load(call.result(), 0);
    }
  }

  Optional<Integer> echoOption(Optional<Integer> value) {
    try (Call call = echoOption.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBool(0, value.isPresent());
      if (value.isPresent()) {
        arguments.putInt(4, value.get());
      }
      call.invoke();
      ImageReader result = call.result();
      return result.getByte(0) != 0 ? Optional.of(result.getInt(4)) : Optional.empty();
    }
  }

  Result<Integer, String> echoResult(Result<Integer, String> value) {
    try (Call call = echoResult.begin()) {
      ImageWriter arguments = call.arguments();
      switch (value) {
        case Result.Ok<Integer, String>(Integer ok) -> {
          arguments.putByte(0, (byte) 0);
          arguments.putInt(4, ok);
        }
        case Result.Err<Integer, String>(String error) -> {
          arguments.putByte(0, (byte) 1);
          arguments.putString(4, error);
        }
      }
      call.invoke();
      ImageReader result = call.result();
      return result.getByte(0) == 0 ? Result.ok(result.getInt(4)) : Result.err(result.getString(4));
    }
  }

  long convertMany(int times) {
    try (Call call = convertMany.begin()) {
      call.arguments().putInt(0, times);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  Counter newCounter(int start) {
    try (Call call = newCounter.begin()) {
      call.arguments().putInt(0, start);
      call.invoke();
      return new Counter(counterAdd, call.result().getOwn(0));
    }
  }

  /** {@code resource counter}. */
  static final class Counter implements AutoCloseable {

    private final Func add;
    private final Resource resource;

    private Counter(Func add, Resource resource) {
      this.add = add;
      this.resource = resource;
    }

    int add(int n) {
      try (Call call = add.begin()) {
        ImageWriter arguments = call.arguments();
        arguments.putBorrow(0, resource);
        arguments.putInt(4, n);
        call.invoke();
        return call.result().getInt(0);
      }
    }

    @Override
    public void close() {
      resource.close();
    }
  }
}
