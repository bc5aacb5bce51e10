package golden.keyword_types.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.keyword_types.words.Call;
import golden.keyword_types.words.Class;
import golden.keyword_types.words.Component;
import golden.keyword_types.words.EnumSet;
import golden.keyword_types.words.Exception_;
import golden.keyword_types.words.Integer_;
import golden.keyword_types.words.List;
import golden.keyword_types.words.Map;
import golden.keyword_types.words.Math;
import golden.keyword_types.words.Object_;
import golden.keyword_types.words.Optional;
import golden.keyword_types.words.Override_;
import golden.keyword_types.words.Result;
import golden.keyword_types.words.Store;
import golden.keyword_types.words.String_;
import golden.keyword_types.words.System;
import golden.keyword_types.words.TupleN;
import golden.keyword_types.words.Void_;
import golden.keyword_types.words.WitTypes;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-types/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-types/words")
@NullMarked
public final class CodecOfWords {
  /** {@code object}. */
  public static final WitType OBJECT = record(field("string", STRING));

  /** {@code string}. */
  public static final WitType STRING_ = record(field("text", STRING), field("length", U32));

  /** {@code integer}. */
  public static final WitType INTEGER = enumeration("one", "two");

  private static final Integer_[] INTEGER_LABELS = Integer_.values();

  /** {@code optional}. */
  public static final WitType OPTIONAL = flags("left", "right");

  private static final Optional[] OPTIONAL_LABELS = Optional.values();

  /** {@code list}. */
  public static final WitType LIST = variant(of("nothing"), of("some", list(STRING)));

  /** {@code result}. */
  public static final WitType RESULT = record(field("value", result(U32, STRING)));

  /** {@code map}. */
  public static final WitType MAP = record(field("entries", list(tuple(STRING, U32))));

  /** {@code enum-set}. */
  public static final WitType ENUM_SET = record(field("none", option(U8)));

  /** {@code override}. */
  public static final WitType OVERRIDE = record(field("it", BOOL));

  /** {@code math}. */
  public static final WitType MATH = record(field("pi", F64));

  /** {@code tuple2}. */
  public static final WitType TUPLE2 = record(field("first", U8), field("second", U8));

  /** {@code tuple-n}. */
  public static final WitType TUPLE_N = record(field("first", U8), field("second", U8));

  /** {@code call}. */
  public static final WitType CALL = record(field("name", STRING));

  /** {@code store}. */
  public static final WitType STORE = record(field("name", STRING));

  /** {@code component}. */
  public static final WitType COMPONENT = record(field("name", STRING));

  /** {@code image-writer}. */
  public static final WitType IMAGE_WRITER = record(field("values", list(U8)));

  /** {@code image-reader}. */
  public static final WitType IMAGE_READER = record(field("values", list(U8)));

  /** {@code wit-types}. */
  public static final WitType WIT_TYPES = record(field("values", list(STRING)));

  /** {@code system}. */
  public static final WitType SYSTEM = record(field("exit", U8));

  /** {@code exception}. */
  public static final WitType EXCEPTION = record(field("message", STRING));

  /** {@code class}. */
  public static final WitType CLASS = record(field("name", STRING));

  /** {@code void}. */
  public static final WitType VOID = record(field("name", STRING));

  /** {@code generated}. */
  public static final WitType GENERATED = record(field("by", STRING));

  /** {@code objects}. */
  public static final WitType.Function OBJECTS = func(
      list(OBJECT),
      param("one", OBJECT),
      param("two", STRING_),
      param("three", INTEGER),
      param("four", OPTIONAL));

  /** {@code lists}. */
  public static final WitType.Function LISTS = func(
      tuple(LIST, RESULT),
      param("one", LIST),
      param("two", RESULT),
      param("three", MAP),
      param("four", ENUM_SET));

  /** {@code others}. */
  public static final WitType.Function OTHERS = func(
      result(MATH, SYSTEM),
      param("one", OVERRIDE),
      param("two", MATH),
      param("three", TUPLE2),
      param("four", CALL),
      param("five", STORE),
      param("six", COMPONENT));

  /** {@code images}. */
  public static final WitType.Function IMAGES = func(
      option(EXCEPTION),
      param("one", IMAGE_WRITER),
      param("two", IMAGE_READER),
      param("three", WIT_TYPES));

