package golden.variants.payments;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** How something is paid for. */
@Generated("interface golden:variants/payments")
@NullMarked
public sealed interface Payment {
  /** Coins and notes. */
  record Cash() implements Payment {}

  /** By its number. */
  record Card(String value) implements Payment {
    /** Refuses null. */
    public Card {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code voucher}. */
  record Voucher(golden.variants.payments.Voucher value) implements Payment {
    /** Refuses null. */
    public Voucher {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * {@code points}.
   *
   * @param value unsigned
   */
  record Points(int value) implements Payment {}
}
