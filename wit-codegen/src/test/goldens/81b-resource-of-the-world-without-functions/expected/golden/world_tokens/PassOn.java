package golden.world_tokens;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.world_tokens.abi.CodecOfPassOn;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The host has nothing to do for such a resource but to be handed it.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:world-tokens pass-on")
@NullMarked
public final class PassOn extends GuestWorld {
  private static final WorldType<PassOn> WORLD = WorldType.of(
      PassOn::new,
      ExportTypes.builder("PassOn", "resource-of-the-world-without-functions.wit")
          .func("", "keep", CodecOfPassOn.KEEP)
          .func("", "swap", CodecOfPassOn.SWAP)
          .build());

  private final Func keep;
  private final Func swap;

  private PassOn(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.keep = exports.func(0);
    this.swap = exports.func(1);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static PassOn instantiate(Component component) {
    return instantiate(component, StoreConfig.defaults());
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static PassOn instantiate(Component component, StoreConfig config) {
    return WORLD.instantiate(component, config, linker -> addTo(linker));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<PassOn> prepare(Component component) {
    return WORLD.prepare(component, linker -> addTo(linker));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<PassOn> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker) {
    LinkerInstance instance = linker.root();
    instance.resource("token", CodecOfPassOn.TOKEN);
    instance.resource("other-token", CodecOfPassOn.OTHER_TOKEN);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static PassOn bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code keep}. */
  public void keep(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.keep.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOwn(0, CodecOfPassOn.TOKEN, token);
      call.invoke();
    }
  }

  /** {@code swap}. */
  public OtherToken swap(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.swap.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOwn(0, CodecOfPassOn.TOKEN, token);
      call.invoke();
      return call.result().getOwn(0, CodecOfPassOn.OTHER_TOKEN);
    }
  }
}