  /** {@code odd}. */
  public static final WitType.Function ODD = func(
      tuple(CLASS, VOID), param("one", CLASS), param("two", VOID), param("three", GENERATED));

  /** {@code many}. */
  public static final WitType.Function MANY = func(
      tuple(U8, U8, U8, U8, U8, U8, U8, U8, U8), param("one", TUPLE_N));

  private CodecOfWords() {}

  /** Writes a value of {@code object}. */
  public static void storeObject_(ImageWriter image, long at, Object_ value) {
    image.putString(at, value.string());
  }

  /** Reads a value of {@code object}. */
  public static Object_ loadObject_(ImageReader image, long at) {
    return new Object_(image.getString(at));
  }

  /** Writes a value of {@code string}. */
  public static void storeString_(ImageWriter image, long at, String_ value) {
    image.putString(at, value.text());
    image.putInt(at + 8, value.length());
  }

  /** Reads a value of {@code string}. */
  public static String_ loadString_(ImageReader image, long at) {
    return new String_(
        image.getString(at),
        image.getInt(at + 8));
  }

  /** Writes a value of {@code integer}. */
  public static void storeInteger_(ImageWriter image, long at, Integer_ value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code integer}. */
  public static Integer_ loadInteger_(ImageReader image, long at) {
    return INTEGER_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code optional}. */
  public static void storeOptional(ImageWriter image, long at, Set<Optional> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code optional}. */
  public static Set<Optional> loadOptional(ImageReader image, long at) {
    return image.getFlags(at, OPTIONAL_LABELS, 1);
  }

  /** Writes a value of {@code list}. */
  public static void storeList(ImageWriter image, long at, List value) {
    switch (value) {
      case List.Nothing() -> image.putDiscriminant(at, 0, 1);
      case List.Some(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putList(at + 4, it, 8, 4, ImageWriter::putString);
      }
    }
  }

