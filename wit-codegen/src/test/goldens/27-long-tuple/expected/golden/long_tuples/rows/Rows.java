package golden.long_tuples.rows;

import dev.switchblade.Func;
import dev.switchblade.Tuple;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.long_tuples.Wide;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:long-tuples/rows}. */
@Generated("interface golden:long-tuples/rows")
@NullMarked
public final class Rows {
  private final Func sixteen;
  private final Func seventeen;
  private final Func boxes;

  private Rows(Exports exports) {
    this.sixteen = exports.func(0);
    this.seventeen = exports.func(1);
    this.boxes = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Wide} hands it out. */
  public static Rows of(Exports exports) {
    return new Rows(exports);
  }

  /** {@code sixteen}. */
  public Tuple.Tuple16<Integer, Integer, Integer, Long, Byte, Short, Integer, Long, Float, Double, Boolean, Integer, String, Integer, Integer, Integer> sixteen(
      Tuple.Tuple16<Integer, Integer, Integer, Long, Byte, Short, Integer, Long, Float, Double, Boolean, Integer, String, Integer, Integer, Integer> row) {
    Objects.requireNonNull(row, "row");
    try (Call call = this.sixteen.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, row.first());
      arguments.putU16(2, row.second());
      arguments.putInt(4, row.third());
      arguments.putLong(8, row.fourth());
      arguments.putByte(16, row.fifth());
      arguments.putShort(18, row.sixth());
      arguments.putInt(20, row.seventh());
      arguments.putLong(24, row.eighth());
      arguments.putFloat(32, row.ninth());
      arguments.putDouble(40, row.tenth());
      arguments.putBool(48, row.eleventh());
      arguments.putChar(52, row.twelfth());
      arguments.putString(56, row.thirteenth());
      arguments.putU8(64, row.fourteenth());
      arguments.putU16(66, row.fifteenth());
      arguments.putInt(68, row.sixteenth());
      call.invoke();
      ImageReader result = call.result();
      return new Tuple.Tuple16<>(
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
          result.getInt(68));
    }
  }

  /** One more than there are classes for. */
  public Tuple.Longer seventeen(Tuple.Longer row) {
    Objects.requireNonNull(row, "row");
    try (Call call = this.seventeen.begin()) {
      ImageWriter arguments = call.arguments();
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
      return new Tuple.Longer(
          List.of(
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
              result.getLong(72)));
    }
  }

  /** Its last elements have classes with arguments. */
  public Tuple.Longer boxes(Tuple.Longer row) {
    Objects.requireNonNull(row, "row");
    try (Call call = this.boxes.begin()) {
      ImageWriter arguments = call.arguments();
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
      return new Tuple.Longer(
          List.of(
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
              result.getBytes(84)));
    }
  }
}
