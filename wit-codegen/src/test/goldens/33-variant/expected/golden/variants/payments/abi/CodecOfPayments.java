package golden.variants.payments.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.variants.payments.Payment;
import golden.variants.payments.Voucher;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:variants/payments} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:variants/payments")
@NullMarked
public final class CodecOfPayments {
  /** {@code voucher}. */
  public static final WitType VOUCHER = record(field("code", STRING), field("cents", U32));

  /** {@code payment}. */
  public static final WitType PAYMENT = variant(
      of("cash"), of("card", STRING), of("voucher", VOUCHER), of("points", U32));

  /** {@code change}. */
  public static final WitType.Function CHANGE = func(PAYMENT, param("given", PAYMENT));

  /** {@code split}. */
  public static final WitType.Function SPLIT = func(list(PAYMENT), param("whole", PAYMENT));

  private CodecOfPayments() {}

  /** Writes a value of {@code voucher}. */
  public static void storeVoucher(ImageWriter image, long at, Voucher value) {
    image.putString(at, value.code());
    image.putInt(at + 8, value.cents());
  }

  /** Reads a value of {@code voucher}. */
  public static Voucher loadVoucher(ImageReader image, long at) {
    return new Voucher(
        image.getString(at),
        image.getInt(at + 8));
  }

  /** Writes a value of {@code payment}. */
  public static void storePayment(ImageWriter image, long at, Payment value) {
    switch (value) {
      case Payment.Cash() -> image.putDiscriminant(at, 0, 1);
      case Payment.Card(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putString(at + 4, it);
      }
      case Payment.Voucher(var it) -> {
        image.putDiscriminant(at, 2, 1);
        storeVoucher(image, at + 4, it);
      }
      case Payment.Points(var it) -> {
        image.putDiscriminant(at, 3, 1);
        image.putInt(at + 4, it);
      }
    }
  }

  /** Reads a value of {@code payment}. */
  public static Payment loadPayment(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Payment.Cash();
      case 1 -> new Payment.Card(image.getString(at + 4));
      case 2 -> new Payment.Voucher(loadVoucher(image, at + 4));
      default -> new Payment.Points(image.getInt(at + 4));
    };
  }
}
