package golden.alias_chains.imports.ids.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alias-chains/ids} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:alias-chains/ids")
@NullMarked
public final class CodecOfIds {
  /** {@code find}. */
  public static final WitType.Function FIND = func(
      option(golden.alias_chains.ids.abi.CodecOfIds.CUSTOMER), param("key", U64));

  /** {@code all}. */
  public static final WitType.Function ALL = func(
      list(golden.alias_chains.ids.abi.CodecOfIds.CUSTOMER),
      param("of", golden.alias_chains.ids.abi.CodecOfIds.CUSTOMER));

  private CodecOfIds() {}
}
