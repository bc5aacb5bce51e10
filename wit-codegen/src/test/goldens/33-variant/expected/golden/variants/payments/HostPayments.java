package golden.variants.payments;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.variants.payments.abi.CodecOfPayments;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:variants/payments}. */
@Generated("interface golden:variants/payments")
@NullMarked
public interface HostPayments {
  /** {@code change}. */
  Payment change(Payment given);

  /** {@code split}. */
  List<Payment> split(Payment whole);

  /** Defines {@code golden:variants/payments} in a linker. */
  static void addTo(Linker linker, HostPayments implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:variants/payments} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPayments> implementation) {
    LinkerInstance instance = linker.instance("golden:variants/payments");
    instance.funcOverImages(
        "change",
        CodecOfPayments.CHANGE,
        (arguments, result) -> CodecOfPayments.storePayment(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).change(
                    CodecOfPayments.loadPayment(arguments, 0)))));
    instance.funcOverImages(
        "split",
        CodecOfPayments.SPLIT,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).split(
                CodecOfPayments.loadPayment(arguments, 0)),
            16,
            4,
            CodecOfPayments::storePayment));
  }
}
