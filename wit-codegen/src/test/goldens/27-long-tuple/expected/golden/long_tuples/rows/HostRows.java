package golden.long_tuples.rows;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.long_tuples.rows.abi.CodecOfRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:long-tuples/rows}. */
@Generated("interface golden:long-tuples/rows")
@NullMarked
public interface HostRows {
  /** {@code sixteen}. */
  Tuple.Tuple16<Integer, Integer, Integer, Long, Byte, Short, Integer, Long, Float, Double, Boolean, Integer, String, Integer, Integer, Integer> sixteen(
      Tuple.Tuple16<Integer, Integer, Integer, Long, Byte, Short, Integer, Long, Float, Double, Boolean, Integer, String, Integer, Integer, Integer> row);

  /** One more than there are classes for. */
  Tuple.Longer seventeen(Tuple.Longer row);

  /** Its last elements have classes with arguments. */
  Tuple.Longer boxes(Tuple.Longer row);

  /** Defines {@code golden:long-tuples/rows} in a linker. */
  static void addTo(Linker linker, HostRows implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:long-tuples/rows} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostRows> implementation) {
    LinkerInstance instance = linker.instance("golden:long-tuples/rows");
    instance.funcOverImages(
        "sixteen",
        CodecOfRows.SIXTEEN,
        (arguments, result) -> {
          var returned = implementation.apply(arguments.config()).sixteen(
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
        CodecOfRows.SEVENTEEN,
        (arguments, result) -> {
          var returned = implementation.apply(arguments.config()).seventeen(
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
          result.putU8(0, returned.<Integer>element(0));
          result.putU16(2, returned.<Integer>element(1));
          result.putInt(4, returned.<Integer>element(2));
          result.putLong(8, returned.<Long>element(3));
          result.putByte(16, returned.<Byte>element(4));
          result.putShort(18, returned.<Short>element(5));
          result.putInt(20, returned.<Integer>element(6));
          result.putLong(24, returned.<Long>element(7));
          result.putFloat(32, returned.<Float>element(8));
          result.putDouble(40, returned.<Double>element(9));
          result.putBool(48, returned.<Boolean>element(10));
          result.putChar(52, returned.<Integer>element(11));
          result.putString(56, returned.<String>element(12));
          result.putU8(64, returned.<Integer>element(13));
          result.putU16(66, returned.<Integer>element(14));
          result.putInt(68, returned.<Integer>element(15));
          result.putLong(72, returned.<Long>element(16));
        });
    instance.funcOverImages(
        "boxes",
        CodecOfRows.BOXES,
        (arguments, result) -> {
          var returned = implementation.apply(arguments.config()).boxes(
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
                      arguments.getOption(68, 4, ImageReader::getInt),
                      arguments.getList(76, 8, ImageReader::getString),
                      arguments.getBytes(84))));
          result.putU8(0, returned.<Integer>element(0));
          result.putU16(2, returned.<Integer>element(1));
          result.putInt(4, returned.<Integer>element(2));
          result.putLong(8, returned.<Long>element(3));
          result.putByte(16, returned.<Byte>element(4));
          result.putShort(18, returned.<Short>element(5));
          result.putInt(20, returned.<Integer>element(6));
          result.putLong(24, returned.<Long>element(7));
          result.putFloat(32, returned.<Float>element(8));
          result.putDouble(40, returned.<Double>element(9));
          result.putBool(48, returned.<Boolean>element(10));
          result.putChar(52, returned.<Integer>element(11));
          result.putString(56, returned.<String>element(12));
          result.putU8(64, returned.<Integer>element(13));
          result.putU16(66, returned.<Integer>element(14));
          result.putOption(68, returned.<Optional<Integer>>element(15), 4, ImageWriter::putInt);
          result.putList(76, returned.<List<String>>element(16), 8, 4, ImageWriter::putString);
          result.putBytes(84, returned.<byte[]>element(17));
        });
  }
}
