package golden.variants.payments;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.variants.Till;
import golden.variants.payments.abi.CodecOfPayments;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:variants/payments}. */
@Generated("interface golden:variants/payments")
@NullMarked
public final class Payments {
  private final Func change;
  private final Func split;

  private Payments(Exports exports) {
    this.change = exports.func(0);
    this.split = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Till} hands it out. */
  public static Payments of(Exports exports) {
    return new Payments(exports);
  }

  /** {@code change}. */
  public Payment change(Payment given) {
    Objects.requireNonNull(given, "given");
    try (Call call = this.change.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfPayments.storePayment(arguments, 0, given);
      call.invoke();
      return CodecOfPayments.loadPayment(call.result(), 0);
    }
  }

  /** {@code split}. */
  public List<Payment> split(Payment whole) {
    Objects.requireNonNull(whole, "whole");
    try (Call call = this.split.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfPayments.storePayment(arguments, 0, whole);
      call.invoke();
      return call.result().getList(0, 16, CodecOfPayments::loadPayment);
    }
  }
}
