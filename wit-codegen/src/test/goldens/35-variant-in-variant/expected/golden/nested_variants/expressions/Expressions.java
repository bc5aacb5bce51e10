package golden.nested_variants.expressions;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.nested_variants.Calculator;
import golden.nested_variants.expressions.abi.CodecOfExpressions;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:nested-variants/expressions}. */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public final class Expressions {
  private final Func fold;

  private Expressions(Exports exports) {
    this.fold = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Calculator} hands it out. */
  public static Expressions of(Exports exports) {
    return new Expressions(exports);
  }

  /** {@code fold}. */
  public Expression fold(Expression value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.fold.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfExpressions.storeExpression(arguments, 0, value);
      call.invoke();
      return CodecOfExpressions.loadExpression(call.result(), 0);
    }
  }
}
