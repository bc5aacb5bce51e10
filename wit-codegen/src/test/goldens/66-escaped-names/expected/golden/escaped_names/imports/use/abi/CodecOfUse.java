package golden.escaped_names.imports.use.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:escaped-names/use} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:escaped-names/use")
@NullMarked
public final class CodecOfUse {
  /** {@code func}. */
  public static final WitType.Function FUNC = func(
      golden.escaped_names.use.abi.CodecOfUse.VARIANT,
      param("record", golden.escaped_names.use.abi.CodecOfUse.RECORD),
      param("enum", golden.escaped_names.use.abi.CodecOfUse.ENUM));

  /** {@code import}. */
  public static final WitType.Function IMPORT = func(
      golden.escaped_names.use.abi.CodecOfUse.FLAGS,
      param("flags", golden.escaped_names.use.abi.CodecOfUse.FLAGS));

  private CodecOfUse() {}
}
