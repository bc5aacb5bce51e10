package golden.indirect_parameters.imports.calls.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:indirect-parameters/calls} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:indirect-parameters/calls")
@NullMarked
public final class CodecOfCalls {
  /** {@code sixteen}. */
  public static final WitType.Function SIXTEEN = func(
      golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD,
      param("a", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD),
      param("b", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD),
      param("c", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD),
      param("d", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD));

  /** {@code seventeen}. */
  public static final WitType.Function SEVENTEEN = func(
      golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD,
      param("a", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD),
      param("b", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD),
      param("c", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD),
      param("d", golden.indirect_parameters.calls.abi.CodecOfCalls.QUAD),
      param("e", U8));

  private CodecOfCalls() {}
}
