package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An image has the length that was allocated, whatever it is asked for. */
@Timeout(300)
final class ImageBoundsTest {

  @TempDir Path folder;

  private void assertSurvived(String trial, String... arguments) throws Exception {
    Trials.assertSurvived(folder, ImageBoundsTest.class, trial, arguments);
  }

  /** Whose image it is. */
  enum Image {
    ARGUMENTS,
    RESULT
  }

  @ParameterizedTest
  @EnumSource
  void sizesThatAreNegativeOrTooLargeAreNotAllocated(Image image) throws Exception {
    assertSurvived("sizes", image.name());
  }

  @ParameterizedTest
  @EnumSource
  void alignmentsThatNoTypeHasAreNotAllocated(Image image) throws Exception {
    assertSurvived("alignments", image.name());
  }

  @ParameterizedTest
  @EnumSource
  void listsOfNegativeSizesOrCountsAreNotWritten(Image image) throws Exception {
    assertSurvived("lists", image.name());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsWrittenBeforeAnImageOrFarBehindIt(Image image) throws Exception {
    assertSurvived("farOffsets", image.name());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 1 << 14, 1 << 20, 1 << 26, 1 << 30, Integer.MAX_VALUE - 4096})
  void aResultOfNegativeLengthGivesTheGuestNoMemoryOfTheProcess(int offset) throws Exception {
    assertSurvived("negativeLength", Integer.toString(offset));
  }

  @Test
  void aResultThatWasShrunkInTheMiddleGivesTheGuestNoMemoryOfTheProcess() throws Exception {
    assertSurvived("shrunkByAList");
  }

  @Test
  void aResultThatEndsBeforeItsTupleIsRefused() throws Exception {
    assertSurvived("shorterThanItsTuple");
  }

  @Test
  void theResultCannotBeWrittenOverTheArguments() throws Exception {
    assertSurvived("resultOverArguments");
  }

  @Test
  void readersReadNothingBeforeAnImageOrFarBehindIt() throws Exception {
    assertSurvived("reading");
  }

  @Test
  void anAllocationThatIsRefusedChangesNothing() throws Exception {
    assertSurvived("refusedAndGoesOn");
  }

  /** Looks at an image of a list of bytes, whose tuple has 8 bytes. */
  private interface Look {
    void at(ImageWriter image);
  }

  /**
   * Has a look at an image while it is written, and makes sure that what was written before it, and
   * is written after it, is what arrives.
   */
  private static void write(String where, Look look) throws Exception {
    byte[] bytes = {1, 2, 3, 4, 5};
    var thrown = new AtomicReference<@Nullable Throwable>();
    Look checked =
        image -> {
          image.putBytes(0, bytes);
          try {
            look.at(image);
          } catch (Throwable e) {
            thrown.set(e);
          }
        };
    if (where.equals("ARGUMENTS")) {
      try (var guest = new EchoGuest("list<u8>", host -> host.argument(0))) {
        try (Call call = guest.f().begin()) {
          checked.at(call.arguments());
          call.invoke();
          assertArrayEquals(bytes, call.result().getBytes(0));
        } catch (RuntimeException e) {
          fail(thrown.get(), e);
          throw e;
        }
        fail(thrown.get(), null);
        assertArrayEquals(bytes, (byte[]) guest.call((Object) bytes));
      }
    } else {
      try (var guest =
          new EchoGuest(
              List.of("list<u8>"), "list<u8>", "utf8", (arguments, result) -> checked.at(result))) {
        try {
          assertArrayEquals(bytes, (byte[]) guest.call((Object) new byte[] {9}));
        } catch (RuntimeException e) {
          fail(thrown.get(), e);
          throw e;
        }
        fail(thrown.get(), null);
      }
    }
    HealthyJvm.assertCallsWork();
  }

  private static void fail(@Nullable Throwable thrown, @Nullable RuntimeException other) {
    if (thrown != null) {
      var failure = new AssertionError(thrown);
      if (other != null) {
        failure.addSuppressed(other);
      }
      throw failure;
    }
  }

  private static void refuses(
      Class<? extends RuntimeException> expected, String what, Runnable use) {
    assertThrows(expected, use::run, what);
  }

