package golden.includes;

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
import golden.includes.abi.CodecOfGame;
import golden.includes.clock.Clock;
import golden.includes.clock.HostClock;
import golden.includes.clock.abi.CodecOfClock;
import golden.includes.dice.Dice;
import golden.includes.dice.HostDice;
import golden.includes.dice.abi.CodecOfDice;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code game}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:includes game")
@NullMarked
public final class Game extends GuestWorld {
  private static final WorldType<Game> WORLD = WorldType.of(
      Game::new,
      ExportTypes.builder("Game", "include.wit")
          .func("", "shuffle", CodecOfGame.SHUFFLE)
          .func("golden:includes/dice", "roll", CodecOfDice.ROLL)
          .func("golden:includes/clock", "now", CodecOfClock.NOW)
          .build());

  private final Func shuffle;
  private final Dice dice;
  private final Clock clock;

  private Game(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.shuffle = exports.func(0);
    this.dice = Dice.of(exports);
    this.clock = Clock.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Game instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Game instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Game> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Game> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Game> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
    HostClock.addTo(linker, imports.clock());
    HostDice.addTo(linker, imports.dice());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
    HostClock.addPerStore(linker, config -> imports.apply(config).clock());
    HostDice.addPerStore(linker, config -> imports.apply(config).dice());
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "shuffle",
        CodecOfGame.SHUFFLE,
        (arguments, result) -> result.putBytes(
            0, imports.apply(arguments.config()).shuffle(arguments.getBytes(0))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Game bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code shuffle}. */
  public byte[] shuffle(byte[] cards) {
    Objects.requireNonNull(cards, "cards");
    try (Call call = this.shuffle.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, cards);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #shuffle}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param cards 1 byte per element; must stay as it is until this method returns
   * @param visitor sees the result: 1 byte per element
   */
  public void shuffleInPlace(MemorySegment cards, ListVisitor visitor) {
    Objects.requireNonNull(cards, "cards");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.shuffle.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, cards, 1);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code golden:includes/dice}. */
  public Dice dice() {
    return dice;
  }

  /** {@code golden:includes/clock}. */
  public Clock clock() {
    return clock;
  }

  /** What {@code golden:includes game} needs of its host. */
  public interface Imports {
    /** {@code shuffle}. */
    byte[] shuffle(byte[] cards);

    /** {@code golden:includes/clock}. */
    HostClock clock();

    /** {@code golden:includes/dice}. */
    HostDice dice();
  }
}
