package golden.bool_lists;

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
import golden.bool_lists.answers.Answers;
import golden.bool_lists.answers.HostAnswers;
import golden.bool_lists.answers.abi.CodecOfAnswers;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code exam}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:bool-lists exam")
@NullMarked
public final class Exam extends GuestWorld {
  private static final WorldType<Exam> WORLD = WorldType.of(
      Exam::new,
      ExportTypes.builder("Exam", "lists-of-bools-and-chars.wit")
          .func("golden:bool-lists/answers", "invert", CodecOfAnswers.INVERT)
          .func("golden:bool-lists/answers", "spell", CodecOfAnswers.SPELL)
          .build());

  private final Answers answers;

  private Exam(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.answers = Answers.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Exam instantiate(Component component, HostAnswers answers) {
    return instantiate(component, StoreConfig.defaults(), answers);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Exam instantiate(Component component, StoreConfig config, HostAnswers answers) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, answers));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Exam> prepare(Component component, HostAnswers answers) {
    return WORLD.prepare(component, linker -> addTo(linker, answers));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Exam> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostAnswers> answers) {
    return WORLD.prepare(component, linker -> addPerStore(linker, answers));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Exam> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostAnswers answers) {
    HostAnswers.addTo(linker, answers);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param answers what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAnswers> answers) {
    HostAnswers.addPerStore(linker, answers);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Exam bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:bool-lists/answers}. */
  public Answers answers() {
    return answers;
  }
}
