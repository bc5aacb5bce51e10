package golden.dictionaries.dictionaries;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.dictionaries.Library;
import golden.dictionaries.dictionaries.abi.CodecOfDictionaries;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:dictionaries/dictionaries}. */
@Generated("interface golden:dictionaries/dictionaries")
@NullMarked
public final class Dictionaries {
  private final Func count;
  private final Func index;
  private final Func nested;

  private Dictionaries(Exports exports) {
    this.count = exports.func(0);
    this.index = exports.func(1);
    this.nested = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Library} hands it out. */
  public static Dictionaries of(Exports exports) {
    return new Dictionaries(exports);
  }

  /** {@code count}. */
  public Map<String, Integer> count(Map<String, Integer> words) {
    Objects.requireNonNull(words, "words");
    try (Call call = this.count.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putMap(0, words, 12, 4, 8, ImageWriter::putString, ImageWriter::putInt);
      call.invoke();
      return call.result().getMap(0, 12, 8, ImageReader::getString, ImageReader::getInt);
    }
  }

  /** {@code index}. */
  public Map<Integer, List<Entry>> index(Map<Long, Entry> entries) {
    Objects.requireNonNull(entries, "entries");
    try (Call call = this.index.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putMap(0, entries, 24, 8, 8, ImageWriter::putLong, CodecOfDictionaries::storeEntry);
      call.invoke();
      return call.result().getMap(
          0,
          12,
          4,
          ImageReader::getInt,
          (image1, at1) -> image1.getList(at1, 12, CodecOfDictionaries::loadEntry));
    }
  }

  /** {@code nested}. */
  public List<Map<Integer, Double>> nested(Optional<Map<Boolean, Map<Byte, String>>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.nested.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(
          0,
          values,
          4,
          (image1, at1, value1) -> image1.putMap(
              at1,
              value1,
              12,
              4,
              4,
              ImageWriter::putBool,
              (image2, at2, value2) -> image2.putMap(
                  at2, value2, 12, 4, 4, ImageWriter::putByte, ImageWriter::putString)));
      call.invoke();
      return call.result().getList(
          0,
          8,
          (image1, at1) -> image1.getMap(at1, 16, 8, ImageReader::getU16, ImageReader::getDouble));
    }
  }
}
