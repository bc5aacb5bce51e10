package golden.variants;

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
import golden.variants.payments.HostPayments;
import golden.variants.payments.Payments;
import golden.variants.payments.abi.CodecOfPayments;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code till}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:variants till")
@NullMarked
public final class Till extends GuestWorld {
  private static final WorldType<Till> WORLD = WorldType.of(
      Till::new,
      ExportTypes.builder("Till", "variant.wit")
          .func("golden:variants/payments", "change", CodecOfPayments.CHANGE)
          .func("golden:variants/payments", "split", CodecOfPayments.SPLIT)
          .build());

  private final Payments payments;

  private Till(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.payments = Payments.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Till instantiate(Component component, HostPayments payments) {
    return instantiate(component, StoreConfig.defaults(), payments);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Till instantiate(Component component, StoreConfig config, HostPayments payments) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, payments));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Till> prepare(Component component, HostPayments payments) {
    return WORLD.prepare(component, linker -> addTo(linker, payments));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Till> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostPayments> payments) {
    return WORLD.prepare(component, linker -> addPerStore(linker, payments));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Till> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostPayments payments) {
    HostPayments.addTo(linker, payments);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param payments what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPayments> payments) {
    HostPayments.addPerStore(linker, payments);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Till bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:variants/payments}. */
  public Payments payments() {
    return payments;
  }
}
