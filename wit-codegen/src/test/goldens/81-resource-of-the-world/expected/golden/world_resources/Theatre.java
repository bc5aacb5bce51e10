package golden.world_resources;

import dev.switchblade.Call;
import dev.switchblade.Component;
import dev.switchblade.ExportTypes;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.world_resources.abi.CodecOfTheatre;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the world itself is the host's.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:world-resources theatre")
@NullMarked
public final class Theatre implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder(
      "Theatre", "resource-of-the-world.wit")
      .func("", "check", CodecOfTheatre.CHECK)
      .func("", "exchange", CodecOfTheatre.EXCHANGE)
      .build();

  private final @Nullable Store ownStore;
  private final Func check;
  private final Func exchange;

  private Theatre(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.check = exports.func(0);
    this.exchange = exports.func(1);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Theatre instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Theatre instantiate(Component component, StoreConfig config, Imports imports) {
    try (Prepared prepared = prepare(component, imports)) {
      return prepared.instantiate(config);
    }
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Imports imports) {
    var linker = new Linker(component.engine());
    addTo(linker, imports);
    return prepare(component, linker);
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own. They are
   * asked for by the configuration of the store, maybe at each call of its guest and by the threads
   * of all stores: of one configuration they must always be the same.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    var linker = new Linker(component.engine());
    addPerStore(linker, imports);
    return prepare(component, linker);
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Prepared prepare(Component component, Linker linker) {
    return new Prepared(component, EXPORTS.bind(component), linker.instantiatePre(component));
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
    instance.resource("ticket", CodecOfTheatre.TICKET);
    instance.funcOverImages(
        "check",
        CodecOfTheatre.CHECK,
        (arguments, result) -> result.putBool(
            0,
            imports.apply(arguments.config()).check(
                arguments.getBorrow(0, CodecOfTheatre.TICKET))));
    instance.funcOverImages(
        "exchange",
        CodecOfTheatre.EXCHANGE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfTheatre.TICKET,
            imports.apply(arguments.config()).exchange(
                arguments.getOwn(0, CodecOfTheatre.TICKET))));
    instance.funcOverImages(
        "[constructor]ticket",
        CodecOfTheatre.NEW_TICKET,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfTheatre.TICKET,
            imports.apply(arguments.config()).newTicket(arguments.getInt(0))));
    instance.funcOverImages(
        "[method]ticket.seat",
        CodecOfTheatre.TICKET_SEAT,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, CodecOfTheatre.TICKET).seat()));
  }

  /**
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Theatre bind(Instance instance) {
    return new Theatre(EXPORTS.bind(instance.component()).of(instance), null);
  }

  /** {@code check}. */
  public boolean check(Ticket ticket) {
    Objects.requireNonNull(ticket, "ticket");
    try (Call call = this.check.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBorrow(0, CodecOfTheatre.TICKET, ticket);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code exchange}. */
  public Ticket exchange(Ticket ticket) {
    Objects.requireNonNull(ticket, "ticket");
    try (Call call = this.exchange.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOwn(0, CodecOfTheatre.TICKET, ticket);
      call.invoke();
      return call.result().getOwn(0, CodecOfTheatre.TICKET);
    }
  }

  /** Closes the store, if it was made for this instance; a store that was given stays open. */
  @Override
  public void close() {
    if (ownStore != null) {
      ownStore.close();
    }
  }

  /**
   * A component that is linked: instantiating it takes microseconds. Thread-safe; instances go on
   * working after it is closed.
   */
  public static final class Prepared implements AutoCloseable {
    private final Component component;
    private final ExportTypes.Bound exports;
    private final InstancePre linked;

    private Prepared(Component component, ExportTypes.Bound exports, InstancePre linked) {
      this.component = component;
      this.exports = exports;
      this.linked = linked;
    }

    /** Makes an instance in a store of its own, which grants nothing. */
    public Theatre instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Theatre instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Theatre(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Theatre instantiate(Store store) {
      return new Theatre(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:world-resources theatre} needs of its host. */
  public interface Imports {
    /** {@code check}. */
    boolean check(Ticket ticket);

    /** {@code exchange}. */
    Ticket exchange(Ticket ticket);

    /**
     * {@code [constructor]ticket}.
     *
     * @param seat unsigned
     */
    Ticket newTicket(int seat);
  }
}
