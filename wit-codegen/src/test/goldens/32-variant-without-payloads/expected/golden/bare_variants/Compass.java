package golden.bare_variants;

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
import golden.bare_variants.moves.HostMoves;
import golden.bare_variants.moves.Moves;
import golden.bare_variants.moves.abi.CodecOfMoves;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code compass}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:bare-variants compass")
@NullMarked
public final class Compass extends GuestWorld {
  private static final WorldType<Compass> WORLD = WorldType.of(
      Compass::new,
      ExportTypes.builder("Compass", "variant-without-payloads.wit")
          .func("golden:bare-variants/moves", "turn", CodecOfMoves.TURN)
          .func("golden:bare-variants/moves", "stay", CodecOfMoves.STAY)
          .build());

  private final Moves moves;

  private Compass(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.moves = Moves.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Compass instantiate(Component component, HostMoves moves) {
    return instantiate(component, StoreConfig.defaults(), moves);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Compass instantiate(Component component, StoreConfig config, HostMoves moves) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, moves));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Compass> prepare(Component component, HostMoves moves) {
    return WORLD.prepare(component, linker -> addTo(linker, moves));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Compass> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostMoves> moves) {
    return WORLD.prepare(component, linker -> addPerStore(linker, moves));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Compass> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostMoves moves) {
    HostMoves.addTo(linker, moves);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param moves what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostMoves> moves) {
    HostMoves.addPerStore(linker, moves);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Compass bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:bare-variants/moves}. */
  public Moves moves() {
    return moves;
  }
}
