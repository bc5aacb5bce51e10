package golden.nested_records;

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
import golden.nested_records.people.HostPeople;
import golden.nested_records.people.People;
import golden.nested_records.people.abi.CodecOfPeople;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code registry}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:nested-records registry")
@NullMarked
public final class Registry extends GuestWorld {
  private static final WorldType<Registry> WORLD = WorldType.of(
      Registry::new,
      ExportTypes.builder("Registry", "record-nested.wit")
          .func("golden:nested-records/people", "oldest", CodecOfPeople.OLDEST)
          .func("golden:nested-records/people", "found", CodecOfPeople.FOUND)
          .build());

  private final People people;

  private Registry(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.people = People.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Registry instantiate(Component component, HostPeople people) {
    return instantiate(component, StoreConfig.defaults(), people);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Registry instantiate(Component component, StoreConfig config, HostPeople people) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, people));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Registry> prepare(Component component, HostPeople people) {
    return WORLD.prepare(component, linker -> addTo(linker, people));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Registry> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostPeople> people) {
    return WORLD.prepare(component, linker -> addPerStore(linker, people));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Registry> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostPeople people) {
    HostPeople.addTo(linker, people);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param people what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPeople> people) {
    HostPeople.addPerStore(linker, people);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Registry bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:nested-records/people}. */
  public People people() {
    return people;
  }
}
