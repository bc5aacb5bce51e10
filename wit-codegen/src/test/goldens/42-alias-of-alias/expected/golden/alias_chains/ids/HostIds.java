package golden.alias_chains.ids;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.alias_chains.ids.abi.CodecOfIds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alias-chains/ids}. */
@Generated("interface golden:alias-chains/ids")
@NullMarked
public interface HostIds {
  /**
   * {@code find}.
   *
   * @param key unsigned
   */
  Optional<Customer> find(long key);

  /** {@code all}. */
  List<Customer> all(Customer of);

  /** Defines {@code golden:alias-chains/ids} in a linker. */
  static void addTo(Linker linker, HostIds implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:alias-chains/ids} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostIds> implementation) {
    LinkerInstance instance = linker.instance("golden:alias-chains/ids");
    instance.funcOverImages(
        "find",
        CodecOfIds.FIND,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).find(arguments.getLong(0)),
            8,
            CodecOfIds::storeCustomer));
    instance.funcOverImages(
        "all",
        CodecOfIds.ALL,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).all(CodecOfIds.loadCustomer(arguments, 0)),
            16,
            8,
            CodecOfIds::storeCustomer));
  }
}
