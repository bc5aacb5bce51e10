package golden.variables.given;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import golden.variables.given.abi.CodecOfGiven;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Names that generated code has for something else. */
@Generated("interface golden:variables/given")
@NullMarked
public interface HostGiven {
  /**
   * {@code compare}.
   *
   * @param result 0 to 255
   */
  byte[] compare(Diff other, byte[] call, int[] arguments, byte[] visitor, int result,
      List<List<String>> image);

  /** The other form of the next one would have this name. */
  byte[] compressInPlace(byte[] bytes);

  /** {@code compress}. */
  byte[] compress(byte[] bytes);

  /** Defines {@code golden:variables/given} in a linker. */
  static void addTo(Linker linker, HostGiven implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:variables/given} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostGiven> implementation) {
    LinkerInstance instance = linker.instance("golden:variables/given");
    instance.funcOverImages(
        "compare",
        CodecOfGiven.COMPARE,
        (arguments, result) -> result.putBytes(
            0,
            implementation.apply(arguments.config()).compare(
                CodecOfGiven.loadDiff(arguments, 0),
                arguments.getBytes(44),
                arguments.getInts(52),
                arguments.getBytes(60),
                arguments.getU8(68),
                arguments.getList(
                    72, 8, (image1, at1) -> image1.getList(at1, 8, ImageReader::getString)))));
    instance.funcOverImages(
        "compress-in-place",
        CodecOfGiven.COMPRESS_IN_PLACE,
        (arguments, result) -> result.putBytes(
            0, implementation.apply(arguments.config()).compressInPlace(arguments.getBytes(0))));
    instance.funcOverImages(
        "compress",
        CodecOfGiven.COMPRESS,
        (arguments, result) -> result.putBytes(
            0, implementation.apply(arguments.config()).compress(arguments.getBytes(0))));
  }
}
