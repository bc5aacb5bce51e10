package golden.escaped_names.use.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.escaped_names.use.Enum_;
import golden.escaped_names.use.Flags;
import golden.escaped_names.use.Record_;
import golden.escaped_names.use.Variant;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:escaped-names/use} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:escaped-names/use")
@NullMarked
public final class CodecOfUse {
  /** {@code record}. */
  public static final WitType RECORD = record(field("func", U32), field("type", STRING));

  /** {@code enum}. */
  public static final WitType ENUM = enumeration("u8", "string", "import");

  private static final Enum_[] ENUM_LABELS = Enum_.values();

  /** {@code variant}. */
  public static final WitType VARIANT = variant(
      of("option", option(STRING)), of("own"), of("borrow", U8));

  /** {@code flags}. */
  public static final WitType FLAGS = flags("export", "include");

  private static final Flags[] FLAGS_LABELS = Flags.values();

  /** {@code func}. */
  public static final WitType.Function FUNC = func(
      VARIANT, param("record", RECORD), param("enum", ENUM));

  /** {@code import}. */
  public static final WitType.Function IMPORT = func(FLAGS, param("flags", FLAGS));

  private CodecOfUse() {}

  /** Writes a value of {@code record}. */
  public static void storeRecord_(ImageWriter image, long at, Record_ value) {
    image.putInt(at, value.func());
    image.putString(at + 4, value.type());
  }

  /** Reads a value of {@code record}. */
  public static Record_ loadRecord_(ImageReader image, long at) {
    return new Record_(
        image.getInt(at),
        image.getString(at + 4));
  }

  /** Writes a value of {@code enum}. */
  public static void storeEnum_(ImageWriter image, long at, Enum_ value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code enum}. */
  public static Enum_ loadEnum_(ImageReader image, long at) {
    return ENUM_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code variant}. */
  public static void storeVariant(ImageWriter image, long at, Variant value) {
    switch (value) {
      case Variant.Option(var it) -> {
        image.putDiscriminant(at, 0, 1);
        image.putOption(at + 4, it, 4, ImageWriter::putString);
      }
      case Variant.Own() -> image.putDiscriminant(at, 1, 1);
      case Variant.Borrow(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putU8(at + 4, it);
      }
    }
  }

  /** Reads a value of {@code variant}. */
  public static Variant loadVariant(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Variant.Option(image.getOption(at + 4, 4, ImageReader::getString));
      case 1 -> new Variant.Own();
      default -> new Variant.Borrow(image.getU8(at + 4));
    };
  }

  /** Writes a value of {@code flags}. */
  public static void storeFlags(ImageWriter image, long at, Set<Flags> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code flags}. */
  public static Set<Flags> loadFlags(ImageReader image, long at) {
    return image.getFlags(at, FLAGS_LABELS, 1);
  }
}
