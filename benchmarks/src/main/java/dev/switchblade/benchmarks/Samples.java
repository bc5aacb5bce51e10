package dev.switchblade.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.switchblade.benchmarks.Values.Entry;
import dev.switchblade.benchmarks.Values.Item;
import dev.switchblade.benchmarks.Values.Point;
import dev.switchblade.benchmarks.Values.Profile;
import dev.switchblade.benchmarks.Values.Right;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The values that are moved, and what the guest makes of them: those of the Rust host. */
final class Samples {

  /** Elements of the lists of records. */
  static final int ELEMENTS = 1000;

  /** Elements of the lists of numbers. */
  static final int DOUBLES = 100_000;

  /** Bytes of a blob. */
  static final int BLOB = 1 << 20;

  /** How often the guest calls the host in one call. */
  static final int TIMES = 1000;

  static final int TAKEN_ENTRIES = 999 + "name-0000999".length();
  static final int TAKEN_POINTS = ELEMENTS + 999;
  static final double TAKEN_DOUBLES = 49_999.5;
  static final int TAKEN_BLOB = BLOB + 255;
  static final long CONVERTED_IDS = 7L * TIMES;

  private Samples() {}

  static Item item() {
    return new Item(
        42, "SKU-0000042", "A lamp that is lit by a switch", "Fragile; keep upright and dry");
  }

  static List<Entry> entries() {
    return IntStream.range(0, ELEMENTS)
        .mapToObj(id -> new Entry(id, "name-%07d".formatted(id)))
        .toList();
  }

  static List<Point> points() {
    return IntStream.range(0, ELEMENTS).mapToObj(i -> new Point(i, i / 2.0)).toList();
  }

  /** The points as a guest has them. */
  static MemorySegment pointMemory() {
    List<Point> points = points();
    MemorySegment memory = Arena.ofAuto().allocate(16L * points.size(), 8);
    for (int i = 0; i < points.size(); i++) {
      memory.set(JAVA_INT, 16L * i, points.get(i).x());
      memory.set(JAVA_DOUBLE, 16L * i + 8, points.get(i).y());
    }
    return memory;
  }

  static double[] doubles() {
    return IntStream.range(0, DOUBLES).mapToDouble(i -> i / 2.0).toArray();
  }

  static byte[] blob() {
    return bytes(BLOB);
  }

  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  static Profile profile() {
    return new Profile(
        "Ada Lovelace",
        Optional.of(36),
        List.of("mathematician", "engineer"),
        EnumSet.of(Right.READ, Right.WRITE));
  }

  static void check(boolean worked) {
    if (!worked) {
      throw new IllegalStateException("the guest did something else");
    }
  }
}
