package golden.short_names.i;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.short_names.i.abi.CodecOfI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/**
 * Types of one letter, or of one with a number: what Java calls a class and a constant is the same
 * then.
 */
@Generated("interface golden:short-names/i")
@NullMarked
public interface HostI {
  /** {@code g}. */
  List<R> g(E e, E1 e1, Set<F> f, R r, V v);

  /** {@code i}. */
  V i(List<R> t);

  /** Defines {@code golden:short-names/i} in a linker. */
  static void addTo(Linker linker, HostI implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:short-names/i} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostI> implementation) {
    LinkerInstance instance = linker.instance("golden:short-names/i");
    instance.funcOverImages(
        "g",
        CodecOfI.G,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).g(
                CodecOfI.loadE(arguments, 0),
                CodecOfI.loadE1(arguments, 1),
                CodecOfI.loadF(arguments, 2),
                CodecOfI.loadR(arguments, 3),
                CodecOfI.loadV(arguments, 5)),
            2,
            1,
            CodecOfI::storeR));
    instance.funcOverImages(
        "i",
        CodecOfI.I,
        (arguments, result) -> CodecOfI.storeV(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).i(
                    arguments.getList(0, 2, CodecOfI::loadR)))));
  }
}