  static void sizes(String where) throws Exception {
    List<Long> sizes = new ArrayList<>();
    for (int bits = 31; bits < 63; bits++) {
      sizes.add((1L << bits) + 1);
      sizes.add(-(1L << bits));
    }
    for (long near = 1; near < 40; near++) {
      sizes.add(-near);
      sizes.add(Long.MIN_VALUE + near);
      sizes.add(Long.MAX_VALUE - near);
    }
    sizes.addAll(List.of(Long.MIN_VALUE, Long.MAX_VALUE, (long) Integer.MIN_VALUE, 1L << 31));
    write(
        where,
        image -> {
          for (long size : sizes) {
            for (long alignment = 1; alignment <= 8; alignment *= 2) {
              long aligned = alignment;
              refuses(
                  IllegalArgumentException.class,
                  size + " bytes aligned to " + alignment,
                  () -> image.allocate(size, aligned));
            }
          }
        });
  }

  static void alignments(String where) throws Exception {
    List<Long> alignments = new ArrayList<>();
    for (int bits = 4; bits < 64; bits++) {
      alignments.add(1L << bits);
    }
    alignments.addAll(List.of(0L, 3L, 5L, 6L, 7L, 9L, 12L, -1L, -2L, -4L, -8L, Long.MAX_VALUE));
    write(
        where,
        image -> {
          for (long alignment : alignments) {
            for (long size : new long[] {0, 1, 8, 100}) {
              refuses(
                  IllegalArgumentException.class,
                  size + " bytes aligned to " + alignment,
                  () -> image.allocate(size, alignment));
            }
          }
        });
  }

  /** A list that lies about how many elements it has. */
  private static List<Integer> lying(int size) {
    return new AbstractList<>() {
      @Override
      public Integer get(int index) {
        return index;
      }

      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Integer> iterator() {
        return List.of(1, 2, 3).iterator();
      }
    };
  }

