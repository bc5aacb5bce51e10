package golden.nested_variants;

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
import golden.nested_variants.expressions.Expressions;
import golden.nested_variants.expressions.HostExpressions;
import golden.nested_variants.expressions.abi.CodecOfExpressions;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code calculator}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:nested-variants calculator")
@NullMarked
public final class Calculator extends GuestWorld {
  private static final WorldType<Calculator> WORLD = WorldType.of(
      Calculator::new,
      ExportTypes.builder("Calculator", "variant-in-variant.wit")
          .func("golden:nested-variants/expressions", "fold", CodecOfExpressions.FOLD)
          .build());

  private final Expressions expressions;

  private Calculator(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.expressions = Expressions.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calculator instantiate(Component component, HostExpressions expressions) {
    return instantiate(component, StoreConfig.defaults(), expressions);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calculator instantiate(Component component, StoreConfig config,
      HostExpressions expressions) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, expressions));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calculator> prepare(Component component, HostExpressions expressions) {
    return WORLD.prepare(component, linker -> addTo(linker, expressions));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calculator> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostExpressions> expressions) {
    return WORLD.prepare(component, linker -> addPerStore(linker, expressions));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calculator> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostExpressions expressions) {
    HostExpressions.addTo(linker, expressions);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param expressions what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostExpressions> expressions) {
    HostExpressions.addPerStore(linker, expressions);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calculator bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:nested-variants/expressions}. */
  public Expressions expressions() {
    return expressions;
  }
}
