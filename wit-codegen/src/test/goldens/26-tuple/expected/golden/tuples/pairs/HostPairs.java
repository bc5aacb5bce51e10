package golden.tuples.pairs;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple1;
import dev.switchblade.Tuple2;
import dev.switchblade.Tuple4;
import dev.switchblade.abi.Generated;
import golden.tuples.pairs.abi.CodecOfPairs;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:tuples/pairs}. */
@Generated("interface golden:tuples/pairs")
@NullMarked
public interface HostPairs {
  /** {@code swap}. */
  Tuple2<String, Integer> swap(Tuple2<Integer, String> pair);

  /** {@code single}. */
  Tuple1<Double> single(Tuple1<Double> one);

  /** {@code mixed}. */
  Tuple4<Boolean, Integer, Long, Integer> mixed(Tuple4<Boolean, Integer, Long, Integer> values);

  /** {@code nested}. */
  Tuple2<Tuple2<Integer, Integer>, List<Tuple2<Integer, String>>> nested(
      Tuple2<Tuple2<Integer, Integer>, List<Tuple2<Integer, String>>> values);

  /** Defines {@code golden:tuples/pairs} in a linker. */
  static void addTo(Linker linker, HostPairs implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:tuples/pairs} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPairs> implementation) {
    LinkerInstance instance = linker.instance("golden:tuples/pairs");
    instance.funcOverImages(
        "swap",
        CodecOfPairs.SWAP,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).swap(
                  new Tuple2<>(arguments.getInt(0), arguments.getString(4))));
          result.putString(0, returned.first());
          result.putInt(8, returned.second());
        });
    instance.funcOverImages(
        "single",
        CodecOfPairs.SINGLE,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).single(
                  new Tuple1<>(arguments.getDouble(0))));
          result.putDouble(0, returned.first());
        });
    instance.funcOverImages(
        "mixed",
        CodecOfPairs.MIXED,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).mixed(
                  new Tuple4<>(
                      arguments.getBool(0),
                      arguments.getU8(1),
                      arguments.getLong(8),
                      arguments.getInt(16))));
          result.putBool(0, returned.first());
          result.putU8(1, returned.second());
          result.putLong(8, returned.third());
          result.putChar(16, returned.fourth());
        });
    instance.funcOverImages(
        "nested",
        CodecOfPairs.NESTED,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).nested(
                  new Tuple2<>(
                      new Tuple2<>(arguments.getU8(0), arguments.getU16(2)),
                      arguments.getList(
                          4,
                          12,
                          (image1, at1) -> new Tuple2<>(
                              image1.getInt(at1), image1.getString(at1 + 4))))));
          result.putU8(0, returned.first().first());
          result.putU16(2, returned.first().second());
          result.putList(4, returned.second(), 12, 4, (image1, at1, value1) -> {
            image1.putInt(at1, value1.first());
            image1.putString(at1 + 4, value1.second());
          });
        });
  }
}
