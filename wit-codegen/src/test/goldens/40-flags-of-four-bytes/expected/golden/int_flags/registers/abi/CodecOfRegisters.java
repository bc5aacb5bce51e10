package golden.int_flags.registers.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.int_flags.registers.Seventeen;
import golden.int_flags.registers.ThirtyTwo;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:int-flags/registers} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:int-flags/registers")
@NullMarked
public final class CodecOfRegisters {
  /** {@code seventeen}. */
  public static final WitType SEVENTEEN = flags(
      "f0",
      "f1",
      "f2",
      "f3",
      "f4",
      "f5",
      "f6",
      "f7",
      "f8",
      "f9",
      "f10",
      "f11",
      "f12",
      "f13",
      "f14",
      "f15",
      "f16");

  private static final Seventeen[] SEVENTEEN_LABELS = Seventeen.values();

  /** {@code thirty-two}. */
  public static final WitType THIRTY_TWO = flags(
      "f0",
      "f1",
      "f2",
      "f3",
      "f4",
      "f5",
      "f6",
      "f7",
      "f8",
      "f9",
      "f10",
      "f11",
      "f12",
      "f13",
      "f14",
      "f15",
      "f16",
      "f17",
      "f18",
      "f19",
      "f20",
      "f21",
      "f22",
      "f23",
      "f24",
      "f25",
      "f26",
      "f27",
      "f28",
      "f29",
      "f30",
      "f31");

  private static final ThirtyTwo[] THIRTY_TWO_LABELS = ThirtyTwo.values();

  /** {@code next}. */
  public static final WitType.Function NEXT = func(SEVENTEEN, param("value", SEVENTEEN));

  /** {@code all}. */
  public static final WitType.Function ALL = func(
      THIRTY_TWO, param("value", THIRTY_TWO), param("values", list(THIRTY_TWO)));

  private CodecOfRegisters() {}

  /** Writes a value of {@code seventeen}. */
  public static void storeSeventeen(ImageWriter image, long at, Set<Seventeen> value) {
    image.putFlags(at, value, 4);
  }

  /** Reads a value of {@code seventeen}. */
  public static Set<Seventeen> loadSeventeen(ImageReader image, long at) {
    return image.getFlags(at, SEVENTEEN_LABELS, 4);
  }

  /** Writes a value of {@code thirty-two}. */
  public static void storeThirtyTwo(ImageWriter image, long at, Set<ThirtyTwo> value) {
    image.putFlags(at, value, 4);
  }

  /** Reads a value of {@code thirty-two}. */
  public static Set<ThirtyTwo> loadThirtyTwo(ImageReader image, long at) {
    return image.getFlags(at, THIRTY_TWO_LABELS, 4);
  }
}
