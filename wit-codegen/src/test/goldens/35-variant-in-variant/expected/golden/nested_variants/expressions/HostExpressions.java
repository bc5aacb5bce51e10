package golden.nested_variants.expressions;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.nested_variants.expressions.abi.CodecOfExpressions;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:nested-variants/expressions}. */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public interface HostExpressions {
  /** {@code fold}. */
  Expression fold(Expression value);

  /** Defines {@code golden:nested-variants/expressions} in a linker. */
  static void addTo(Linker linker, HostExpressions implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:nested-variants/expressions} in a linker that stores share, with what
   * each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostExpressions> implementation) {
    LinkerInstance instance = linker.instance("golden:nested-variants/expressions");
    instance.funcOverImages(
        "fold",
        CodecOfExpressions.FOLD,
        (arguments, result) -> CodecOfExpressions.storeExpression(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).fold(
                    CodecOfExpressions.loadExpression(arguments, 0)))));
  }
}
