package golden.arrays.arrays;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.arrays.arrays.abi.CodecOfArrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:arrays/arrays}. */
@Generated("interface golden:arrays/arrays")
@NullMarked
public interface HostArrays {
  /** {@code transpose}. */
  List<float[]> transpose(List<float[]> matrix);

  /** {@code next}. */
  Address next(Address address);

  /** {@code many}. */
  List<long[]> many(List<short[]> addresses);

  /** Defines {@code golden:arrays/arrays} in a linker. */
  static void addTo(Linker linker, HostArrays implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:arrays/arrays} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostArrays> implementation) {
    LinkerInstance instance = linker.instance("golden:arrays/arrays");
    instance.funcOverImages(
        "transpose",
        CodecOfArrays.TRANSPOSE,
        (arguments, result) -> result.putFixedLengthList(
            0,
            implementation.apply(arguments.config()).transpose(
                arguments.getFixedLengthList(
                    0, 3, 12, (image1, at1) -> image1.getFixedLengthFloats(at1, 3))),
            3,
            12,
            (image1, at1, value1) -> image1.putFixedLengthFloats(at1, value1, 3)));
    instance.funcOverImages(
        "next",
        CodecOfArrays.NEXT,
        (arguments, result) -> CodecOfArrays.storeAddress(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).next(
                    CodecOfArrays.loadAddress(arguments, 0)))));
    instance.funcOverImages(
        "many",
        CodecOfArrays.MANY,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).many(
                arguments.getList(0, 16, (image1, at1) -> image1.getFixedLengthShorts(at1, 8))),
            16,
            8,
            (image1, at1, value1) -> image1.putFixedLengthLongs(at1, value1, 2)));
  }
}
