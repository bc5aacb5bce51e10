package golden.thrown_errors;

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
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.thrown_errors.abi.CodecOfShop;
import golden.thrown_errors.tills.HostTills;
import golden.thrown_errors.tills.Tills;
import golden.thrown_errors.tills.abi.CodecOfTills;
import golden.thrown_errors.types.DeclinedException;
import golden.thrown_errors.types.abi.CodecOfTypes;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code shop}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:thrown-errors shop")
@NullMarked
public final class Shop extends GuestWorld {
  private static final WorldType<Shop> WORLD = WorldType.of(
      Shop::new,
      ExportTypes.builder("Shop", "errors-thrown.wit")
          .func("", "refund", CodecOfShop.REFUND)
          .func("golden:thrown-errors/tills", "pay", CodecOfTills.PAY)
          .func("golden:thrown-errors/tills", "open", CodecOfTills.OPEN)
          .func("golden:thrown-errors/tills", "count", CodecOfTills.COUNT)
          .func("golden:thrown-errors/tills", "weigh", CodecOfTills.WEIGH)
          .func("golden:thrown-errors/tills", "compare", CodecOfTills.COMPARE)
          .func("golden:thrown-errors/tills", "lock", CodecOfTills.LOCK)
          .func("golden:thrown-errors/tills", "unlock", CodecOfTills.UNLOCK)
          .func("golden:thrown-errors/tills", "later", CodecOfTills.LATER)
          .func("golden:thrown-errors/tills", "[constructor]till", CodecOfTills.NEW_TILL)
          .func("golden:thrown-errors/tills", "[method]till.take", CodecOfTills.TILL_TAKE)
          .func("golden:thrown-errors/tills", "[static]till.find", CodecOfTills.TILL_FIND)
          .func("golden:thrown-errors/tills", "[method]till.give", CodecOfTills.TILL_GIVE)
          .build());

  private final Func refund;
  private final Tills tills;

  private Shop(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.refund = exports.func(0);
    this.tills = Tills.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shop instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shop instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Shop> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Shop> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Shop> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
    HostTills.addTo(linker, imports.tills());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
    HostTills.addPerStore(linker, config -> imports.apply(config).tills());
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "refund",
        CodecOfShop.REFUND,
        (arguments, result) -> {
          try {
            var returned = imports.apply(arguments.config()).refund(arguments.getLong(0));
            result.putBool(0, false);
            result.putLong(8, returned);
          } catch (DeclinedException e) {
            result.putBool(0, true);
            CodecOfTypes.storeDeclined(result, 8, e.error());
          }
        });
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Shop bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /**
   * {@code refund}.
   *
   * @param cents unsigned
   * @return unsigned
   */
  public long refund(long cents) throws DeclinedException {
    try (Call call = this.refund.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putLong(0, cents);
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new DeclinedException(CodecOfTypes.loadDeclined(result, 8));
      }
      return result.getLong(8);
    }
  }

  /** {@code golden:thrown-errors/tills}. */
  public Tills tills() {
    return tills;
  }

  /** What {@code golden:thrown-errors shop} needs of its host. */
  public interface Imports {
    /**
     * {@code refund}.
     *
     * @param cents unsigned
     * @return unsigned
     */
    long refund(long cents) throws DeclinedException;

    /** {@code golden:thrown-errors/tills}. */
    HostTills tills();
  }
}