  private static Map<Integer, Integer> lyingMap(int size) {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<Integer, Integer>> entrySet() {
        return Map.of(1, 2).entrySet();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  static void lists(String where) throws Exception {
    write(
        where,
        image -> {
          image.allocate(64, 8);
          for (int count : new int[] {-1, -2, -100, Integer.MIN_VALUE}) {
            refuses(
                IllegalArgumentException.class,
                "a list of " + count,
                () -> image.putList(16, lying(count), 8, 8, ImageWriter::putInt));
          }
          for (long size : new long[] {-1, -8, Integer.MIN_VALUE, Long.MIN_VALUE, 1L << 40}) {
            refuses(
                IllegalArgumentException.class,
                "elements of " + size,
                () -> image.putList(16, List.of(1, 2, 3), size, 8, ImageWriter::putInt));
            refuses(
                IllegalArgumentException.class,
                "entries of " + size,
                () ->
                    image.putMap(
                        16, Map.of(1, 2), size, 8, 4, ImageWriter::putInt, ImageWriter::putInt));
          }
          for (long alignment : new long[] {0, -1, -8, 3, 16, 1L << 40}) {
            refuses(
                IllegalArgumentException.class,
                "elements aligned to " + alignment,
                () -> image.putList(16, List.of(1, 2, 3), 8, alignment, ImageWriter::putInt));
          }
          // A size that overflows 64 bits, together with the count.
          refuses(
              IllegalArgumentException.class,
              "elements of 2^62 bytes",
              () -> image.putList(16, List.of(1, 2, 3, 4), 1L << 62, 8, ImageWriter::putInt));
          for (long valueAt : new long[] {-64, Long.MIN_VALUE, 1L << 33}) {
            refuses(
                IndexOutOfBoundsException.class,
                "values at " + valueAt,
                () ->
                    image.putMap(
                        16,
                        lyingMap(1),
                        8,
                        8,
                        Long.MIN_VALUE / 2 + valueAt,
                        ImageWriter::putInt,
                        ImageWriter::putInt));
          }
          for (int length : new int[] {-1, Integer.MIN_VALUE}) {
            assertThrows(
                RuntimeException.class, () -> image.putFixedLengthBytes(16, new byte[3], length));
            assertThrows(
                RuntimeException.class,
                () ->
                    image.putFixedLengthList(
                        16, lying(length), length + 1, 4, ImageWriter::putInt));
          }
        });
  }

  private static List<Runnable> writes(ImageWriter image, long at) {
    return List.of(
        () -> image.putBool(at, true),
        () -> image.putByte(at, (byte) 1),
        () -> image.putShort(at, (short) 1),
        () -> image.putInt(at, 1),
        () -> image.putLong(at, 1),
        () -> image.putFloat(at, 1),
        () -> image.putDouble(at, 1),
        () -> image.putChar(at, 'x'),
        () -> image.putU8(at, 1),
        () -> image.putU16(at, 1),
        () -> image.putString(at, "text"),
        () -> image.putString(at, "\u00e4"),
        () -> image.putBytes(at, new byte[3]),
        () -> image.putBytes(at, new byte[20_000]),
        () -> image.putShorts(at, new short[3]),
        () -> image.putInts(at, new int[3]),
        () -> image.putLongs(at, new long[3]),
        () -> image.putFloats(at, new float[3]),
        () -> image.putDoubles(at, new double[3]),
        () -> image.putList(at, List.of(1), 4, 4, ImageWriter::putInt),
        () -> image.putFixedLengthBytes(at, new byte[3], 3),
        () -> image.putFixedLengthShorts(at, new short[3], 3),
        () -> image.putFixedLengthInts(at, new int[3], 3),
        () -> image.putFixedLengthLongs(at, new long[3], 3),
        () -> image.putFixedLengthFloats(at, new float[3], 3),
        () -> image.putFixedLengthDoubles(at, new double[3], 3),
        () -> image.putDiscriminant(at, 1, 1),
        () -> image.putDiscriminant(at, 1, 2),
        () -> image.putDiscriminant(at, 1, 4));
  }

  private static void refuseWrites(ImageWriter image, long at) {
    int i = 0;
    for (Runnable write : writes(image, at)) {
      refuses(IndexOutOfBoundsException.class, "write " + i + " at " + at, write);
      i++;
    }
  }

  static void farOffsets(String where) throws Exception {
    write(
        where,
        image -> {
          for (int bits = 31; bits < 63; bits++) {
            refuseWrites(image, 1L << bits);
            refuseWrites(image, -(1L << bits));
          }
          for (long at : new long[] {-1, -8, -16, -9, Long.MIN_VALUE, Long.MAX_VALUE}) {
            refuseWrites(image, at);
          }
        });
  }

  // ---- Results of host functions

  /**
   * Calls a guest that hands on the list that a host function returns, which fails one way or
   * another, or gives what the host wrote.
   */
  private static void returned(Look look, byte[] expected) {
    try (var guest =
        new EchoGuest(
            List.of("list<u8>"),
            "list<u8>",
            "utf8",
            (arguments, result) -> {
              result.putBytes(0, expected);
              look.at(result);
            })) {
      try {
        byte[] given = (byte[]) Objects.requireNonNull(guest.call((Object) new byte[] {9}));
        assertArrayEquals(expected, given);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        // Refused by the function itself.
      } catch (RuntimeException e) {
        assertTrue(e instanceof SwitchbladeException, e.toString());
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void negativeLength(String offset) throws Exception {
    for (int beyond : new int[] {1, 2, 8, 16, 1 << 10, 1 << 20}) {
      returned(
          result -> {
            result.putInt(0, Integer.parseInt(offset));
            result.putInt(4, 4096);
            // The tuple has 8 bytes: the image's length becomes negative, or huge without a sign.
            result.allocate(-(8L + beyond), 1);
          },
          new byte[0]);
    }
  }

  static void shrunkByAList() throws Exception {
    byte[] nothing = {};
    for (int count : new int[] {-1, -2, -3, -1000, Integer.MIN_VALUE}) {
      for (long size : new long[] {1, 8, 16, 1 << 20}) {
        for (int offset : new int[] {0, 1 << 14, 1 << 20, Integer.MAX_VALUE - 4096}) {
          returned(
              result -> {
                try {
                  result.putList(0, lying(count), size, 1, (image, at, element) -> {});
                } finally {
                  result.putInt(0, offset);
                  result.putInt(4, 4096);
                }
              },
              nothing);
          returned(
              result -> {
                try {
                  result.putList(0, lying(count), size, 1, (image, at, element) -> {});
                } catch (IllegalArgumentException e) {
                  // Goes on as if nothing were.
                }
                result.putInt(0, offset);
                result.putInt(4, 4096);
              },
              nothing);
        }
      }
    }
  }

  static void shorterThanItsTuple() throws Exception {
    byte[] nothing = {};
    for (int less = 1; less <= 8; less++) {
      int size = less;
      returned(result -> result.allocate(-size, 1), nothing);
      returned(result -> result.allocate(0, -size), nothing);
    }
  }

  static void resultOverArguments() throws Exception {
    byte[] large = new byte[1000];
    try (var guest =
        new EchoGuest(
            List.of("list<u8>"),
            "list<u8>",
            "utf8",
            (arguments, result) -> {
              for (long at = -1; at > -1016; at--) {
                for (Runnable write : writes(result, at)) {
                  assertThrows(IndexOutOfBoundsException.class, write::run);
                }
              }
              assertArrayEquals(large, arguments.getBytes(0));
              result.putBytes(0, large);
            })) {
      assertArrayEquals(large, (byte[]) guest.call((Object) large));
    }
  }

  // ---- Readers

  private static List<Runnable> reads(ImageReader image, long at) {
    return List.of(
        () -> image.getBool(at),
        () -> image.getByte(at),
        () -> image.getShort(at),
        () -> image.getU8(at),
        () -> image.getU16(at),
        () -> image.getInt(at),
        () -> image.getLong(at),
        () -> image.getFloat(at),
        () -> image.getDouble(at),
        () -> image.getString(at),
        () -> image.getBytes(at),
        () -> image.getShorts(at),
        () -> image.getInts(at),
        () -> image.getLongs(at),
        () -> image.getFloats(at),
        () -> image.getDoubles(at),
        () -> image.getList(at, 4, ImageReader::getInt),
        () -> image.getFixedLengthBytes(at, 3),
        () -> image.getFixedLengthLongs(at, 3),
        () -> image.getOwn(at),
        () -> image.getBorrow(at));
  }

  static void reading() throws Exception {
    Component component = Guests.wat(EchoGuest.text(List.of("list<u8>"), "list<u8>", "utf8"));
    byte[] bytes = {1, 2, 3};
    try (component;
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .funcOverImages(
              "h",
              (arguments, result) -> {
                refuseReads(arguments);
                result.putBytes(0, arguments.getBytes(0));
              });
      Func f = linker.instantiate(store, component).func("f");
      try (Call call = f.begin()) {
        call.arguments().putBytes(0, bytes);
        call.invoke();
        refuseReads(call.result());
        assertArrayEquals(bytes, call.result().getBytes(0));
      }
    }
    HealthyJvm.assertCallsWork();
  }

  private static void refuseReads(ImageReader image) {
    List<Long> offsets = new ArrayList<>(List.of(-1L, -8L, Long.MIN_VALUE, Long.MAX_VALUE));
    for (int bits = 31; bits < 63; bits++) {
      offsets.add(1L << bits);
      offsets.add(-(1L << bits));
    }
    for (long at : offsets) {
      for (Runnable read : reads(image, at)) {
        refuses(IndexOutOfBoundsException.class, "a read at " + at, read);
      }
    }
    for (int length : new int[] {-1, Integer.MIN_VALUE}) {
      assertThrows(RuntimeException.class, () -> image.getFixedLengthBytes(0, length));
      assertThrows(RuntimeException.class, () -> image.getFixedLengthLongs(0, length));
    }
  }

  static void refusedAndGoesOn() throws Exception {
    try (var guest = new EchoGuest("list<string>", host -> host.argument(0))) {
      for (int i = 0; i < 100; i++) {
        List<String> texts = List.of("one", "two", "three".repeat(i));
        try (Call call = guest.f().begin()) {
          ImageWriter image = call.arguments();
          image.putList(
              0,
              texts,
              8,
              4,
              (writer, at, text) -> {
                assertThrows(IllegalArgumentException.class, () -> writer.allocate(-at, 1));
                assertThrows(IllegalArgumentException.class, () -> writer.allocate(1, -at));
                writer.putString(at, text);
                assertThrows(IllegalArgumentException.class, () -> writer.allocate(1L << 40, 1));
              });
          call.invoke();
          assertEquals(texts, call.result().getList(0, 8, (reader, at) -> reader.getString(at)));
        }
      }
    }
  }
}
