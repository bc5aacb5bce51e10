package golden.indirect_parameters.calls;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.indirect_parameters.calls.abi.CodecOfCalls;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:indirect-parameters/calls}. */
@Generated("interface golden:indirect-parameters/calls")
@NullMarked
public interface HostCalls {
  /** Sixteen core values are passed as they are. */
  Quad sixteen(Quad a, Quad b, Quad c, Quad d);

  /**
   * Seventeen are passed in memory.
   *
   * @param e 0 to 255
   */
  Quad seventeen(Quad a, Quad b, Quad c, Quad d, int e);

  /** Defines {@code golden:indirect-parameters/calls} in a linker. */
  static void addTo(Linker linker, HostCalls implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:indirect-parameters/calls} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostCalls> implementation) {
    LinkerInstance instance = linker.instance("golden:indirect-parameters/calls");
    instance.funcOverImages(
        "sixteen",
        CodecOfCalls.SIXTEEN,
        (arguments, result) -> CodecOfCalls.storeQuad(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).sixteen(
                    CodecOfCalls.loadQuad(arguments, 0),
                    CodecOfCalls.loadQuad(arguments, 24),
                    CodecOfCalls.loadQuad(arguments, 48),
                    CodecOfCalls.loadQuad(arguments, 72)))));
    instance.funcOverImages(
        "seventeen",
        CodecOfCalls.SEVENTEEN,
        (arguments, result) -> CodecOfCalls.storeQuad(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).seventeen(
                    CodecOfCalls.loadQuad(arguments, 0),
                    CodecOfCalls.loadQuad(arguments, 24),
                    CodecOfCalls.loadQuad(arguments, 48),
                    CodecOfCalls.loadQuad(arguments, 72),
                    arguments.getU8(96)))));
  }
}
