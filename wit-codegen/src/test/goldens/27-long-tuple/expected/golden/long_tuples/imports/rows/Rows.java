package golden.long_tuples.imports.rows;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Tuple;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:long-tuples/rows}. */
@Generated("interface golden:long-tuples/rows")
@NullMarked
public interface Rows {
  /** {@code sixteen}. */
  Tuple.Tuple16<Integer, Integer, Integer, Long, Byte, Short, Integer, Long, Float, Double, Boolean, Integer, String, Integer, Integer, Integer> sixteen(
      Tuple.Tuple16<Integer, Integer, Integer, Long, Byte, Short, Integer, Long, Float, Double, Boolean, Integer, String, Integer, Integer, Integer> row);

  /** One more than there are classes for. */
  Tuple.Longer seventeen(Tuple.Longer row);

  /**
   * Defines {@code golden:long-tuples/rows} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Rows implementation) {
    LinkerInstance instance = linker.instance("golden:long-tuples/rows");
    instance.funcOverImages(
        "sixteen",
        RowsCodec.SIXTEEN,
        (arguments, result) -> {
          var returned = implementation.sixteen(
              new Tuple.Tuple16<>(
                  arguments.getU8(0),
                  arguments.getU16(2),
                  arguments.getInt(4),
                  arguments.getLong(8),
                  arguments.getByte(16),
                  arguments.getShort(18),
                  arguments.getInt(20),
                  arguments.getLong(24),
                  arguments.getFloat(32),
                  arguments.getDouble(40),
                  arguments.getBool(48),
                  arguments.getInt(52),
                  arguments.getString(56),
                  arguments.getU8(64),
                  arguments.getU16(66),
                  arguments.getInt(68)));
          result.putU8(0, returned.first());
          result.putU16(2, returned.second());
          result.putInt(4, returned.third());
          result.putLong(8, returned.fourth());
          result.putByte(16, returned.fifth());
          result.putShort(18, returned.sixth());
          result.putInt(20, returned.seventh());
          result.putLong(24, returned.eighth());
          result.putFloat(32, returned.ninth());
          result.putDouble(40, returned.tenth());
          result.putBool(48, returned.eleventh());
          result.putChar(52, returned.twelfth());
          result.putString(56, returned.thirteenth());
          result.putU8(64, returned.fourteenth());
          result.putU16(66, returned.fifteenth());
          result.putInt(68, returned.sixteenth());
        });
    instance.funcOverImages(
        "seventeen",
        RowsCodec.SEVENTEEN,
        (arguments, result) -> {
          var returned = implementation.seventeen(
              new Tuple.Longer(
                  List.of(
                      arguments.getU8(0),
                      arguments.getU16(2),
                      arguments.getInt(4),
                      arguments.getLong(8),
                      arguments.getByte(16),
                      arguments.getShort(18),
                      arguments.getInt(20),
                      arguments.getLong(24),
                      arguments.getFloat(32),
                      arguments.getDouble(40),
                      arguments.getBool(48),
                      arguments.getInt(52),
                      arguments.getString(56),
                      arguments.getU8(64),
                      arguments.getU16(66),
                      arguments.getInt(68),
                      arguments.getLong(72))));
          result.putU8(0, ((Integer) returned.get(0)));
          result.putU16(2, ((Integer) returned.get(1)));
          result.putInt(4, ((Integer) returned.get(2)));
          result.putLong(8, ((Long) returned.get(3)));
          result.putByte(16, ((Byte) returned.get(4)));
          result.putShort(18, ((Short) returned.get(5)));
          result.putInt(20, ((Integer) returned.get(6)));
          result.putLong(24, ((Long) returned.get(7)));
          result.putFloat(32, ((Float) returned.get(8)));
          result.putDouble(40, ((Double) returned.get(9)));
          result.putBool(48, ((Boolean) returned.get(10)));
          result.putChar(52, ((Integer) returned.get(11)));
          result.putString(56, ((String) returned.get(12)));
          result.putU8(64, ((Integer) returned.get(13)));
          result.putU16(66, ((Integer) returned.get(14)));
          result.putInt(68, ((Integer) returned.get(15)));
          result.putLong(72, ((Long) returned.get(16)));
        });
  }
}
