package very_long_name_space.and_a_long_package;

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
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.AnInterfaceWithALongName;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.HostAnInterfaceWithALongName;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi.CodecOfAnInterfaceWithALongName;

/**
 * World {@code a-world-with-a-long-name}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world very-long-name-space:and-a-long-package@1.2.3-alpha.4 a-world-with-a-long-name")
@NullMarked
public final class AWorldWithALongName extends GuestWorld {
  private static final WorldType<AWorldWithALongName> WORLD = WorldType.of(
      AWorldWithALongName::new,
      ExportTypes.builder("AWorldWithALongName", "package-with-long-name.wit")
          .func(
              "very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4",
              "a-function-with-a-long-name",
              CodecOfAnInterfaceWithALongName.A_FUNCTION_WITH_A_LONG_NAME)
          .build());

  private final AnInterfaceWithALongName anInterfaceWithALongName;

  private AWorldWithALongName(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.anInterfaceWithALongName = AnInterfaceWithALongName.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static AWorldWithALongName instantiate(Component component,
      HostAnInterfaceWithALongName anInterfaceWithALongName) {
    return instantiate(component, StoreConfig.defaults(), anInterfaceWithALongName);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static AWorldWithALongName instantiate(Component component, StoreConfig config,
      HostAnInterfaceWithALongName anInterfaceWithALongName) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, anInterfaceWithALongName));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<AWorldWithALongName> prepare(Component component,
      HostAnInterfaceWithALongName anInterfaceWithALongName) {
    return WORLD.prepare(component, linker -> addTo(linker, anInterfaceWithALongName));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<AWorldWithALongName> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostAnInterfaceWithALongName> anInterfaceWithALongName) {
    return WORLD.prepare(component, linker -> addPerStore(linker, anInterfaceWithALongName));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<AWorldWithALongName> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostAnInterfaceWithALongName anInterfaceWithALongName) {
    HostAnInterfaceWithALongName.addTo(linker, anInterfaceWithALongName);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param anInterfaceWithALongName what guests call, by the configuration of their store: asked
   *     for maybe at each call, by the threads of all stores, and always the same of one
   *     configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAnInterfaceWithALongName> anInterfaceWithALongName) {
    HostAnInterfaceWithALongName.addPerStore(linker, anInterfaceWithALongName);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static AWorldWithALongName bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /**
   * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4}.
   */
  public AnInterfaceWithALongName anInterfaceWithALongName() {
    return anInterfaceWithALongName;
  }
}
