package golden.arrays.imports.arrays.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:arrays/arrays} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:arrays/arrays")
@NullMarked
public final class CodecOfArrays {
  /** {@code transpose}. */
  public static final WitType.Function TRANSPOSE = func(
      list(list(F32, 3), 3), param("matrix", list(list(F32, 3), 3)));

  /** {@code next}. */
  public static final WitType.Function NEXT = func(
      golden.arrays.arrays.abi.CodecOfArrays.ADDRESS,
      param("address", golden.arrays.arrays.abi.CodecOfArrays.ADDRESS));

  /** {@code many}. */
  public static final WitType.Function MANY = func(
      list(list(U64, 2)), param("addresses", list(list(U16, 8))));

  private CodecOfArrays() {}
}
