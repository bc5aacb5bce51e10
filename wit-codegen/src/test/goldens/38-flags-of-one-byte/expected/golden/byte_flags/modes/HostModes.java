package golden.byte_flags.modes;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import golden.byte_flags.modes.abi.CodecOfModes;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:byte-flags/modes}. */
@Generated("interface golden:byte-flags/modes")
@NullMarked
public interface HostModes {
  /** {@code toggle}. */
  Set<Lonely> toggle(Set<Lonely> value);

  /** {@code change}. */
  Set<Permissions> change(Set<Permissions> value);

  /** {@code both}. */
  List<Set<Permissions>> both(List<Tuple2<Set<Lonely>, Set<Permissions>>> values);

  /** Defines {@code golden:byte-flags/modes} in a linker. */
  static void addTo(Linker linker, HostModes implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:byte-flags/modes} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostModes> implementation) {
    LinkerInstance instance = linker.instance("golden:byte-flags/modes");
    instance.funcOverImages(
        "toggle",
        CodecOfModes.TOGGLE,
        (arguments, result) -> CodecOfModes.storeLonely(
            result,
            0,
            implementation.apply(arguments.config()).toggle(
                CodecOfModes.loadLonely(arguments, 0))));
    instance.funcOverImages(
        "change",
        CodecOfModes.CHANGE,
        (arguments, result) -> CodecOfModes.storePermissions(
            result,
            0,
            implementation.apply(arguments.config()).change(
                CodecOfModes.loadPermissions(arguments, 0))));
    instance.funcOverImages(
        "both",
        CodecOfModes.BOTH,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).both(
                arguments.getList(
                    0,
                    2,
                    (image1, at1) -> new Tuple2<>(
                        CodecOfModes.loadLonely(image1, at1),
                        CodecOfModes.loadPermissions(image1, at1 + 1)))),
            1,
            1,
            CodecOfModes::storePermissions));
  }
}
