package golden.variants.imports.payments;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:variants/payments} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:variants/payments")
@NullMarked
public final class PaymentsCodec {
  /** {@code change}. */
  public static final WitType.Function CHANGE = func(
      golden.variants.payments.PaymentsCodec.PAYMENT,
      param("given", golden.variants.payments.PaymentsCodec.PAYMENT));

  /** {@code split}. */
  public static final WitType.Function SPLIT = func(
      list(golden.variants.payments.PaymentsCodec.PAYMENT),
      param("whole", golden.variants.payments.PaymentsCodec.PAYMENT));

  private PaymentsCodec() {}
}
