package golden.alike;

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
import golden.alike.abi.CodecOfCalendar;
import golden.alike.day.Day;
import golden.alike.day.HostDay;
import golden.alike.day.abi.CodecOfDay;
import golden.alike.year.HostYear;
import golden.alike.year.Span;
import golden.alike.year.Year;
import golden.alike.year.abi.CodecOfYear;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code calendar}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:alike calendar")
@NullMarked
public final class Calendar extends GuestWorld {
  private static final WorldType<Calendar> WORLD = WorldType.of(
      Calendar::new,
      ExportTypes.builder("Calendar", "alike-types-of-two-interfaces.wit")
          .func("", "convert", CodecOfCalendar.CONVERT)
          .func("golden:alike/day", "add", CodecOfDay.ADD)
          .func("golden:alike/year", "add", CodecOfYear.ADD)
          .build());

  private final Func convert;
  private final Day day;
  private final Year year;

  private Calendar(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.convert = exports.func(0);
    this.day = Day.of(exports);
    this.year = Year.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calendar instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calendar instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calendar> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calendar> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Calendar> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    addRoot(linker, _ -> imports);
    HostDay.addTo(linker, imports.day());
    HostYear.addTo(linker, imports.year());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    addRoot(linker, imports);
    HostDay.addPerStore(linker, config -> imports.apply(config).day());
    HostYear.addPerStore(linker, config -> imports.apply(config).year());
  }

  private static void addRoot(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    LinkerInstance instance = linker.root();
    instance.funcOverImages(
        "convert",
        CodecOfCalendar.CONVERT,
        (arguments, result) -> CodecOfYear.storeSpan(
            result,
            0,
            result.requireReturned(
                imports.apply(arguments.config()).convert(CodecOfDay.loadSpan(arguments, 0)))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Calendar bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code convert}. */
  public Span convert(golden.alike.day.Span span) {
    Objects.requireNonNull(span, "span");
    try (Call call = this.convert.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfDay.storeSpan(arguments, 0, span);
      call.invoke();
      return CodecOfYear.loadSpan(call.result(), 0);
    }
  }

  /** {@code golden:alike/day}. */
  public Day day() {
    return day;
  }

  /** {@code golden:alike/year}. */
  public Year year() {
    return year;
  }

  /** What {@code golden:alike calendar} needs of its host. */
  public interface Imports {
    /** {@code convert}. */
    Span convert(golden.alike.day.Span span);

    /** {@code golden:alike/day}. */
    HostDay day();

    /** {@code golden:alike/year}. */
    HostYear year();
  }
}
