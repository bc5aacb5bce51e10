package golden.strings.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:strings greetings} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:strings greetings")
@NullMarked
public final class CodecOfGreetings {
  /** {@code greet}. */
  public static final WitType.Function GREET = func(
      STRING, param("name", STRING), param("greeting", STRING));

  private CodecOfGreetings() {}
}
