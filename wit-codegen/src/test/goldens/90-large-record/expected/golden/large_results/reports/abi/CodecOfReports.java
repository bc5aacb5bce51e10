package golden.large_results.reports.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.large_results.reports.Line;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:large-results/reports} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:large-results/reports")
@NullMarked
public final class CodecOfReports {
  /** {@code line}. */
  public static final WitType LINE = record(
      field("c0", U64),
      field("c1", U64),
      field("c2", U64),
      field("c3", U64),
      field("c4", U64),
      field("c5", U64),
      field("c6", U64),
      field("c7", U64),
      field("c8", F64),
      field("c9", F64),
      field("c10", F64),
      field("c11", F64),
      field("c12", STRING),
      field("c13", STRING),
      field("c14", STRING),
      field("c15", STRING),
      field("c16", list(U32)),
      field("c17", option(U64)),
      field("c18", BOOL),
      field("c19", BOOL));

  /** {@code totals}. */
  public static final WitType.Function TOTALS = func(LINE, param("of", LINE));

  /** {@code all}. */
  public static final WitType.Function ALL = func(tuple(LINE, list(LINE)));

  private CodecOfReports() {}

  /** Writes a value of {@code line}. */
  public static void storeLine(ImageWriter image, long at, Line value) {
    image.putLong(at, value.c0());
    image.putLong(at + 8, value.c1());
    image.putLong(at + 16, value.c2());
    image.putLong(at + 24, value.c3());
    image.putLong(at + 32, value.c4());
    image.putLong(at + 40, value.c5());
    image.putLong(at + 48, value.c6());
    image.putLong(at + 56, value.c7());
    image.putDouble(at + 64, value.c8());
    image.putDouble(at + 72, value.c9());
    image.putDouble(at + 80, value.c10());
    image.putDouble(at + 88, value.c11());
    image.putString(at + 96, value.c12());
    image.putString(at + 104, value.c13());
    image.putString(at + 112, value.c14());
    image.putString(at + 120, value.c15());
    image.putInts(at + 128, value.c16());
    image.putOption(at + 136, value.c17(), 8, ImageWriter::putLong);
    image.putBool(at + 152, value.c18());
    image.putBool(at + 153, value.c19());
  }

  /** Reads a value of {@code line}. */
  public static Line loadLine(ImageReader image, long at) {
    return new Line(
        image.getLong(at),
        image.getLong(at + 8),
        image.getLong(at + 16),
        image.getLong(at + 24),
        image.getLong(at + 32),
        image.getLong(at + 40),
        image.getLong(at + 48),
        image.getLong(at + 56),
        image.getDouble(at + 64),
        image.getDouble(at + 72),
        image.getDouble(at + 80),
        image.getDouble(at + 88),
        image.getString(at + 96),
        image.getString(at + 104),
        image.getString(at + 112),
        image.getString(at + 120),
        image.getInts(at + 128),
        image.getOption(at + 136, 8, ImageReader::getLong),
        image.getBool(at + 152),
        image.getBool(at + 153));
  }
}
