package golden.long_tuples.rows;

import dev.switchblade.Func;
import dev.switchblade.Tuple2;
import dev.switchblade.Tuple8;
import dev.switchblade.TupleN;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.long_tuples.Wide;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:long-tuples/rows}. */
@Generated("interface golden:long-tuples/rows")
@NullMarked
public final class Rows {
  private final Func eight;
  private final Func nine;
  private final Func seventeen;
  private final Func boxes;
  private final Func all;

  private Rows(Exports exports) {
    this.eight = exports.func(0);
    this.nine = exports.func(1);
    this.seventeen = exports.func(2);
    this.boxes = exports.func(3);
    this.all = exports.func(4);
  }

  /** The interface of an instance: for generated code, as {@link Wide} hands it out. */
  public static Rows of(Exports exports) {
    return new Rows(exports);
  }

  /** {@code eight}. */
  public Tuple8<Integer, Integer, Integer, Long, Byte, Short, Integer, Long> eight(
      Tuple8<Integer, Integer, Integer, Long, Byte, Short, Integer, Long> row) {
    Objects.requireNonNull(row, "row");
    try (Call call = this.eight.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, row.first());
      arguments.putU16(2, row.second());
      arguments.putInt(4, row.third());
      arguments.putLong(8, row.fourth());
      arguments.putByte(16, row.fifth());
      arguments.putShort(18, row.sixth());
      arguments.putInt(20, row.seventh());
      arguments.putLong(24, row.eighth());
      call.invoke();
      ImageReader result = call.result();
      return new Tuple8<>(
          result.getU8(0),
          result.getU16(2),
          result.getInt(4),
          result.getLong(8),
          result.getByte(16),
          result.getShort(18),
          result.getInt(20),
          result.getLong(24));
    }
  }

  /** One more than there are classes for. */
  public TupleN nine(TupleN row) {
    Objects.requireNonNull(row, "row");
    try (Call call = this.nine.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.requireLength(0, row, 9);
      arguments.putU8(0, row.<Integer>element(0));
      arguments.putU16(2, row.<Integer>element(1));
      arguments.putInt(4, row.<Integer>element(2));
      arguments.putLong(8, row.<Long>element(3));
      arguments.putByte(16, row.<Byte>element(4));
      arguments.putShort(18, row.<Short>element(5));
      arguments.putInt(20, row.<Integer>element(6));
      arguments.putLong(24, row.<Long>element(7));
      arguments.putFloat(32, row.<Float>element(8));
      call.invoke();
      ImageReader result = call.result();
      return TupleN.of(
          result.getU8(0),
          result.getU16(2),
          result.getInt(4),
          result.getLong(8),
          result.getByte(16),
          result.getShort(18),
          result.getInt(20),
          result.getLong(24),
          result.getFloat(32));
    }
  }

  /** {@code seventeen}. */
  public TupleN seventeen(TupleN row) {
    Objects.requireNonNull(row, "row");
    try (Call call = this.seventeen.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.requireLength(0, row, 17);
      arguments.putU8(0, row.<Integer>element(0));
      arguments.putU16(2, row.<Integer>element(1));
      arguments.putInt(4, row.<Integer>element(2));
      arguments.putLong(8, row.<Long>element(3));
      arguments.putByte(16, row.<Byte>element(4));
      arguments.putShort(18, row.<Short>element(5));
      arguments.putInt(20, row.<Integer>element(6));
      arguments.putLong(24, row.<Long>element(7));
      arguments.putFloat(32, row.<Float>element(8));
      arguments.putDouble(40, row.<Double>element(9));
      arguments.putBool(48, row.<Boolean>element(10));
      arguments.putChar(52, row.<Integer>element(11));
      arguments.putString(56, row.<String>element(12));
      arguments.putU8(64, row.<Integer>element(13));
      arguments.putU16(66, row.<Integer>element(14));
      arguments.putInt(68, row.<Integer>element(15));
      arguments.putLong(72, row.<Long>element(16));
      call.invoke();
      ImageReader result = call.result();
      return TupleN.of(
          result.getU8(0),
          result.getU16(2),
          result.getInt(4),
          result.getLong(8),
          result.getByte(16),
          result.getShort(18),
          result.getInt(20),
          result.getLong(24),
          result.getFloat(32),
          result.getDouble(40),
          result.getBool(48),
          result.getInt(52),
          result.getString(56),
          result.getU8(64),
          result.getU16(66),
          result.getInt(68),
          result.getLong(72));
    }
  }

  /** Its last elements have classes with arguments. */
  public TupleN boxes(TupleN row) {
    Objects.requireNonNull(row, "row");
    try (Call call = this.boxes.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.requireLength(0, row, 18);
      arguments.putU8(0, row.<Integer>element(0));
      arguments.putU16(2, row.<Integer>element(1));
      arguments.putInt(4, row.<Integer>element(2));
      arguments.putLong(8, row.<Long>element(3));
      arguments.putByte(16, row.<Byte>element(4));
      arguments.putShort(18, row.<Short>element(5));
      arguments.putInt(20, row.<Integer>element(6));
      arguments.putLong(24, row.<Long>element(7));
      arguments.putFloat(32, row.<Float>element(8));
      arguments.putDouble(40, row.<Double>element(9));
      arguments.putBool(48, row.<Boolean>element(10));
      arguments.putChar(52, row.<Integer>element(11));
      arguments.putString(56, row.<String>element(12));
      arguments.putU8(64, row.<Integer>element(13));
      arguments.putU16(66, row.<Integer>element(14));
      arguments.putOption(68, row.<Optional<Integer>>element(15), 4, ImageWriter::putInt);
      arguments.putList(76, row.<List<String>>element(16), 8, 4, ImageWriter::putString);
      arguments.putBytes(84, row.<byte[]>element(17));
      call.invoke();
      ImageReader result = call.result();
      return TupleN.of(
          result.getU8(0),
          result.getU16(2),
          result.getInt(4),
          result.getLong(8),
          result.getByte(16),
          result.getShort(18),
          result.getInt(20),
          result.getLong(24),
          result.getFloat(32),
          result.getDouble(40),
          result.getBool(48),
          result.getInt(52),
          result.getString(56),
          result.getU8(64),
          result.getU16(66),
          result.getOption(68, 4, ImageReader::getInt),
          result.getList(76, 8, ImageReader::getString),
          result.getBytes(84));
    }
  }

  /** Long ones within others. */
  public Optional<Tuple2<TupleN, Integer>> all(List<TupleN> rows) {
    Objects.requireNonNull(rows, "rows");
    try (Call call = this.all.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, rows, 40, 8, (image1, at1, value1) -> {
            image1.requireLength(at1, value1, 9);
            image1.putU8(at1, value1.<Integer>element(0));
            image1.putU16(at1 + 2, value1.<Integer>element(1));
            image1.putInt(at1 + 4, value1.<Integer>element(2));
            image1.putLong(at1 + 8, value1.<Long>element(3));
            image1.putByte(at1 + 16, value1.<Byte>element(4));
            image1.putShort(at1 + 18, value1.<Short>element(5));
            image1.putInt(at1 + 20, value1.<Integer>element(6));
            image1.putLong(at1 + 24, value1.<Long>element(7));
            image1.putFloat(at1 + 32, value1.<Float>element(8));
          });
      call.invoke();
      return call.result().getOption(
          0,
          8,
          (image1, at1) -> new Tuple2<>(
              TupleN.of(
                  image1.getU8(at1),
                  image1.getU16(at1 + 2),
                  image1.getInt(at1 + 4),
                  image1.getLong(at1 + 8),
                  image1.getByte(at1 + 16),
                  image1.getShort(at1 + 18),
                  image1.getInt(at1 + 20),
                  image1.getLong(at1 + 24),
                  image1.getFloat(at1 + 32)),
              image1.getU8(at1 + 40)));
    }
  }

  /**
   * As {@link #all}, without arrays or objects for its lists: what is given is taken from memory,
   * see {@link ImageWriter#putSegment}.
   *
   * @param rows 40 bytes per element (at 0, 2, 4, 8, 16, 18, 20, 24, 32), little-endian; must stay
   *     as it is until this method returns
   */
  public Optional<Tuple2<TupleN, Integer>> allInPlace(MemorySegment rows) {
    Objects.requireNonNull(rows, "rows");
    try (Call call = this.all.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, rows, 40);
      call.invoke();
      return call.result().getOption(
          0,
          8,
          (image1, at1) -> new Tuple2<>(
              TupleN.of(
                  image1.getU8(at1),
                  image1.getU16(at1 + 2),
                  image1.getInt(at1 + 4),
                  image1.getLong(at1 + 8),
                  image1.getByte(at1 + 16),
                  image1.getShort(at1 + 18),
                  image1.getInt(at1 + 20),
                  image1.getLong(at1 + 24),
                  image1.getFloat(at1 + 32)),
              image1.getU8(at1 + 40)));
    }
  }
}
