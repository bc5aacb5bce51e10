package golden.gates.features.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.gates.features.Level;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:gates/features@1.2.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:gates/features@1.2.0")
@NullMarked
public final class CodecOfFeatures {
  /** {@code level}. */
  public static final WitType LEVEL = enumeration("low", "high");

  private static final Level[] LEVEL_LABELS = Level.values();

  /** {@code old}. */
  public static final WitType.Function OLD = func(LEVEL);

  /** {@code new}. */
  public static final WitType.Function NEW = func(LEVEL, param("level", LEVEL));

  private CodecOfFeatures() {}

  /** Writes a value of {@code level}. */
  public static void storeLevel(ImageWriter image, long at, Level value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code level}. */
  public static Level loadLevel(ImageReader image, long at) {
    return LEVEL_LABELS[image.getDiscriminant(at, 1)];
  }
}
