package golden.thrown_errors.tills.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.thrown_errors.tills.Bill;
import golden.thrown_errors.types.abi.CodecOfTypes;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:thrown-errors/tills} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class CodecOfTills {
  /** {@code bill}. */
  public static final WitType BILL = record(field("number", U32));

  /** {@code pay}. */
  public static final WitType.Function PAY = func(
      result(STRING, CodecOfTypes.DECLINED), param("cents", U64));

  /** {@code open}. */
  public static final WitType.Function OPEN = func(result(null, STRING));

  /** {@code count}. */
  public static final WitType.Function COUNT = func(result(U32, STRING), param("coins", list(U8)));

  /** {@code weigh}. */
  public static final WitType.Function WEIGH = func(result(F64, list(U8)));

  /** {@code compare}. */
  public static final WitType.Function COMPARE = func(
      result(tuple(U32, STRING), tuple(U8, option(STRING))), param("other", list(STRING)));

  /** {@code lock}. */
  public static final WitType.Function LOCK = func(result(U32, null));

  /** {@code unlock}. */
  public static final WitType.Function UNLOCK = func(result(null, null));

  /** {@code later}. */
  public static final WitType.Function LATER = func(option(result(U32, CodecOfTypes.DECLINED)));

  /** {@code [constructor]till}. */
  public static final WitType.Function NEW_TILL = func(
      own("golden:thrown-errors/tills", "till"), param("name", STRING));

  /** {@code [method]till.take}. */
  public static final WitType.Function TILL_TAKE = func(
      result(list(BILL), CodecOfTypes.DECLINED),
      param("self", borrow("golden:thrown-errors/tills", "till")),
      param("bill", BILL));

  /** {@code [static]till.find}. */
  public static final WitType.Function TILL_FIND = func(
      result(own("golden:thrown-errors/tills", "till"), STRING), param("name", STRING));

  /** {@code [method]till.give}. */
  public static final WitType.Function TILL_GIVE = func(
      result(null, own("golden:thrown-errors/tills", "till")),
      param("self", borrow("golden:thrown-errors/tills", "till")));

  private CodecOfTills() {}

  /** Writes a value of {@code bill}. */
  public static void storeBill(ImageWriter image, long at, Bill value) {
    image.putInt(at, value.number());
  }

  /** Reads a value of {@code bill}. */
  public static Bill loadBill(ImageReader image, long at) {
    return new Bill(image.getInt(at));
  }
}
