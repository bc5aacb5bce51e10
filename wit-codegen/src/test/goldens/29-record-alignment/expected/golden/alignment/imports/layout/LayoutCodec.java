package golden.alignment.imports.layout;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alignment/layout} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:alignment/layout")
@NullMarked
public final class LayoutCodec {
  /** {@code pad}. */
  public static final WitType.Function PAD = func(
      golden.alignment.layout.LayoutCodec.PADDED,
      param("value", golden.alignment.layout.LayoutCodec.PADDED));

  /** {@code many}. */
  public static final WitType.Function MANY = func(
      list(golden.alignment.layout.LayoutCodec.PADDED),
      param("values", list(golden.alignment.layout.LayoutCodec.PADDED)));

  /** {@code tail}. */
  public static final WitType.Function TAIL = func(
      tuple(
          golden.alignment.layout.LayoutCodec.SMALL, U8, golden.alignment.layout.LayoutCodec.SMALL),
      param("values", list(golden.alignment.layout.LayoutCodec.SMALL)),
      param("one", golden.alignment.layout.LayoutCodec.SMALL));

  private LayoutCodec() {}
}
