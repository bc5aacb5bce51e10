package golden.int_flags.imports.registers.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:int-flags/registers} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:int-flags/registers")
@NullMarked
public final class CodecOfRegisters {
  /** {@code next}. */
  public static final WitType.Function NEXT = func(
      golden.int_flags.registers.abi.CodecOfRegisters.SEVENTEEN,
      param("value", golden.int_flags.registers.abi.CodecOfRegisters.SEVENTEEN));

  /** {@code all}. */
  public static final WitType.Function ALL = func(
      golden.int_flags.registers.abi.CodecOfRegisters.THIRTY_TWO,
      param("value", golden.int_flags.registers.abi.CodecOfRegisters.THIRTY_TWO),
      param("values", list(golden.int_flags.registers.abi.CodecOfRegisters.THIRTY_TWO)));

  private CodecOfRegisters() {}
}
