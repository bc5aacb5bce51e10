package golden.nothing;

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
import golden.nothing.abi.CodecOfSignals;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Functions that take nothing, return nothing, or both.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:nothing signals")
@NullMarked
public final class Signals extends GuestWorld {
  private static final WorldType<Signals> WORLD = WorldType.of(
      Signals::new,
      ExportTypes.builder("Signals", "no-parameters.wit")
          .func("", "ping", CodecOfSignals.PING)
          .func("", "seed", CodecOfSignals.SEED)
          .func("", "record-sample", CodecOfSignals.RECORD_SAMPLE)
          .build());

  private final Func ping;
  private final Func seed;
  private final Func recordSample;

  private Signals(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.ping = exports.func(0);
    this.seed = exports.func(1);
    this.recordSample = exports.func(2);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Signals instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Signals instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Signals> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Signals> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Signals> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "ping",
        CodecOfSignals.PING,
        (arguments, result) -> imports.apply(arguments.config()).ping());
    instance.funcOverImages(
        "seed",
        CodecOfSignals.SEED,
        (arguments, result) -> result.putLong(0, imports.apply(arguments.config()).seed()));
    instance.funcOverImages(
        "record-sample",
        CodecOfSignals.RECORD_SAMPLE,
        (arguments, result) -> imports.apply(arguments.config()).recordSample(
            arguments.getFloat(0)));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Signals bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code ping}. */
  public void ping() {
    try (Call call = this.ping.begin()) {
      call.invoke();
    }
  }

  /**
   * {@code seed}.
   *
   * @return unsigned
   */
  public long seed() {
    try (Call call = this.seed.begin()) {
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /** {@code record-sample}. */
  public void recordSample(float value) {
    try (Call call = this.recordSample.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putFloat(0, value);
      call.invoke();
    }
  }

  /** What {@code golden:nothing signals} needs of its host. */
  public interface Imports {
    /** {@code ping}. */
    void ping();

    /**
     * {@code seed}.
     *
     * @return unsigned
     */
    long seed();

    /** {@code record-sample}. */
    void recordSample(float value);
  }
}
