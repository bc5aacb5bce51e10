package golden.dictionaries.dictionaries;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.dictionaries.dictionaries.abi.CodecOfDictionaries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:dictionaries/dictionaries}. */
@Generated("interface golden:dictionaries/dictionaries")
@NullMarked
public interface HostDictionaries {
  /** {@code count}. */
  Map<String, Integer> count(Map<String, Integer> words);

  /** {@code index}. */
  Map<Integer, List<Entry>> index(Map<Long, Entry> entries);

  /** {@code nested}. */
  List<Map<Integer, Double>> nested(Optional<Map<Boolean, Map<Byte, String>>> values);

  /** Defines {@code golden:dictionaries/dictionaries} in a linker. */
  static void addTo(Linker linker, HostDictionaries implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:dictionaries/dictionaries} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostDictionaries> implementation) {
    LinkerInstance instance = linker.instance("golden:dictionaries/dictionaries");
    instance.funcOverImages(
        "count",
        CodecOfDictionaries.COUNT,
        (arguments, result) -> result.putMap(
            0,
            implementation.apply(arguments.config()).count(
                arguments.getMap(0, 12, 8, ImageReader::getString, ImageReader::getInt)),
            12,
            4,
            8,
            ImageWriter::putString,
            ImageWriter::putInt));
    instance.funcOverImages(
        "index",
        CodecOfDictionaries.INDEX,
        (arguments, result) -> result.putMap(
            0,
            implementation.apply(arguments.config()).index(
                arguments.getMap(0, 24, 8, ImageReader::getLong, CodecOfDictionaries::loadEntry)),
            12,
            4,
            4,
            ImageWriter::putChar,
            (image1, at1, value1) -> image1.putList(
                at1, value1, 12, 4, CodecOfDictionaries::storeEntry)));
    instance.funcOverImages(
        "nested",
        CodecOfDictionaries.NESTED,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).nested(
                arguments.getOption(
                    0,
                    4,
                    (image1, at1) -> image1.getMap(
                        at1,
                        12,
                        4,
                        ImageReader::getBool,
                        (image2, at2) -> image2.getMap(
                            at2, 12, 4, ImageReader::getByte, ImageReader::getString)))),
            8,
            4,
            (image1, at1, value1) -> image1.putMap(
                at1, value1, 16, 8, 8, ImageWriter::putU16, ImageWriter::putDouble)));
  }
}
