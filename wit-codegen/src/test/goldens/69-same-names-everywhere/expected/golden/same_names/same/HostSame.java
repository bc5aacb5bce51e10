package golden.same_names.same;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.same_names.same.abi.CodecOfSame;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** One name for package, interface, type, function, parameter, field, and in the end the world. */
@Generated("interface golden:same-names/same")
@NullMarked
public interface HostSame {
  /** {@code same-again}. */
  Same sameAgain(Same same, Other other);

  /** {@code other-again}. */
  Other otherAgain(Other other);

  /** Defines {@code golden:same-names/same} in a linker. */
  static void addTo(Linker linker, HostSame implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:same-names/same} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostSame> implementation) {
    LinkerInstance instance = linker.instance("golden:same-names/same");
    instance.funcOverImages(
        "same-again",
        CodecOfSame.SAME_AGAIN,
        (arguments, result) -> CodecOfSame.storeSame(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).sameAgain(
                    CodecOfSame.loadSame(arguments, 0), CodecOfSame.loadOther(arguments, 1)))));
    instance.funcOverImages(
        "other-again",
        CodecOfSame.OTHER_AGAIN,
        (arguments, result) -> CodecOfSame.storeOther(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).otherAgain(
                    CodecOfSame.loadOther(arguments, 0)))));
  }
}
