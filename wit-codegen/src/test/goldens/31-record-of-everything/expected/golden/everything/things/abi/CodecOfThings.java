package golden.everything.things.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.everything.things.Colour;
import golden.everything.things.Permissions;
import golden.everything.things.Size;
import golden.everything.things.Thing;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:everything/things} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:everything/things")
@NullMarked
public final class CodecOfThings {
  /** {@code colour}. */
  public static final WitType COLOUR = enumeration("red", "green", "blue");

  private static final Colour[] COLOUR_LABELS = Colour.values();

  /** {@code permissions}. */
  public static final WitType PERMISSIONS = flags("read", "write", "execute");

  private static final Permissions[] PERMISSIONS_LABELS = Permissions.values();

  /** {@code size}. */
  public static final WitType SIZE = variant(
      of("unknown"), of("exact", U64), of("range", tuple(U64, U64)));

  /** {@code thing}. */
  public static final WitType THING = record(
      field("truth", BOOL),
      field("tiny", S8),
      field("large", U64),
      field("real", F64),
      field("letter", CHAR),
      field("text", STRING),
      field("blob", list(U8)),
      field("texts", list(STRING)),
      field("perhaps", option(U32)),
      field("outcome", result(U8, STRING)),
      field("pair", tuple(U16, STRING)),
      field("colour", COLOUR),
      field("permissions", PERMISSIONS),
      field("size", SIZE),
      field("sizes", list(SIZE)),
      field("palettes", list(list(COLOUR))));

  /** {@code keep}. */
  public static final WitType.Function KEEP = func(THING, param("value", THING));

  private CodecOfThings() {}

  /** Writes a value of {@code colour}. */
  public static void storeColour(ImageWriter image, long at, Colour value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code colour}. */
  public static Colour loadColour(ImageReader image, long at) {
    return COLOUR_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code permissions}. */
  public static void storePermissions(ImageWriter image, long at, Set<Permissions> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code permissions}. */
  public static Set<Permissions> loadPermissions(ImageReader image, long at) {
    return image.getFlags(at, PERMISSIONS_LABELS, 1);
  }

  /** Writes a value of {@code size}. */
  public static void storeSize(ImageWriter image, long at, Size value) {
    switch (value) {
      case Size.Unknown() -> image.putDiscriminant(at, 0, 1);
      case Size.Exact(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putLong(at + 8, it);
      }
      case Size.Range(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putLong(at + 8, it.first());
        image.putLong(at + 16, it.second());
      }
    }
  }

  /** Reads a value of {@code size}. */
  public static Size loadSize(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Size.Unknown();
      case 1 -> new Size.Exact(image.getLong(at + 8));
      default -> new Size.Range(new Tuple2<>(image.getLong(at + 8), image.getLong(at + 16)));
    };
  }

  /** Writes a value of {@code thing}. */
  public static void storeThing(ImageWriter image, long at, Thing value) {
    image.putBool(at, value.truth());
    image.putByte(at + 1, value.tiny());
    image.putLong(at + 8, value.large());
    image.putDouble(at + 16, value.real());
    image.putChar(at + 24, value.letter());
    image.putString(at + 28, value.text());
    image.putBytes(at + 36, value.blob());
    image.putList(at + 44, value.texts(), 8, 4, ImageWriter::putString);
    image.putOption(at + 52, value.perhaps(), 4, ImageWriter::putInt);
    image.putResult(at + 60, value.outcome(), 4, ImageWriter::putU8, ImageWriter::putString);
    image.putU16(at + 72, value.pair().first());
    image.putString(at + 76, value.pair().second());
    storeColour(image, at + 84, value.colour());
    storePermissions(image, at + 85, value.permissions());
    storeSize(image, at + 88, value.size());
    image.putList(at + 112, value.sizes(), 24, 8, CodecOfThings::storeSize);
    image.putList(
        at + 120,
        value.palettes(),
        8,
        4,
        (image1, at1, value1) -> image1.putList(at1, value1, 1, 1, CodecOfThings::storeColour));
  }

  /** Reads a value of {@code thing}. */
  public static Thing loadThing(ImageReader image, long at) {
    return new Thing(
        image.getBool(at),
        image.getByte(at + 1),
        image.getLong(at + 8),
        image.getDouble(at + 16),
        image.getInt(at + 24),
        image.getString(at + 28),
        image.getBytes(at + 36),
        image.getList(at + 44, 8, ImageReader::getString),
        image.getOption(at + 52, 4, ImageReader::getInt),
        image.getResult(at + 60, 4, ImageReader::getU8, ImageReader::getString),
        new Tuple2<>(image.getU16(at + 72), image.getString(at + 76)),
        loadColour(image, at + 84),
        loadPermissions(image, at + 85),
        loadSize(image, at + 88),
        image.getList(at + 112, 24, CodecOfThings::loadSize),
        image.getList(
            at + 120, 8, (image1, at1) -> image1.getList(at1, 1, CodecOfThings::loadColour)));
  }
}
