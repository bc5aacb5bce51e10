package golden.variants.payments;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record voucher}.
 *
 * @param cents unsigned
 */
@Generated("interface golden:variants/payments")
@NullMarked
public record Voucher(String code, int cents) {
  /** Refuses null. */
  public Voucher {
    Objects.requireNonNull(code, "code");
  }
}
