package golden.guest_resources.engines.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:guest-resources/engines} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:guest-resources/engines")
@NullMarked
public final class CodecOfEngines {
  /** {@code [constructor]engine}. */
  public static final WitType.Function NEW_ENGINE = func(
      own("golden:guest-resources/engines", "engine"), param("horsepower", U32));

  /** {@code [method]engine.start}. */
  public static final WitType.Function ENGINE_START = func(
      result(null, STRING), param("self", borrow("golden:guest-resources/engines", "engine")));

  /** {@code [method]engine.rpm}. */
  public static final WitType.Function ENGINE_RPM = func(
      U32, param("self", borrow("golden:guest-resources/engines", "engine")));

  private CodecOfEngines() {}
}
