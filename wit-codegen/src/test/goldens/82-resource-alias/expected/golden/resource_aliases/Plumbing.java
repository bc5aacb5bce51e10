package golden.resource_aliases;

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
import golden.resource_aliases.pipes.HostPipes;
import golden.resource_aliases.pipes.Pipes;
import golden.resource_aliases.pipes.abi.CodecOfPipes;
import golden.resource_aliases.streams.HostStreams;
import golden.resource_aliases.streams.Streams;
import golden.resource_aliases.streams.abi.CodecOfStreams;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code plumbing}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:resource-aliases plumbing")
@NullMarked
public final class Plumbing extends GuestWorld {
  private static final WorldType<Plumbing> WORLD = WorldType.of(
      Plumbing::new,
      ExportTypes.builder("Plumbing", "resource-alias.wit")
          .func(
              "golden:resource-aliases/streams", "[method]stream.read", CodecOfStreams.STREAM_READ)
          .func("golden:resource-aliases/streams", "standard", CodecOfStreams.STANDARD)
          .func("golden:resource-aliases/streams", "copy", CodecOfStreams.COPY)
          .func("golden:resource-aliases/pipes", "plug", CodecOfPipes.PLUG)
          .build());

  private final Streams streams;
  private final Pipes pipes;

  private Plumbing(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.streams = Streams.of(exports);
    this.pipes = Pipes.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Plumbing instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Plumbing instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Plumbing> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Plumbing> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Plumbing> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostStreams.addTo(linker, imports.streams());
    HostPipes.addTo(linker, imports.pipes());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostStreams.addPerStore(linker, config -> imports.apply(config).streams());
    HostPipes.addPerStore(linker, config -> imports.apply(config).pipes());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Plumbing bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:resource-aliases/streams}. */
  public Streams streams() {
    return streams;
  }

  /** {@code golden:resource-aliases/pipes}. */
  public Pipes pipes() {
    return pipes;
  }

  /** What {@code golden:resource-aliases plumbing} needs of its host. */
  public interface Imports {
    /** {@code golden:resource-aliases/streams}. */
    HostStreams streams();

    /** {@code golden:resource-aliases/pipes}. */
    HostPipes pipes();

    /** Imports that are given one by one. */
    static Imports of(HostStreams streams, HostPipes pipes) {
      record Given(HostStreams streams, HostPipes pipes) implements Imports {}
      return new Given(streams, pipes);
    }
  }
}
