package very_long_name_space.and_a_long_package;

import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Generated;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.AnInterfaceWithALongName;
import very_long_name_space.and_a_long_package.an_interface_with_a_long_name.abi.CodecOfAnInterfaceWithALongName;

/**
 * World {@code a-world-with-a-long-name}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world very-long-name-space:and-a-long-package@1.2.3-alpha.4 a-world-with-a-long-name")
@NullMarked
public final class AWorldWithALongName implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "AWorldWithALongName", "package-with-long-name.wit")
      .func(
          "very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4",
          "a-function-with-a-long-name",
          CodecOfAnInterfaceWithALongName.A_FUNCTION_WITH_A_LONG_NAME)
      .build();

  private final @Nullable Store ownStore;
  private final AnInterfaceWithALongName anInterfaceWithALongName;

  private AWorldWithALongName(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.anInterfaceWithALongName = AnInterfaceWithALongName.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static AWorldWithALongName instantiate(Component component,
      very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName anInterfaceWithALongName) {
    return instantiate(component, StoreConfig.defaults(), anInterfaceWithALongName);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static AWorldWithALongName instantiate(Component component, StoreConfig config,
      very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName anInterfaceWithALongName) {
    try (Prepared prepared = prepare(component, anInterfaceWithALongName)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component,
      very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName anInterfaceWithALongName) {
    var linker = new Linker(component.engine());
    addTo(linker, anInterfaceWithALongName);
    return prepare(component, linker);
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own. They are
   * asked for by the configuration of the store, maybe at each call of its guest and by the threads
   * of all stores: of one configuration they must always be the same.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared preparePerStore(Component component,
      Function<StoreConfig, ? extends very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName> anInterfaceWithALongName) {
    var linker = new Linker(component.engine());
    addPerStore(linker, anInterfaceWithALongName);
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker,
      very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName anInterfaceWithALongName) {
    very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName.addTo(
        linker, anInterfaceWithALongName);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param anInterfaceWithALongName what guests call, by the configuration of their store: asked
   *     for maybe at each call, by the threads of all stores, and always the same of one
   *     configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName> anInterfaceWithALongName) {
    very_long_name_space.and_a_long_package.imports.an_interface_with_a_long_name.AnInterfaceWithALongName.addPerStore(
        linker, anInterfaceWithALongName);
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static AWorldWithALongName bind(Instance instance) {
    return new AWorldWithALongName(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /**
   * {@code very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4}.
   */
  public AnInterfaceWithALongName anInterfaceWithALongName() {
    return anInterfaceWithALongName;
  }

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }

  /**
   * A component that is linked: instantiating it takes microseconds. Thread-safe; instances go on
   * working after it is closed.
   */
  public static final class Prepared implements AutoCloseable {
    private final Component component;
    private final ExportTypes.Bound exports;
    private final InstancePre linked;

    private Prepared(Component component, ExportTypes.Bound exports, InstancePre linked) {
      this.component = component;
      this.exports = exports;
      this.linked = linked;
    }

    /** Makes an instance in a store of its own, which grants nothing. */
    public AWorldWithALongName instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public AWorldWithALongName instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new AWorldWithALongName(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public AWorldWithALongName instantiate(Store store) {
      return new AWorldWithALongName(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }
}
