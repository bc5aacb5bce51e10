package golden.inline_interfaces.imports.settings;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import org.jspecify.annotations.NullMarked;

/** Interface {@code settings}. */
@Generated("interface settings")
@NullMarked
public interface Settings {
  /** {@code read}. */
  Setting read(String key);

  /**
   * Defines {@code settings} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Settings implementation) {
    LinkerInstance instance = linker.instance("settings");
    instance.funcOverImages(
        "read",
        SettingsCodec.READ,
        (arguments, result) -> SettingsCodec.storeSetting(
            result, 0, implementation.read(arguments.getString(0))));
  }
}
