package golden.resource_aliases.pipes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resource-aliases/pipes} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:resource-aliases/pipes")
@NullMarked
public final class CodecOfPipes {
  /** {@code plug}. */
  public static final WitType.Function PLUG = func(
      own("golden:resource-aliases/streams", "stream"),
      param("left", own("golden:resource-aliases/streams", "stream")),
      param("right", own("golden:resource-aliases/streams", "stream")));

  private CodecOfPipes() {}
}
