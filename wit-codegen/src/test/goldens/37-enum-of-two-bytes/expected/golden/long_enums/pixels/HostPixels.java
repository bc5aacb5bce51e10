package golden.long_enums.pixels;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.long_enums.pixels.abi.CodecOfPixels;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** More labels than a byte can tell apart. */
@Generated("interface golden:long-enums/pixels")
@NullMarked
public interface HostPixels {
  /** {@code next}. */
  Pixel next(Pixel after);

  /** {@code row}. */
  List<Pixel> row(List<Pixel> pixels);

  /** Defines {@code golden:long-enums/pixels} in a linker. */
  static void addTo(Linker linker, HostPixels implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:long-enums/pixels} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPixels> implementation) {
    LinkerInstance instance = linker.instance("golden:long-enums/pixels");
    instance.funcOverImages(
        "next",
        CodecOfPixels.NEXT,
        (arguments, result) -> CodecOfPixels.storePixel(
            result,
            0,
            implementation.apply(arguments.config()).next(CodecOfPixels.loadPixel(arguments, 0))));
    instance.funcOverImages(
        "row",
        CodecOfPixels.ROW,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).row(
                arguments.getList(0, 2, CodecOfPixels::loadPixel)),
            2,
            2,
            CodecOfPixels::storePixel));
  }
}
