package golden.instances;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
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
import golden.instances.abi.CodecOfHolder;
import golden.instances.instance.HostInstance;
import golden.instances.instance.Instance;
import golden.instances.instance.abi.CodecOfInstance;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The only interface that is given, where a variable has its name.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:instances holder")
@NullMarked
public final class Holder extends GuestWorld {
  private static final WorldType<Holder> WORLD = WorldType.of(
      Holder::new,
      ExportTypes.builder("Holder", "import-named-instance.wit")
          .func("", "spend", CodecOfHolder.SPEND)
          .func("golden:instances/instance", "run", CodecOfInstance.RUN)
          .build());

  private final Func spend;
  private final Instance instance;

  private Holder(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.spend = exports.func(0);
    this.instance = Instance.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Holder instantiate(Component component, HostInstance instance_) {
    return instantiate(component, StoreConfig.defaults(), instance_);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Holder instantiate(Component component, StoreConfig config,
      HostInstance instance_) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, instance_));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Holder> prepare(Component component, HostInstance instance_) {
    return WORLD.prepare(component, linker -> addTo(linker, instance_));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Holder> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostInstance> instance_) {
    return WORLD.prepare(component, linker -> addPerStore(linker, instance_));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Holder> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostInstance instance_) {
    addRoot(linker);
    HostInstance.addTo(linker, instance_);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param instance_ what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostInstance> instance_) {
    addRoot(linker);
    HostInstance.addPerStore(linker, instance_);
  }

  private static void addRoot(Linker linker) {
    LinkerInstance instance = linker.root();
    instance.resource("token", CodecOfHolder.TOKEN);
    instance.funcOverImages(
        "[method]token.value",
        CodecOfHolder.TOKEN_VALUE,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, CodecOfHolder.TOKEN).value(arguments.getInt(4))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Holder bind(dev.switchblade.Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code spend}. */
  public void spend(Token token) {
    Objects.requireNonNull(token, "token");
    try (Call call = this.spend.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBorrow(0, CodecOfHolder.TOKEN, token);
      call.invoke();
    }
  }

  /** {@code golden:instances/instance}. */
  public Instance instance() {
    return instance;
  }
}
