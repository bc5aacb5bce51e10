package golden.exports_only;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestWorld;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Prepared;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WorldType;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ExportTypes;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.exports_only.abi.CodecOfLibrary;
import golden.exports_only.parser.Parser;
import golden.exports_only.parser.abi.CodecOfParser;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code library}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:exports-only library")
@NullMarked
public final class Library extends GuestWorld {
  private static final WorldType<Library> WORLD = WorldType.of(
      Library::new,
      ExportTypes.builder("Library", "exports-only.wit")
          .func("", "version", CodecOfLibrary.VERSION)
          .func("golden:exports-only/parser", "tokens", CodecOfParser.TOKENS)
          .build());

  private final Func version;
  private final Parser parser;

  private Library(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.version = exports.func(0);
    this.parser = Parser.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library instantiate(Component component) {
    return instantiate(component, StoreConfig.defaults());
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library instantiate(Component component, StoreConfig config) {
    return WORLD.instantiate(component, config, _ -> {});
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Library> prepare(Component component) {
    return WORLD.prepare(component, _ -> {});
  }

  /**
   * Links a component with what is in a linker, which needs nothing in it.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Library> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Library bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code version}. */
  public String version() {
    try (Call call = this.version.begin()) {
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code golden:exports-only/parser}. */
  public Parser parser() {
    return parser;
  }
}
