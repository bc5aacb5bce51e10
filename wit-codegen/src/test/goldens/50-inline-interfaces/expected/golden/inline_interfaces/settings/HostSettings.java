package golden.inline_interfaces.settings;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.inline_interfaces.settings.abi.CodecOfHostSettings;
import golden.inline_interfaces.settings.abi.CodecOfSettings;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code settings}. */
@Generated("interface settings")
@NullMarked
public interface HostSettings {
  /** {@code read}. */
  Setting read(String key);

  /** Defines {@code settings} in a linker. */
  static void addTo(Linker linker, HostSettings implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code settings} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostSettings> implementation) {
    LinkerInstance instance = linker.instance("settings");
    instance.funcOverImages(
        "read",
        CodecOfHostSettings.READ,
        (arguments, result) -> CodecOfSettings.storeSetting(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).read(arguments.getString(0)))));
  }
}
