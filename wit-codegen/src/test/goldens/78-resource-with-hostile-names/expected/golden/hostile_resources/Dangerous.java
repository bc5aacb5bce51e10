package golden.hostile_resources;

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
import golden.hostile_resources.hostile.HostHostile;
import golden.hostile_resources.hostile.Hostile;
import golden.hostile_resources.hostile.abi.CodecOfHostile;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code dangerous}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:hostile-resources dangerous")
@NullMarked
public final class Dangerous extends GuestWorld {
  private static final WorldType<Dangerous> WORLD = WorldType.of(
      Dangerous::new,
      ExportTypes.builder("Dangerous", "resource-with-hostile-names.wit")
          .func(
              "golden:hostile-resources/hostile", "[constructor]handle", CodecOfHostile.NEW_HANDLE)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.close",
              CodecOfHostile.HANDLE_CLOSE)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.get-class",
              CodecOfHostile.HANDLE_GET_CLASS)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.hash-code",
              CodecOfHostile.HANDLE_HASH_CODE)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.to-string",
              CodecOfHostile.HANDLE_TO_STRING)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.equals",
              CodecOfHostile.HANDLE_EQUALS)
          .func(
              "golden:hostile-resources/hostile", "[method]handle.wait", CodecOfHostile.HANDLE_WAIT)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.notify",
              CodecOfHostile.HANDLE_NOTIFY)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.clone",
              CodecOfHostile.HANDLE_CLONE)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.finalize",
              CodecOfHostile.HANDLE_FINALIZE)
          .func(
              "golden:hostile-resources/hostile",
              "[method]handle.resource",
              CodecOfHostile.HANDLE_RESOURCE)
          .func("golden:hostile-resources/hostile", "[method]handle.own", CodecOfHostile.HANDLE_OWN)
          .func(
              "golden:hostile-resources/hostile", "[static]handle.drop", CodecOfHostile.HANDLE_DROP)
          .func("golden:hostile-resources/hostile", "[static]handle.new", CodecOfHostile.HANDLE_NEW)
          .func(
              "golden:hostile-resources/hostile",
              "[static]handle.new-handle",
              CodecOfHostile.HANDLE_NEW_HANDLE)
          .func(
              "golden:hostile-resources/hostile", "[constructor]object", CodecOfHostile.NEW_OBJECT)
          .func(
              "golden:hostile-resources/hostile", "[method]object.text", CodecOfHostile.OBJECT_TEXT)
          .func(
              "golden:hostile-resources/hostile",
              "[constructor]resource",
              CodecOfHostile.NEW_RESOURCE)
          .func("golden:hostile-resources/hostile", "new-object", CodecOfHostile.NEW_OBJECT_)
          .func("golden:hostile-resources/hostile", "handle-close", CodecOfHostile.HANDLE_CLOSE_)
          .build());

  private final Hostile hostile;

  private Dangerous(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.hostile = Hostile.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Dangerous instantiate(Component component, HostHostile hostile) {
    return instantiate(component, StoreConfig.defaults(), hostile);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Dangerous instantiate(Component component, StoreConfig config,
      HostHostile hostile) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, hostile));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Dangerous> prepare(Component component, HostHostile hostile) {
    return WORLD.prepare(component, linker -> addTo(linker, hostile));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Dangerous> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostHostile> hostile) {
    return WORLD.prepare(component, linker -> addPerStore(linker, hostile));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Dangerous> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostHostile hostile) {
    HostHostile.addTo(linker, hostile);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param hostile what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostHostile> hostile) {
    HostHostile.addPerStore(linker, hostile);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Dangerous bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:hostile-resources/hostile}. */
  public Hostile hostile() {
    return hostile;
  }
}
