package golden.short_flags.days.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.short_flags.days.Nine;
import golden.short_flags.days.Sixteen;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:short-flags/days} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:short-flags/days")
@NullMarked
public final class CodecOfDays {
  /** {@code nine}. */
  public static final WitType NINE = flags("f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8");

  private static final Nine[] NINE_LABELS = Nine.values();

  /** {@code sixteen}. */
  public static final WitType SIXTEEN = flags(
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
      "f15");

  private static final Sixteen[] SIXTEEN_LABELS = Sixteen.values();

  /** {@code next}. */
  public static final WitType.Function NEXT = func(NINE, param("value", NINE));

  /** {@code all}. */
  public static final WitType.Function ALL = func(
      SIXTEEN, param("value", SIXTEEN), param("values", list(SIXTEEN)));

  private CodecOfDays() {}

  /** Writes a value of {@code nine}. */
  public static void storeNine(ImageWriter image, long at, Set<Nine> value) {
    image.putFlags(at, value, 2);
  }

  /** Reads a value of {@code nine}. */
  public static Set<Nine> loadNine(ImageReader image, long at) {
    return image.getFlags(at, NINE_LABELS, 2);
  }

  /** Writes a value of {@code sixteen}. */
  public static void storeSixteen(ImageWriter image, long at, Set<Sixteen> value) {
    image.putFlags(at, value, 2);
  }

  /** Reads a value of {@code sixteen}. */
  public static Set<Sixteen> loadSixteen(ImageReader image, long at) {
    return image.getFlags(at, SIXTEEN_LABELS, 2);
  }
}
