package golden.includes;

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
import dev.switchblade.ListVisitor;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import golden.includes.abi.CodecOfGame;
import golden.includes.clock.Clock;
import golden.includes.clock.abi.CodecOfClock;
import golden.includes.dice.Dice;
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
public final class Game implements AutoCloseable {
  private static final ExportTypes EXPORTS = ExportTypes.builder("Game", "include.wit")
      .func("", "shuffle", CodecOfGame.SHUFFLE)
      .func("golden:includes/dice", "roll", CodecOfDice.ROLL)
      .func("golden:includes/clock", "now", CodecOfClock.NOW)
      .build();

  private final @Nullable Store ownStore;
  private final Func shuffle;
  private final Dice dice;
  private final Clock clock;

  private Game(Exports exports, @Nullable Store ownStore) {
    this.ownStore = ownStore;
    this.shuffle = exports.func(0);
    this.dice = Dice.of(exports);
    this.clock = Clock.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Game instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Game instantiate(Component component, StoreConfig config, Imports imports) {
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
    golden.includes.imports.clock.Clock.addTo(linker, imports.clock());
    golden.includes.imports.dice.Dice.addTo(linker, imports.dice());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
    golden.includes.imports.clock.Clock.addPerStore(
        linker, config -> imports.apply(config).clock());
    golden.includes.imports.dice.Dice.addPerStore(linker, config -> imports.apply(config).dice());
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
   * An instance that was made by hand. Closing what is returned does nothing.
   *
   * @throws LinkException if the component imports something else than this, or exports other
   *     types; the message lists all of it
   */
  public static Game bind(Instance instance) {
    return new Game(EXPORTS.bind(instance.component()).of(instance), null);
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
    public Game instantiate() {
      return instantiate(StoreConfig.defaults());
    }

    /** Makes an instance in a store of its own. */
    public Game instantiate(StoreConfig config) {
      var store = new Store(component.engine(), config);
      try {
        return new Game(exports.of(linked.instantiate(store)), store);
      } catch (Throwable e) {
        store.close();
        throw e;
      }
    }

    /** Makes an instance in a store that stays the caller's. */
    public Game instantiate(Store store) {
      return new Game(exports.of(linked.instantiate(store)), null);
    }

    /** Releases it. */
    @Override
    public void close() {
      linked.close();
    }
  }

  /** What {@code golden:includes game} needs of its host. */
  public interface Imports {
    /** {@code shuffle}. */
    byte[] shuffle(byte[] cards);

    /** {@code golden:includes/clock}. */
    golden.includes.imports.clock.Clock clock();

    /** {@code golden:includes/dice}. */
    golden.includes.imports.dice.Dice dice();
  }
}
