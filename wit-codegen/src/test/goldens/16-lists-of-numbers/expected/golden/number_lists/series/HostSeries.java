package golden.number_lists.series;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.number_lists.series.abi.CodecOfSeries;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:number-lists/series}. */
@Generated("interface golden:number-lists/series")
@NullMarked
public interface HostSeries {
  /** {@code signed-bytes}. */
  byte[] signedBytes(byte[] values);

  /** {@code signed-shorts}. */
  short[] signedShorts(short[] values);

  /** {@code unsigned-shorts}. */
  short[] unsignedShorts(short[] values);

  /** {@code signed-ints}. */
  int[] signedInts(int[] values);

  /** {@code unsigned-ints}. */
  int[] unsignedInts(int[] values);

  /** {@code signed-longs}. */
  long[] signedLongs(long[] values);

  /** {@code unsigned-longs}. */
  long[] unsignedLongs(long[] values);

  /** {@code floats}. */
  float[] floats(float[] values);

  /** {@code doubles}. */
  double[] doubles(double[] values);

  /** Defines {@code golden:number-lists/series} in a linker. */
  static void addTo(Linker linker, HostSeries implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:number-lists/series} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostSeries> implementation) {
    LinkerInstance instance = linker.instance("golden:number-lists/series");
    instance.funcOverImages(
        "signed-bytes",
        CodecOfSeries.SIGNED_BYTES,
        (arguments, result) -> result.putBytes(
            0, implementation.apply(arguments.config()).signedBytes(arguments.getBytes(0))));
    instance.funcOverImages(
        "signed-shorts",
        CodecOfSeries.SIGNED_SHORTS,
        (arguments, result) -> result.putShorts(
            0, implementation.apply(arguments.config()).signedShorts(arguments.getShorts(0))));
    instance.funcOverImages(
        "unsigned-shorts",
        CodecOfSeries.UNSIGNED_SHORTS,
        (arguments, result) -> result.putShorts(
            0, implementation.apply(arguments.config()).unsignedShorts(arguments.getShorts(0))));
    instance.funcOverImages(
        "signed-ints",
        CodecOfSeries.SIGNED_INTS,
        (arguments, result) -> result.putInts(
            0, implementation.apply(arguments.config()).signedInts(arguments.getInts(0))));
    instance.funcOverImages(
        "unsigned-ints",
        CodecOfSeries.UNSIGNED_INTS,
        (arguments, result) -> result.putInts(
            0, implementation.apply(arguments.config()).unsignedInts(arguments.getInts(0))));
    instance.funcOverImages(
        "signed-longs",
        CodecOfSeries.SIGNED_LONGS,
        (arguments, result) -> result.putLongs(
            0, implementation.apply(arguments.config()).signedLongs(arguments.getLongs(0))));
    instance.funcOverImages(
        "unsigned-longs",
        CodecOfSeries.UNSIGNED_LONGS,
        (arguments, result) -> result.putLongs(
            0, implementation.apply(arguments.config()).unsignedLongs(arguments.getLongs(0))));
    instance.funcOverImages(
        "floats",
        CodecOfSeries.FLOATS,
        (arguments, result) -> result.putFloats(
            0, implementation.apply(arguments.config()).floats(arguments.getFloats(0))));
    instance.funcOverImages(
        "doubles",
        CodecOfSeries.DOUBLES,
        (arguments, result) -> result.putDoubles(
            0, implementation.apply(arguments.config()).doubles(arguments.getDoubles(0))));
  }
}
