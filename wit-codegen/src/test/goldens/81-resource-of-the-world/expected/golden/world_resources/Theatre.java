package golden.world_resources;

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
public final class Theatre extends GuestWorld {
  private static final WorldType<Theatre> WORLD = WorldType.of(
      Theatre::new,
      ExportTypes.builder("Theatre", "resource-of-the-world.wit")
          .func("", "check", CodecOfTheatre.CHECK)
          .func("", "exchange", CodecOfTheatre.EXCHANGE)
          .build());

  private final Func check;
  private final Func exchange;

  private Theatre(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.check = exports.func(0);
    this.exchange = exports.func(1);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Theatre instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Theatre instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Theatre> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Theatre> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Theatre> prepare(Component component, Linker linker) {
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
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Theatre bind(Instance instance) {
    return WORLD.bind(instance);
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
