package golden.same_names;

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
import golden.same_names.other.HostOther;
import golden.same_names.other.OtherFunctions;
import golden.same_names.other.abi.CodecOfOther;
import golden.same_names.same.HostSame;
import golden.same_names.same.SameFunctions;
import golden.same_names.same.abi.CodecOfSame;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code golden}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:same-names golden")
@NullMarked
public final class Golden extends GuestWorld {
  private static final WorldType<Golden> WORLD = WorldType.of(
      Golden::new,
      ExportTypes.builder("Golden", "same-names-everywhere.wit")
          .func("golden:same-names/same", "same-again", CodecOfSame.SAME_AGAIN)
          .func("golden:same-names/same", "other-again", CodecOfSame.OTHER_AGAIN)
          .func("golden:same-names/other", "same-again", CodecOfOther.SAME_AGAIN)
          .build());

  private final SameFunctions same;
  private final OtherFunctions other;

  private Golden(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.same = SameFunctions.of(exports);
    this.other = OtherFunctions.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Golden instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Golden instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Golden> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Golden> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Golden> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostSame.addTo(linker, imports.same());
    HostOther.addTo(linker, imports.other());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostSame.addPerStore(linker, config -> imports.apply(config).same());
    HostOther.addPerStore(linker, config -> imports.apply(config).other());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Golden bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:same-names/same}. */
  public SameFunctions same() {
    return same;
  }

  /** {@code golden:same-names/other}. */
  public OtherFunctions other() {
    return other;
  }

  /** What {@code golden:same-names golden} needs of its host. */
  public interface Imports {
    /** {@code golden:same-names/same}. */
    HostSame same();

    /** {@code golden:same-names/other}. */
    HostOther other();

    /** Imports that are given one by one. */
    static Imports of(HostSame same, HostOther other) {
      record Given(HostSame same, HostOther other) implements Imports {}
      return new Given(same, other);
    }
  }
}
