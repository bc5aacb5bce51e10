package golden.inline_interfaces.settings.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/** How the types of {@code settings} travel, and what its functions are: for generated code. */
@Generated("interface settings")
@NullMarked
public final class CodecOfHostSettings {
  /** {@code read}. */
  public static final WitType.Function READ = func(CodecOfSettings.SETTING, param("key", STRING));

  private CodecOfHostSettings() {}
}
