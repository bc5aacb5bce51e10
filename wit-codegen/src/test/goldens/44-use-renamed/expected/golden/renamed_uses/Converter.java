package golden.renamed_uses;

import dev.switchblade.Component;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.renamed_uses.conversion.Conversion;
import golden.renamed_uses.conversion.HostConversion;
import golden.renamed_uses.conversion.abi.CodecOfConversion;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code converter}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:renamed-uses converter")
@NullMarked
public final class Converter extends GuestWorld {
  private static final WorldType<Converter> WORLD = WorldType.of(
      Converter::new,
      ExportTypes.builder("Converter", "use-renamed.wit")
          .func("golden:renamed-uses/conversion", "to-metric", CodecOfConversion.TO_METRIC)
          .func("golden:renamed-uses/conversion", "to-imperial", CodecOfConversion.TO_IMPERIAL)
          .build());

  private final Conversion conversion;

  private Converter(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.conversion = Conversion.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Converter instantiate(Component component, HostConversion conversion) {
    return instantiate(component, StoreConfig.defaults(), conversion);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Converter instantiate(Component component, StoreConfig config,
      HostConversion conversion) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, conversion));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Converter> prepare(Component component, HostConversion conversion) {
    return WORLD.prepare(component, linker -> addTo(linker, conversion));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Converter> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostConversion> conversion) {
    return WORLD.prepare(component, linker -> addPerStore(linker, conversion));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Converter> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostConversion conversion) {
    HostConversion.addTo(linker, conversion);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param conversion what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostConversion> conversion) {
    HostConversion.addPerStore(linker, conversion);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Converter bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:renamed-uses/conversion}. */
  public Conversion conversion() {
    return conversion;
  }
}
