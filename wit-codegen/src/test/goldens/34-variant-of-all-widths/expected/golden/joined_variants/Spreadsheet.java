package golden.joined_variants;

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
import golden.joined_variants.cells.Cells;
import golden.joined_variants.cells.HostCells;
import golden.joined_variants.cells.abi.CodecOfCells;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code spreadsheet}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:joined-variants spreadsheet")
@NullMarked
public final class Spreadsheet extends GuestWorld {
  private static final WorldType<Spreadsheet> WORLD = WorldType.of(
      Spreadsheet::new,
      ExportTypes.builder("Spreadsheet", "variant-of-all-widths.wit")
          .func("golden:joined-variants/cells", "copy", CodecOfCells.COPY)
          .func("golden:joined-variants/cells", "row", CodecOfCells.ROW)
          .func("golden:joined-variants/cells", "either", CodecOfCells.EITHER)
          .build());

  private final Cells cells;

  private Spreadsheet(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.cells = Cells.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Spreadsheet instantiate(Component component, HostCells cells) {
    return instantiate(component, StoreConfig.defaults(), cells);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Spreadsheet instantiate(Component component, StoreConfig config, HostCells cells) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, cells));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Spreadsheet> prepare(Component component, HostCells cells) {
    return WORLD.prepare(component, linker -> addTo(linker, cells));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Spreadsheet> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostCells> cells) {
    return WORLD.prepare(component, linker -> addPerStore(linker, cells));
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
  public static void addTo(Linker linker, HostCells cells) {
    HostCells.addTo(linker, cells);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param cells what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostCells> cells) {
    HostCells.addPerStore(linker, cells);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Spreadsheet bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:joined-variants/cells}. */
  public Cells cells() {
    return cells;
  }
}
