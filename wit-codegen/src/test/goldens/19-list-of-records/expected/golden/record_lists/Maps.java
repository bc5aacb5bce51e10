package golden.record_lists;

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
import golden.record_lists.tracks.HostTracks;
import golden.record_lists.tracks.Tracks;
import golden.record_lists.tracks.abi.CodecOfTracks;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code maps}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:record-lists maps")
@NullMarked
public final class Maps extends GuestWorld {
  private static final WorldType<Maps> WORLD = WorldType.of(
      Maps::new,
      ExportTypes.builder("Maps", "list-of-records.wit")
          .func("golden:record-lists/tracks", "simplify", CodecOfTracks.SIMPLIFY)
          .build());

  private final Tracks tracks;

  private Maps(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.tracks = Tracks.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Maps instantiate(Component component, HostTracks tracks) {
    return instantiate(component, StoreConfig.defaults(), tracks);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Maps instantiate(Component component, StoreConfig config, HostTracks tracks) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, tracks));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Maps> prepare(Component component, HostTracks tracks) {
    return WORLD.prepare(component, linker -> addTo(linker, tracks));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Maps> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostTracks> tracks) {
    return WORLD.prepare(component, linker -> addPerStore(linker, tracks));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Maps> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostTracks tracks) {
    HostTracks.addTo(linker, tracks);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param tracks what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTracks> tracks) {
    HostTracks.addPerStore(linker, tracks);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Maps bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:record-lists/tracks}. */
  public Tracks tracks() {
    return tracks;
  }
}
