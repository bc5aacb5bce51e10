package golden.alignment.imports.layout.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alignment/layout} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:alignment/layout")
@NullMarked
public final class CodecOfLayout {
  /** {@code pad}. */
  public static final WitType.Function PAD = func(
      golden.alignment.layout.abi.CodecOfLayout.PADDED,
      param("value", golden.alignment.layout.abi.CodecOfLayout.PADDED));

  /** {@code many}. */
  public static final WitType.Function MANY = func(
      list(golden.alignment.layout.abi.CodecOfLayout.PADDED),
      param("values", list(golden.alignment.layout.abi.CodecOfLayout.PADDED)));

  /** {@code tail}. */
  public static final WitType.Function TAIL = func(
      tuple(
          golden.alignment.layout.abi.CodecOfLayout.SMALL,
          U8,
          golden.alignment.layout.abi.CodecOfLayout.SMALL),
      param("values", list(golden.alignment.layout.abi.CodecOfLayout.SMALL)),
      param("one", golden.alignment.layout.abi.CodecOfLayout.SMALL));

  private CodecOfLayout() {}
}
