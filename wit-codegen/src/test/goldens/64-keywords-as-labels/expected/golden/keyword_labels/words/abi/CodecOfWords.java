package golden.keyword_labels.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.keyword_labels.words.Flag;
import golden.keyword_labels.words.Label;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-labels/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-labels/words")
@NullMarked
public final class CodecOfWords {
  /** {@code label}. */
  public static final WitType LABEL = enumeration(
      "class", "int", "name", "ordinal", "values", "value-of", "default", "true", "null", "label");

  private static final Label[] LABEL_LABELS = Label.values();

  /** {@code flag}. */
  public static final WitType FLAG = flags("class", "none", "all", "of", "values", "flag");

  private static final Flag[] FLAG_LABELS = Flag.values();

  /** {@code first}. */
  public static final WitType.Function FIRST = func(LABEL, param("value", LABEL));

  /** {@code second}. */
  public static final WitType.Function SECOND = func(FLAG, param("value", FLAG));

  private CodecOfWords() {}

  /** Writes a value of {@code label}. */
  public static void storeLabel(ImageWriter image, long at, Label value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code label}. */
  public static Label loadLabel(ImageReader image, long at) {
    return LABEL_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code flag}. */
  public static void storeFlag(ImageWriter image, long at, Set<Flag> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code flag}. */
  public static Set<Flag> loadFlag(ImageReader image, long at) {
    return image.getFlags(at, FLAG_LABELS, 1);
  }
}
