package dev.switchblade;

import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A world as generated code has it as a constant: what it exports, and the class of its instances.
 *
 * {@snippet :
 * private static final WorldType<Shop> WORLD =
 *     WorldType.of(Shop::new, ExportTypes.builder("Shop", "shop.wit").func(…).build());
 * }
 *
 * <p>Immutable.
 *
 * @param <W> the class of its instances
 */
public final class WorldType<W extends GuestWorld> {

  private final Constructor<W> constructor;
  private final ExportTypes exports;

  private WorldType(Constructor<W> constructor, ExportTypes exports) {
    this.constructor = Objects.requireNonNull(constructor, "constructor");
    this.exports = Objects.requireNonNull(exports, "exports");
  }

  /**
   * Makes one.
   *
   * @param constructor makes an object of its class
   * @param exports the functions that it exports
   * @param <W> that class
   */
  public static <W extends GuestWorld> WorldType<W> of(
      Constructor<W> constructor, ExportTypes exports) {
    return new WorldType<>(constructor, exports);
  }

  /**
   * Makes an object of the class of a world.
   *
   * @param <W> the class
   */
  @FunctionalInterface
  public interface Constructor<W extends GuestWorld> {
    /**
     * Makes it.
     *
     * @param exports the functions of the instance
     * @param ownStore the store that is closed with it; null if the store is the caller's
     */
    W make(Exports exports, @Nullable Store ownStore);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @param imports defines what the world imports
   * @throws LinkException if the component doesn't fit the world
   */
  public W instantiate(Component component, StoreConfig config, Consumer<Linker> imports) {
    try (Prepared<W> prepared = prepare(component, imports)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @param imports defines what the world imports
   * @throws LinkException if the component doesn't fit the world
   */
  public Prepared<W> prepare(Component component, Consumer<Linker> imports) {
    var linker = new Linker(component.engine());
    imports.accept(linker);
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists what is wrong
   *     with the exports and with the imports
   */
  public Prepared<W> prepare(Component component, Linker linker) {
    return prepare(component, linker, linker);
  }

  /** Links a component of any engine with what is in a linker, which is kept for the next one. */
  Prepared<W> relink(Component component, Linker linker) {
    Engine engine = component.engine();
    Linker suited = engine == linker.engine() ? linker : linker.forEngine(engine);
    return prepare(component, suited, linker);
  }

  private Prepared<W> prepare(Component component, Linker linker, Linker kept) {
    ExportTypes.Bound bound;
    try {
      bound = exports.bind(component);
    } catch (LinkException atExports) {
      throw withImports(atExports, component, linker);
    }
    return new Prepared<>(this, component, bound, linker.instantiatePre(component), kept);
  }

  /** Adds what is wrong with the imports to what is with the exports. */
  private static LinkException withImports(
      LinkException atExports, Component component, Linker linker) {
    try (InstancePre _ = linker.instantiatePre(component)) {
      return atExports;
    } catch (LinkException atImports) {
      LinkException all = LinkException.all(List.of(atExports, atImports));
      all.addSuppressed(atExports);
      all.addSuppressed(atImports);
      return all;
    } catch (RuntimeException other) {
      atExports.addSuppressed(other);
      return atExports;
    }
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if its component doesn't fit the world
   */
  public W bind(Instance instance) {
    return make(exports.bind(instance.component()).of(instance), null);
  }

  W make(Exports exports, @Nullable Store ownStore) {
    return constructor.make(exports, ownStore);
  }
}
