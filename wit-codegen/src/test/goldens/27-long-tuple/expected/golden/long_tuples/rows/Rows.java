package golden.long_tuples.rows;

import dev.switchblade.Call;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.ImageReader;
import dev.switchblade.ImageWriter;
import dev.switchblade.Tuple;
import golden.long_tuples.Wide;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:long-tuples/rows}. */
@Generated("interface golden:long-tuples/rows")
@NullMarked
public final class Rows {
  private final Func sixteen;
  private final Func seventeen;

  private Rows(Exports exports) {
    this.sixteen = exports.func(0);
    this.seventeen = exports.func(1);
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
      arguments.putU8(0, ((Integer) row.get(0)));
      arguments.putU16(2, ((Integer) row.get(1)));
      arguments.putInt(4, ((Integer) row.get(2)));
      arguments.putLong(8, ((Long) row.get(3)));
      arguments.putByte(16, ((Byte) row.get(4)));
      arguments.putShort(18, ((Short) row.get(5)));
      arguments.putInt(20, ((Integer) row.get(6)));
      arguments.putLong(24, ((Long) row.get(7)));
      arguments.putFloat(32, ((Float) row.get(8)));
      arguments.putDouble(40, ((Double) row.get(9)));
      arguments.putBool(48, ((Boolean) row.get(10)));
      arguments.putChar(52, ((Integer) row.get(11)));
      arguments.putString(56, ((String) row.get(12)));
      arguments.putU8(64, ((Integer) row.get(13)));
      arguments.putU16(66, ((Integer) row.get(14)));
      arguments.putInt(68, ((Integer) row.get(15)));
      arguments.putLong(72, ((Long) row.get(16)));
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
}
