package golden.meeting_names.meeting.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.meeting_names.meeting.A1B;
import golden.meeting_names.meeting.A1b_;
import golden.meeting_names.meeting.Field;
import golden.meeting_names.meeting.Label;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:meeting-names/meeting} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public final class CodecOfMeeting {
  /** {@code a1-b}. */
  public static final WitType A1_B = record(field("value", U8));

  /** {@code a1b}. */
  public static final WitType A1B_ = record(field("value", U16));

  /** {@code label}. */
  public static final WitType LABEL = enumeration("x-y", "x1-y", "x1y");

  private static final Label[] LABEL_LABELS = Label.values();

  /** {@code field}. */
  public static final WitType FIELD = record(field("a-b", U8), field("ab", U8));

  /** {@code get-a}. */
  public static final WitType.Function GET_A = func(U8);

  /** {@code geta}. */
  public static final WitType.Function GETA = func(U16);

  /** {@code both}. */
  public static final WitType.Function BOTH = func(
      A1B_, param("one", A1_B), param("two", A1B_), param("label", LABEL), param("field", FIELD));

  private CodecOfMeeting() {}

  /** Writes a value of {@code a1-b}. */
  public static void storeA1B(ImageWriter image, long at, A1B value) {
    image.putU8(at, value.value());
  }

  /** Reads a value of {@code a1-b}. */
  public static A1B loadA1B(ImageReader image, long at) {
    return new A1B(image.getU8(at));
  }

  /** Writes a value of {@code a1b}. */
  public static void storeA1b_(ImageWriter image, long at, A1b_ value) {
    image.putU16(at, value.value());
  }

  /** Reads a value of {@code a1b}. */
  public static A1b_ loadA1b_(ImageReader image, long at) {
    return new A1b_(image.getU16(at));
  }

  /** Writes a value of {@code label}. */
  public static void storeLabel(ImageWriter image, long at, Label value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code label}. */
  public static Label loadLabel(ImageReader image, long at) {
    return LABEL_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code field}. */
  public static void storeField(ImageWriter image, long at, Field value) {
    image.putU8(at, value.aB());
    image.putU8(at + 1, value.ab());
  }

  /** Reads a value of {@code field}. */
  public static Field loadField(ImageReader image, long at) {
    return new Field(
        image.getU8(at),
        image.getU8(at + 1));
  }
}
