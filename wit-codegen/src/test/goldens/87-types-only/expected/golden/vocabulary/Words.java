package golden.vocabulary;

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
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code words}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:vocabulary words")
@NullMarked
public final class Words extends GuestWorld {
  private static final WorldType<Words> WORLD = WorldType.of(
      Words::new,
      ExportTypes.builder("Words", "types-only.wit")
          .build());

  private Words(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Words instantiate(Component component) {
    return instantiate(component, StoreConfig.defaults());
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Words instantiate(Component component, StoreConfig config) {
    return WORLD.instantiate(component, config, _ -> {});
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Words> prepare(Component component) {
    return WORLD.prepare(component, _ -> {});
  }

  /**
   * Links a component with what is in a linker, which needs nothing in it.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Words> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Words bind(Instance instance) {
    return WORLD.bind(instance);
  }
}
