package golden.nested_lists.tables.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-lists/tables} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:nested-lists/tables")
@NullMarked
public final class CodecOfTables {
  /** {@code chunks}. */
  public static final WitType.Function CHUNKS = func(
      list(list(U8)), param("blobs", list(list(U8))));

  /** {@code rows}. */
  public static final WitType.Function ROWS = func(
      list(list(STRING)), param("cells", list(list(STRING))));

  /** {@code layers}. */
  public static final WitType.Function LAYERS = func(
      list(list(list(U32))), param("voxels", list(list(list(U32)))));

  private CodecOfTables() {}
}
