package golden.keyword_cases.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.keyword_cases.words.RecordType;
import golden.keyword_cases.words.Value;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-cases/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-cases/words")
@NullMarked
public final class CodecOfWords {
  /** {@code record-type}. */
  public static final WitType RECORD_TYPE = record(field("text", STRING));

  /** {@code value}. */
  public static final WitType VALUE = variant(
      of("string", STRING),
      of("list", list(STRING)),
      of("optional", option(U32)),
      of("result", result(U32, STRING)),
      of("integer", S32),
      of("object"),
      of("class"),
      of("override"),
      of("record-type", RECORD_TYPE),
      of("tuple2", tuple(U8, STRING)),
      of("map", list(tuple(STRING, U32))),
      of("value", U8));

  /** {@code keep}. */
  public static final WitType.Function KEEP = func(VALUE, param("value", VALUE));

  /** {@code many}. */
  public static final WitType.Function MANY = func(option(VALUE), param("values", list(VALUE)));

  private CodecOfWords() {}

  /** Writes a value of {@code record-type}. */
  public static void storeRecordType(ImageWriter image, long at, RecordType value) {
    image.putString(at, value.text());
  }

  /** Reads a value of {@code record-type}. */
  public static RecordType loadRecordType(ImageReader image, long at) {
    return new RecordType(image.getString(at));
  }

  /** Writes a value of {@code value}. */
  public static void storeValue(ImageWriter image, long at, Value value) {
    switch (value) {
      case Value.String_(var it) -> {
        image.putDiscriminant(at, 0, 1);
        image.putString(at + 4, it);
      }
      case Value.List(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putList(at + 4, it, 8, 4, ImageWriter::putString);
      }
      case Value.Optional(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putOption(at + 4, it, 4, ImageWriter::putInt);
      }
      case Value.Result(var it) -> {
        image.putDiscriminant(at, 3, 1);
        image.putResult(at + 4, it, 4, ImageWriter::putInt, ImageWriter::putString);
      }
      case Value.Integer_(var it) -> {
        image.putDiscriminant(at, 4, 1);
        image.putInt(at + 4, it);
      }
      case Value.Object_() -> image.putDiscriminant(at, 5, 1);
      case Value.Class() -> image.putDiscriminant(at, 6, 1);
      case Value.Override_() -> image.putDiscriminant(at, 7, 1);
      case Value.RecordType(var it) -> {
        image.putDiscriminant(at, 8, 1);
        storeRecordType(image, at + 4, it);
      }
      case Value.Tuple2(var it) -> {
        image.putDiscriminant(at, 9, 1);
        image.putU8(at + 4, it.first());
        image.putString(at + 8, it.second());
      }
      case Value.Map(var it) -> {
        image.putDiscriminant(at, 10, 1);
        image.putList(at + 4, it, 12, 4, (image1, at1, value1) -> {
              image1.putString(at1, value1.first());
              image1.putInt(at1 + 8, value1.second());
            });
      }
      case Value.Value_(var it) -> {
        image.putDiscriminant(at, 11, 1);
        image.putU8(at + 4, it);
      }
    }
  }

  /** Reads a value of {@code value}. */
  public static Value loadValue(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Value.String_(image.getString(at + 4));
      case 1 -> new Value.List(image.getList(at + 4, 8, ImageReader::getString));
      case 2 -> new Value.Optional(image.getOption(at + 4, 4, ImageReader::getInt));
      case 3 -> new Value.Result(
          image.getResult(at + 4, 4, ImageReader::getInt, ImageReader::getString));
      case 4 -> new Value.Integer_(image.getInt(at + 4));
      case 5 -> new Value.Object_();
      case 6 -> new Value.Class();
      case 7 -> new Value.Override_();
      case 8 -> new Value.RecordType(loadRecordType(image, at + 4));
      case 9 -> new Value.Tuple2(new Tuple2<>(image.getU8(at + 4), image.getString(at + 8)));
      case 10 -> new Value.Map(
          image.getList(
              at + 4,
              12,
              (image1, at1) -> new Tuple2<>(image1.getString(at1), image1.getInt(at1 + 8))));
      default -> new Value.Value_(image.getU8(at + 4));
    };
  }
}
