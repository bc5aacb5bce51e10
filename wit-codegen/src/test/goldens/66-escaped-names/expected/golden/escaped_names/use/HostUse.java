package golden.escaped_names.use;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.escaped_names.use.abi.CodecOfUse;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Names that are WIT's own words, behind a percent sign. */
@Generated("interface golden:escaped-names/use")
@NullMarked
public interface HostUse {
  /** {@code func}. */
  Variant func(Record_ record, Enum_ enum_);

  /** {@code import}. */
  Set<Flags> import_(Set<Flags> flags);

  /** Defines {@code golden:escaped-names/use} in a linker. */
  static void addTo(Linker linker, HostUse implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:escaped-names/use} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostUse> implementation) {
    LinkerInstance instance = linker.instance("golden:escaped-names/use");
    instance.funcOverImages(
        "func",
        CodecOfUse.FUNC,
        (arguments, result) -> CodecOfUse.storeVariant(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).func(
                    CodecOfUse.loadRecord_(arguments, 0), CodecOfUse.loadEnum_(arguments, 12)))));
    instance.funcOverImages(
        "import",
        CodecOfUse.IMPORT,
        (arguments, result) -> CodecOfUse.storeFlags(
            result,
            0,
            implementation.apply(arguments.config()).import_(CodecOfUse.loadFlags(arguments, 0))));
  }
}
