package golden.long_tuples.rows;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.Tuple8;
import dev.switchblade.TupleN;
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
  /** {@code eight}. */
  Tuple8<Integer, Integer, Integer, Long, Byte, Short, Integer, Long> eight(
      Tuple8<Integer, Integer, Integer, Long, Byte, Short, Integer, Long> row);

  /** One more than there are classes for. */
  TupleN nine(TupleN row);

  /** {@code seventeen}. */
  TupleN seventeen(TupleN row);

  /** Its last elements have classes with arguments. */
  TupleN boxes(TupleN row);

  /** Long ones within others. */
  Optional<Tuple2<TupleN, Integer>> all(List<TupleN> rows);

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
        "eight",
        CodecOfRows.EIGHT,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).eight(
                  new Tuple8<>(
                      arguments.getU8(0),
                      arguments.getU16(2),
                      arguments.getInt(4),
                      arguments.getLong(8),
                      arguments.getByte(16),
                      arguments.getShort(18),
                      arguments.getInt(20),
                      arguments.getLong(24))));
          result.putU8(0, returned.first());
          result.putU16(2, returned.second());
          result.putInt(4, returned.third());
          result.putLong(8, returned.fourth());
          result.putByte(16, returned.fifth());
          result.putShort(18, returned.sixth());
          result.putInt(20, returned.seventh());
          result.putLong(24, returned.eighth());
        });
    instance.funcOverImages(
        "nine",
        CodecOfRows.NINE,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).nine(
                  TupleN.of(
                      arguments.getU8(0),
                      arguments.getU16(2),
                      arguments.getInt(4),
                      arguments.getLong(8),
                      arguments.getByte(16),
                      arguments.getShort(18),
                      arguments.getInt(20),
                      arguments.getLong(24),
                      arguments.getFloat(32))));
          result.requireLength(0, returned, 9);
          result.putU8(0, returned.<Integer>element(0));
          result.putU16(2, returned.<Integer>element(1));
          result.putInt(4, returned.<Integer>element(2));
          result.putLong(8, returned.<Long>element(3));
          result.putByte(16, returned.<Byte>element(4));
          result.putShort(18, returned.<Short>element(5));
          result.putInt(20, returned.<Integer>element(6));
          result.putLong(24, returned.<Long>element(7));
          result.putFloat(32, returned.<Float>element(8));
        });
    instance.funcOverImages(
        "seventeen",
        CodecOfRows.SEVENTEEN,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).seventeen(
                  TupleN.of(
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
          result.requireLength(0, returned, 17);
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
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).boxes(
                  TupleN.of(
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
          result.requireLength(0, returned, 18);
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
    instance.funcOverImages(
        "all",
        CodecOfRows.ALL,
        (arguments, result) -> result.putOption(0, implementation.apply(arguments.config()).all(
            arguments.getList(
                0,
                40,
                (image1, at1) -> TupleN.of(
                    image1.getU8(at1),
                    image1.getU16(at1 + 2),
                    image1.getInt(at1 + 4),
                    image1.getLong(at1 + 8),
                    image1.getByte(at1 + 16),
                    image1.getShort(at1 + 18),
                    image1.getInt(at1 + 20),
                    image1.getLong(at1 + 24),
                    image1.getFloat(at1 + 32)))), 8, (image1, at1, value1) -> {
          image1.requireLength(at1, value1.first(), 9);
          image1.putU8(at1, value1.first().<Integer>element(0));
          image1.putU16(at1 + 2, value1.first().<Integer>element(1));
          image1.putInt(at1 + 4, value1.first().<Integer>element(2));
          image1.putLong(at1 + 8, value1.first().<Long>element(3));
          image1.putByte(at1 + 16, value1.first().<Byte>element(4));
          image1.putShort(at1 + 18, value1.first().<Short>element(5));
          image1.putInt(at1 + 20, value1.first().<Integer>element(6));
          image1.putLong(at1 + 24, value1.first().<Long>element(7));
          image1.putFloat(at1 + 32, value1.first().<Float>element(8));
          image1.putU8(at1 + 40, value1.second());
        }));
  }
}
