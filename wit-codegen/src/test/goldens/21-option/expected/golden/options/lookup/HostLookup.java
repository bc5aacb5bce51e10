package golden.options.lookup;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.options.lookup.abi.CodecOfLookup;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:options/lookup}. */
@Generated("interface golden:options/lookup")
@NullMarked
public interface HostLookup {
  /** {@code number}. */
  Optional<Integer> number(Optional<Integer> key);

  /** {@code text}. */
  Optional<String> text(Optional<String> key);

  /** {@code blob}. */
  Optional<byte[]> blob(Optional<byte[]> key);

  /** {@code wide}. */
  Optional<Double> wide(Optional<Long> key);

  /** Defines {@code golden:options/lookup} in a linker. */
  static void addTo(Linker linker, HostLookup implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:options/lookup} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLookup> implementation) {
    LinkerInstance instance = linker.instance("golden:options/lookup");
    instance.funcOverImages(
        "number",
        CodecOfLookup.NUMBER,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).number(
                arguments.getOption(0, 4, ImageReader::getInt)),
            4,
            ImageWriter::putInt));
    instance.funcOverImages(
        "text",
        CodecOfLookup.TEXT,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).text(
                arguments.getOption(0, 4, ImageReader::getString)),
            4,
            ImageWriter::putString));
    instance.funcOverImages(
        "blob",
        CodecOfLookup.BLOB,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).blob(
                arguments.getOption(0, 4, (image1, at1) -> image1.getBytes(at1))),
            4,
            (image1, at1, value1) -> image1.putBytes(at1, value1)));
    instance.funcOverImages(
        "wide",
        CodecOfLookup.WIDE,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).wide(
                arguments.getOption(0, 8, ImageReader::getLong)),
            8,
            ImageWriter::putDouble));
  }
}
