package very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.ARecordWithARatherLongNameThatMakesLinesBreak;

/**
 * How the types of
 * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4}
 * travel, and what its functions are: for generated code.
 */
@Generated(
    "interface very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4")
@NullMarked
public final class CodecOfAnInterfaceWithALongName {
  /** {@code a-record-with-a-rather-long-name-that-makes-lines-break}. */
  public static final WitType A_RECORD_WITH_A_RATHER_LONG_NAME_THAT_MAKES_LINES_BREAK = record(
      field(
          "the-first-of-two-fields-with-names-of-some-length",
          list(option(result(STRING, tuple(U8, U16))))),
      field(
          "the-second-of-two-fields-with-names-of-some-length",
          option(list(tuple(STRING, option(list(U64)))))));

  /** {@code a-function-with-a-long-name}. */
  public static final WitType.Function A_FUNCTION_WITH_A_LONG_NAME = func(
      result(A_RECORD_WITH_A_RATHER_LONG_NAME_THAT_MAKES_LINES_BREAK, list(tuple(STRING, U32))),
      param(
          "and-a-parameter-with-a-long-name",
          A_RECORD_WITH_A_RATHER_LONG_NAME_THAT_MAKES_LINES_BREAK),
      param("and-another", list(A_RECORD_WITH_A_RATHER_LONG_NAME_THAT_MAKES_LINES_BREAK)));

  private CodecOfAnInterfaceWithALongName() {}

  /** Writes a value of {@code a-record-with-a-rather-long-name-that-makes-lines-break}. */
  public static void storeARecordWithARatherLongNameThatMakesLinesBreak(ImageWriter image, long at,
      ARecordWithARatherLongNameThatMakesLinesBreak value) {
    image.putList(at, value.theFirstOfTwoFieldsWithNamesOfSomeLength(), 16, 4, (
        image1,
        at1,
        value1) -> image1.putOption(at1, value1, 4, (
            image2,
            at2,
            value2) -> image2.putResult(at2, value2, 4, ImageWriter::putString, (
                image3, at3, value3) -> {
          image3.putU8(at3, value3.first());
          image3.putU16(at3 + 2, value3.second());
        })));
    image.putOption(at + 8, value.theSecondOfTwoFieldsWithNamesOfSomeLength(), 4, (
        image1, at1, value1) -> image1.putList(at1, value1, 20, 4, (image2, at2, value2) -> {
          image2.putString(at2, value2.first());
          image2.putOption(
              at2 + 8, value2.second(), 4, (image3, at3, value3) -> image3.putLongs(at3, value3));
        }));
  }

  /** Reads a value of {@code a-record-with-a-rather-long-name-that-makes-lines-break}. */
  public static ARecordWithARatherLongNameThatMakesLinesBreak loadARecordWithARatherLongNameThatMakesLinesBreak(
      ImageReader image, long at) {
    return new ARecordWithARatherLongNameThatMakesLinesBreak(
        image.getList(
            at,
            16,
            (image1, at1) -> image1.getOption(
                at1,
                4,
                (image2, at2) -> image2.getResult(
                    at2,
                    4,
                    ImageReader::getString,
                    (image3, at3) -> new Tuple2<>(image3.getU8(at3), image3.getU16(at3 + 2))))),
        image.getOption(
            at + 8,
            4,
            (image1, at1) -> image1.getList(
                at1,
                20,
                (image2, at2) -> new Tuple2<>(
                    image2.getString(at2),
                    image2.getOption(at2 + 8, 4, (image3, at3) -> image3.getLongs(at3))))));
  }
}
