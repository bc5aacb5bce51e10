package golden.joined_variants.imports.cells.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:joined-variants/cells} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:joined-variants/cells")
@NullMarked
public final class CodecOfCells {
  /** {@code copy}. */
  public static final WitType.Function COPY = func(
      golden.joined_variants.cells.abi.CodecOfCells.CELL,
      param("value", golden.joined_variants.cells.abi.CodecOfCells.CELL));

  /** {@code row}. */
  public static final WitType.Function ROW = func(
      list(golden.joined_variants.cells.abi.CodecOfCells.CELL),
      param("values", list(golden.joined_variants.cells.abi.CodecOfCells.CELL)));

  /** {@code either}. */
  public static final WitType.Function EITHER = func(
      result(F64, STRING), param("value", result(F32, U64)));

  private CodecOfCells() {}
}
