package golden.short_names.imports.i;

import dev.switchblade.Generated;
import dev.switchblade.Immutable;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import golden.short_names.i.E;
import golden.short_names.i.E1;
import golden.short_names.i.F;
import golden.short_names.i.R;
import golden.short_names.i.V;
import golden.short_names.imports.i.abi.CodecOfI;
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
public interface I {
  /** {@code g}. */
  List<R> g(E e, E1 e1, Set<F> f, R r, V v);

  /** {@code i}. */
  V i(List<R> t);

  /** Defines {@code golden:short-names/i} in a linker. */
  static void addTo(Linker linker, I implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:short-names/i} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends I> implementation) {
    LinkerInstance instance = linker.instance("golden:short-names/i");
    instance.funcOverImages(
        "g",
        CodecOfI.G,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).g(
                golden.short_names.i.abi.CodecOfI.loadE(arguments, 0),
                golden.short_names.i.abi.CodecOfI.loadE1(arguments, 1),
                golden.short_names.i.abi.CodecOfI.loadF(arguments, 2),
                golden.short_names.i.abi.CodecOfI.loadR(arguments, 3),
                golden.short_names.i.abi.CodecOfI.loadV(arguments, 5)),
            2,
            1,
            golden.short_names.i.abi.CodecOfI::storeR));
    instance.funcOverImages(
        "i",
        CodecOfI.I,
        (arguments, result) -> golden.short_names.i.abi.CodecOfI.storeV(
            result,
            0,
            implementation.apply(arguments.config()).i(
                Immutable.readList(arguments, 0, 2, golden.short_names.i.abi.CodecOfI::loadR))));
  }
}
