package golden.variants.imports.payments.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:variants/payments} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:variants/payments")
@NullMarked
public final class CodecOfPayments {
  /** {@code change}. */
  public static final WitType.Function CHANGE = func(
      golden.variants.payments.abi.CodecOfPayments.PAYMENT,
      param("given", golden.variants.payments.abi.CodecOfPayments.PAYMENT));

  /** {@code split}. */
  public static final WitType.Function SPLIT = func(
      list(golden.variants.payments.abi.CodecOfPayments.PAYMENT),
      param("whole", golden.variants.payments.abi.CodecOfPayments.PAYMENT));

  private CodecOfPayments() {}
}
