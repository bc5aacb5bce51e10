package golden.nested_lists;

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
import golden.nested_lists.tables.HostTables;
import golden.nested_lists.tables.Tables;
import golden.nested_lists.tables.abi.CodecOfTables;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code spreadsheet}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:nested-lists spreadsheet")
@NullMarked
public final class Spreadsheet extends GuestWorld {
  private static final WorldType<Spreadsheet> WORLD = WorldType.of(
      Spreadsheet::new,
      ExportTypes.builder("Spreadsheet", "nested-lists.wit")
          .func("golden:nested-lists/tables", "chunks", CodecOfTables.CHUNKS)
          .func("golden:nested-lists/tables", "rows", CodecOfTables.ROWS)
          .func("golden:nested-lists/tables", "layers", CodecOfTables.LAYERS)
          .build());

  private final Tables tables;

  private Spreadsheet(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.tables = Tables.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Spreadsheet instantiate(Component component, HostTables tables) {
    return instantiate(component, StoreConfig.defaults(), tables);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Spreadsheet instantiate(Component component, StoreConfig config,
      HostTables tables) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, tables));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Spreadsheet> prepare(Component component, HostTables tables) {
    return WORLD.prepare(component, linker -> addTo(linker, tables));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Spreadsheet> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostTables> tables) {
    return WORLD.prepare(component, linker -> addPerStore(linker, tables));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Spreadsheet> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostTables tables) {
    HostTables.addTo(linker, tables);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param tables what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostTables> tables) {
    HostTables.addPerStore(linker, tables);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Spreadsheet bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:nested-lists/tables}. */
  public Tables tables() {
    return tables;
  }
}
