package golden.unsigned_ints;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.unsigned_ints.abi.CodecOfAddresses;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code addresses}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:unsigned-ints addresses")
@NullMarked
public final class Addresses extends GuestWorld {
  private static final WorldType<Addresses> WORLD = WorldType.of(
      Addresses::new,
      ExportTypes.builder("Addresses", "u32.wit")
          .func("", "mask", CodecOfAddresses.MASK)
          .build());

  private final Func mask;

  private Addresses(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.mask = exports.func(0);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Addresses instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Addresses instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Addresses> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Addresses> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Addresses> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "mask",
        CodecOfAddresses.MASK,
        (arguments, result) -> result.putInt(
            0, imports.apply(arguments.config()).mask(arguments.getInt(0), arguments.getInt(4))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Addresses bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /**
   * {@code mask}.
   *
   * @param address unsigned
   * @param bits unsigned
   * @return unsigned
   */
  public int mask(int address, int bits) {
    try (Call call = this.mask.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, address);
      arguments.putInt(4, bits);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** What {@code golden:unsigned-ints addresses} needs of its host. */
  public interface Imports {
    /**
     * {@code mask}.
     *
     * @param address unsigned
     * @param bits unsigned
     * @return unsigned
     */
    int mask(int address, int bits);
  }
}
