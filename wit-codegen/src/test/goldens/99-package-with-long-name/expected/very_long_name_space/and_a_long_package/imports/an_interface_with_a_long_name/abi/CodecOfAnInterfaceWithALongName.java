package very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of
 * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4}
 * travel, and what its functions are: for generated code.
 */
@Generated(
    "interface very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4")
@NullMarked
public final class CodecOfAnInterfaceWithALongName {
  /** {@code a-function-with-a-long-name}. */
  public static final WitType.Function A_FUNCTION_WITH_A_LONG_NAME = func(
      result(
          very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi.CodecOfAnInterfaceWithALongName.A_RECORD_WITH_A_RATHER_LONG_NAME_THAT_MAKES_LINES_BREAK,
          list(tuple(STRING, U32))),
      param(
          "and-a-parameter-with-a-long-name",
          very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi.CodecOfAnInterfaceWithALongName.A_RECORD_WITH_A_RATHER_LONG_NAME_THAT_MAKES_LINES_BREAK),
      param(
          "and-another",
          list(
              very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi.CodecOfAnInterfaceWithALongName.A_RECORD_WITH_A_RATHER_LONG_NAME_THAT_MAKES_LINES_BREAK)));

  private CodecOfAnInterfaceWithALongName() {}
}
