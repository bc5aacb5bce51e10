package golden.same_names.other;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.same_names.other.abi.CodecOfOther;
import golden.same_names.same.Same;
import golden.same_names.same.abi.CodecOfSame;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:same-names/other}. */
@Generated("interface golden:same-names/other")
@NullMarked
public interface HostOther {
  /** {@code same-again}. */
  Other sameAgain(Same same, Other other);

  /** Defines {@code golden:same-names/other} in a linker. */
  static void addTo(Linker linker, HostOther implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:same-names/other} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostOther> implementation) {
    LinkerInstance instance = linker.instance("golden:same-names/other");
    instance.funcOverImages(
        "same-again",
        CodecOfOther.SAME_AGAIN,
        (arguments, result) -> CodecOfOther.storeOther(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).sameAgain(
                    CodecOfSame.loadSame(arguments, 0), CodecOfOther.loadOther(arguments, 1)))));
  }
}
