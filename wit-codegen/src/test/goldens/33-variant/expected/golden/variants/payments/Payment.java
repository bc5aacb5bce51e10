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

  /**
   * By its number.
   *
   * @param value the value
   */
  record Card(String value) implements Payment {
    /** Refuses null. */
    public Card {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * {@code voucher}.
   *
   * @param value the value
   */
  record Voucher(golden.variants.payments.Voucher value) implements Payment {
    /** Refuses null. */
    public Voucher {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * {@code points}.
   *
   * @param value the value, unsigned
   */
  record Points(int value) implements Payment {}
}
