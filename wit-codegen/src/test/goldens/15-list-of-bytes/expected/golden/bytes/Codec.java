package golden.bytes;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.ListVisitor;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.bytes.abi.CodecOfCodec;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code codec}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:bytes codec")
@NullMarked
public final class Codec extends GuestWorld {
  private static final WorldType<Codec> WORLD = WorldType.of(
      Codec::new,
      ExportTypes.builder("Codec", "list-of-bytes.wit")
          .func("", "compress", CodecOfCodec.COMPRESS)
          .build());

  private final Func compress;

  private Codec(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.compress = exports.func(0);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Codec instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Codec instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Codec> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Codec> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Codec> prepare(Component component, Linker linker) {
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
        "compress",
        CodecOfCodec.COMPRESS,
        (arguments, result) -> result.putBytes(
            0, imports.apply(arguments.config()).compress(arguments.getBytes(0))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Codec bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code compress}. */
  public byte[] compress(byte[] plain) {
    Objects.requireNonNull(plain, "plain");
    try (Call call = this.compress.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, plain);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #compress}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param plain 1 byte per element; must stay as it is until this method returns
   * @param visitor sees the result: 1 byte per element
   */
  public void compressInPlace(MemorySegment plain, ListVisitor visitor) {
    Objects.requireNonNull(plain, "plain");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.compress.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, plain, 1);
      call.invokeInPlace(visitor);
    }
  }

  /** What {@code golden:bytes codec} needs of its host. */
  public interface Imports {
    /** {@code compress}. */
    byte[] compress(byte[] plain);
  }
}