  /** Reads a value of {@code list}. */
  public static List loadList(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new List.Nothing();
      default -> new List.Some(image.getList(at + 4, 8, ImageReader::getString));
    };
  }

  /** Writes a value of {@code result}. */
  public static void storeResult(ImageWriter image, long at, Result value) {
    image.putResult(at, value.value(), 4, ImageWriter::putInt, ImageWriter::putString);
  }

  /** Reads a value of {@code result}. */
  public static Result loadResult(ImageReader image, long at) {
    return new Result(image.getResult(at, 4, ImageReader::getInt, ImageReader::getString));
  }

  /** Writes a value of {@code map}. */
  public static void storeMap(ImageWriter image, long at, Map value) {
    image.putList(at, value.entries(), 12, 4, (image1, at1, value1) -> {
          image1.putString(at1, value1.first());
          image1.putInt(at1 + 8, value1.second());
        });
  }

  /** Reads a value of {@code map}. */
  public static Map loadMap(ImageReader image, long at) {
    return new Map(
        image.getList(
            at, 12, (image1, at1) -> new Tuple2<>(image1.getString(at1), image1.getInt(at1 + 8))));
  }

  /** Writes a value of {@code enum-set}. */
  public static void storeEnumSet(ImageWriter image, long at, EnumSet value) {
    image.putOption(at, value.none(), 1, ImageWriter::putU8);
  }

  /** Reads a value of {@code enum-set}. */
  public static EnumSet loadEnumSet(ImageReader image, long at) {
    return new EnumSet(image.getOption(at, 1, ImageReader::getU8));
  }

  /** Writes a value of {@code override}. */
  public static void storeOverride_(ImageWriter image, long at, Override_ value) {
    image.putBool(at, value.it());
  }

  /** Reads a value of {@code override}. */
  public static Override_ loadOverride_(ImageReader image, long at) {
    return new Override_(image.getBool(at));
  }

  /** Writes a value of {@code math}. */
  public static void storeMath(ImageWriter image, long at, Math value) {
    image.putDouble(at, value.pi());
  }

  /** Reads a value of {@code math}. */
  public static Math loadMath(ImageReader image, long at) {
    return new Math(image.getDouble(at));
  }

  /** Writes a value of {@code tuple2}. */
  public static void storeTuple2(ImageWriter image, long at,
      golden.keyword_types.words.Tuple2 value) {
    image.putU8(at, value.first());
    image.putU8(at + 1, value.second());
  }

  /** Reads a value of {@code tuple2}. */
  public static golden.keyword_types.words.Tuple2 loadTuple2(ImageReader image, long at) {
    return new golden.keyword_types.words.Tuple2(
        image.getU8(at),
        image.getU8(at + 1));
  }

  /** Writes a value of {@code tuple-n}. */
  public static void storeTupleN(ImageWriter image, long at, TupleN value) {
    image.putU8(at, value.first());
    image.putU8(at + 1, value.second());
  }

  /** Reads a value of {@code tuple-n}. */
  public static TupleN loadTupleN(ImageReader image, long at) {
    return new TupleN(
        image.getU8(at),
        image.getU8(at + 1));
  }

  /** Writes a value of {@code call}. */
  public static void storeCall(ImageWriter image, long at, Call value) {
    image.putString(at, value.name());
  }

  /** Reads a value of {@code call}. */
  public static Call loadCall(ImageReader image, long at) {
    return new Call(image.getString(at));
  }

  /** Writes a value of {@code store}. */
  public static void storeStore(ImageWriter image, long at, Store value) {
    image.putString(at, value.name());
  }

  /** Reads a value of {@code store}. */
  public static Store loadStore(ImageReader image, long at) {
    return new Store(image.getString(at));
  }

  /** Writes a value of {@code component}. */
  public static void storeComponent(ImageWriter image, long at, Component value) {
    image.putString(at, value.name());
  }

  /** Reads a value of {@code component}. */
  public static Component loadComponent(ImageReader image, long at) {
    return new Component(image.getString(at));
  }

  /** Writes a value of {@code image-writer}. */
  public static void storeImageWriter(ImageWriter image, long at,
      golden.keyword_types.words.ImageWriter value) {
    image.putBytes(at, value.values());
  }

  /** Reads a value of {@code image-writer}. */
  public static golden.keyword_types.words.ImageWriter loadImageWriter(ImageReader image, long at) {
    return new golden.keyword_types.words.ImageWriter(image.getBytes(at));
  }

  /** Writes a value of {@code image-reader}. */
  public static void storeImageReader(ImageWriter image, long at,
      golden.keyword_types.words.ImageReader value) {
    image.putBytes(at, value.values());
  }

  /** Reads a value of {@code image-reader}. */
  public static golden.keyword_types.words.ImageReader loadImageReader(ImageReader image, long at) {
    return new golden.keyword_types.words.ImageReader(image.getBytes(at));
  }

  /** Writes a value of {@code wit-types}. */
  public static void storeWitTypes(ImageWriter image, long at, WitTypes value) {
    image.putList(at, value.values(), 8, 4, ImageWriter::putString);
  }

  /** Reads a value of {@code wit-types}. */
  public static WitTypes loadWitTypes(ImageReader image, long at) {
    return new WitTypes(image.getList(at, 8, ImageReader::getString));
  }

  /** Writes a value of {@code system}. */
  public static void storeSystem(ImageWriter image, long at, System value) {
    image.putU8(at, value.exit());
  }

  /** Reads a value of {@code system}. */
  public static System loadSystem(ImageReader image, long at) {
    return new System(image.getU8(at));
  }

  /** Writes a value of {@code exception}. */
  public static void storeException_(ImageWriter image, long at, Exception_ value) {
    image.putString(at, value.message());
  }

  /** Reads a value of {@code exception}. */
  public static Exception_ loadException_(ImageReader image, long at) {
    return new Exception_(image.getString(at));
  }

  /** Writes a value of {@code class}. */
  public static void storeClass(ImageWriter image, long at, Class value) {
    image.putString(at, value.name());
  }

  /** Reads a value of {@code class}. */
  public static Class loadClass(ImageReader image, long at) {
    return new Class(image.getString(at));
  }

  /** Writes a value of {@code void}. */
  public static void storeVoid_(ImageWriter image, long at, Void_ value) {
    image.putString(at, value.name());
  }

  /** Reads a value of {@code void}. */
  public static Void_ loadVoid_(ImageReader image, long at) {
    return new Void_(image.getString(at));
  }

  /** Writes a value of {@code generated}. */
  public static void storeGenerated(ImageWriter image, long at,
      golden.keyword_types.words.Generated value) {
    image.putString(at, value.by());
  }

  /** Reads a value of {@code generated}. */
  public static golden.keyword_types.words.Generated loadGenerated(ImageReader image, long at) {
    return new golden.keyword_types.words.Generated(image.getString(at));
  }
}
