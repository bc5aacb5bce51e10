package golden.inline_interfaces.settings;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.inline_interfaces.Plugin;
import golden.inline_interfaces.settings.abi.CodecOfSettings;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code settings}. */
@Generated("interface settings")
@NullMarked
public final class Settings {
  private final Func read;

  private Settings(Exports exports) {
    this.read = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Plugin} hands it out. */
  public static Settings of(Exports exports) {
    return new Settings(exports);
  }

  /** {@code read}. */
  public Setting read(String key) {
    Objects.requireNonNull(key, "key");
    try (Call call = this.read.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, key);
      call.invoke();
      return CodecOfSettings.loadSetting(call.result(), 0);
    }
  }
}
