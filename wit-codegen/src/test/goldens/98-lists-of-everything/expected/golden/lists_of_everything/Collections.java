package golden.lists_of_everything;

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
import golden.lists_of_everything.lists.HostLists;
import golden.lists_of_everything.lists.Lists;
import golden.lists_of_everything.lists.abi.CodecOfLists;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code collections}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:lists-of-everything collections")
@NullMarked
public final class Collections extends GuestWorld {
  private static final WorldType<Collections> WORLD = WorldType.of(
      Collections::new,
      ExportTypes.builder("Collections", "lists-of-everything.wit")
          .func("golden:lists-of-everything/lists", "enums", CodecOfLists.ENUMS)
          .func("golden:lists-of-everything/lists", "sets", CodecOfLists.SETS)
          .func("golden:lists-of-everything/lists", "variants", CodecOfLists.VARIANTS)
          .func("golden:lists-of-everything/lists", "options", CodecOfLists.OPTIONS)
          .func("golden:lists-of-everything/lists", "results", CodecOfLists.RESULTS)
          .func("golden:lists-of-everything/lists", "tuples", CodecOfLists.TUPLES)
          .func("golden:lists-of-everything/lists", "optional-lists", CodecOfLists.OPTIONAL_LISTS)
          .build());

  private final Lists lists;

  private Collections(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.lists = Lists.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Collections instantiate(Component component, HostLists lists) {
    return instantiate(component, StoreConfig.defaults(), lists);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Collections instantiate(Component component, StoreConfig config, HostLists lists) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, lists));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Collections> prepare(Component component, HostLists lists) {
    return WORLD.prepare(component, linker -> addTo(linker, lists));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Collections> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostLists> lists) {
    return WORLD.prepare(component, linker -> addPerStore(linker, lists));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Collections> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostLists lists) {
    HostLists.addTo(linker, lists);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param lists what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostLists> lists) {
    HostLists.addPerStore(linker, lists);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Collections bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:lists-of-everything/lists}. */
  public Lists lists() {
    return lists;
  }
}
