package golden.joined_variants.cells.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.joined_variants.cells.Cell;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:joined-variants/cells} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:joined-variants/cells")
@NullMarked
public final class CodecOfCells {
  /** {@code cell}. */
  public static final WitType CELL = variant(
      of("empty"),
      of("small", U8),
      of("single", F32),
      of("wide", S64),
      of("double", F64),
      of("text", STRING),
      of("pair", tuple(F32, U64)),
      of("reversed", tuple(U64, F32)),
      of("truth", BOOL),
      of("letter", CHAR));

  /** {@code copy}. */
  public static final WitType.Function COPY = func(CELL, param("value", CELL));

  /** {@code row}. */
  public static final WitType.Function ROW = func(list(CELL), param("values", list(CELL)));

  /** {@code either}. */
  public static final WitType.Function EITHER = func(
      result(F64, STRING), param("value", result(F32, U64)));

  private CodecOfCells() {}

  /** Writes a value of {@code cell}. */
  public static void storeCell(ImageWriter image, long at, Cell value) {
    switch (value) {
      case Cell.Empty() -> image.putDiscriminant(at, 0, 1);
      case Cell.Small(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putU8(at + 8, it);
      }
      case Cell.Single(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putFloat(at + 8, it);
      }
      case Cell.Wide(var it) -> {
        image.putDiscriminant(at, 3, 1);
        image.putLong(at + 8, it);
      }
      case Cell.Double_(var it) -> {
        image.putDiscriminant(at, 4, 1);
        image.putDouble(at + 8, it);
      }
      case Cell.Text(var it) -> {
        image.putDiscriminant(at, 5, 1);
        image.putString(at + 8, it);
      }
      case Cell.Pair(var it) -> {
        image.putDiscriminant(at, 6, 1);
        image.putFloat(at + 8, it.first());
        image.putLong(at + 16, it.second());
      }
      case Cell.Reversed(var it) -> {
        image.putDiscriminant(at, 7, 1);
        image.putLong(at + 8, it.first());
        image.putFloat(at + 16, it.second());
      }
      case Cell.Truth(var it) -> {
        image.putDiscriminant(at, 8, 1);
        image.putBool(at + 8, it);
      }
      case Cell.Letter(var it) -> {
        image.putDiscriminant(at, 9, 1);
        image.putChar(at + 8, it);
      }
    }
  }

  /** Reads a value of {@code cell}. */
  public static Cell loadCell(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Cell.Empty();
      case 1 -> new Cell.Small(image.getU8(at + 8));
      case 2 -> new Cell.Single(image.getFloat(at + 8));
      case 3 -> new Cell.Wide(image.getLong(at + 8));
      case 4 -> new Cell.Double_(image.getDouble(at + 8));
      case 5 -> new Cell.Text(image.getString(at + 8));
      case 6 -> new Cell.Pair(new Tuple2<>(image.getFloat(at + 8), image.getLong(at + 16)));
      case 7 -> new Cell.Reversed(new Tuple2<>(image.getLong(at + 8), image.getFloat(at + 16)));
      case 8 -> new Cell.Truth(image.getBool(at + 8));
      default -> new Cell.Letter(image.getInt(at + 8));
    };
  }
}
