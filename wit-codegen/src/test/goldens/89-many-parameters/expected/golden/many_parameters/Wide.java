package golden.many_parameters;

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
import golden.many_parameters.abi.CodecOfWide;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code wide}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:many-parameters wide")
@NullMarked
public final class Wide extends GuestWorld {
  private static final WorldType<Wide> WORLD = WorldType.of(
      Wide::new,
      ExportTypes.builder("Wide", "many-parameters.wit")
          .func("", "sum", CodecOfWide.SUM)
          .build());

  private final Func sum;

  private Wide(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.sum = exports.func(0);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Wide> prepare(Component component, Linker linker) {
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
    instance.funcOverImages(
        "sum",
        CodecOfWide.SUM,
        (arguments, result) -> result.putString(
            0,
            imports.apply(arguments.config()).sum(
                arguments.getU8(0),
                arguments.getShort(2),
                arguments.getInt(4),
                arguments.getLong(8),
                arguments.getFloat(16),
                arguments.getDouble(24),
                arguments.getBool(32),
                arguments.getInt(36),
                arguments.getString(40),
                arguments.getBytes(48),
                arguments.getU8(56),
                arguments.getShort(58),
                arguments.getInt(60),
                arguments.getLong(64),
                arguments.getFloat(72),
                arguments.getDouble(80),
                arguments.getBool(88),
                arguments.getInt(92),
                arguments.getString(96),
                arguments.getBytes(104))));
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Wide bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /**
   * {@code sum}.
   *
   * @param p1 0 to 255
   * @param p3 unsigned
   * @param p4 unsigned
   * @param p8 a Unicode scalar value
   * @param p11 0 to 255
   * @param p13 unsigned
   * @param p14 unsigned
   * @param p18 a Unicode scalar value
   */
  public String sum(int p1, short p2, int p3, long p4, float p5, double p6, boolean p7, int p8,
      String p9, byte[] p10, int p11, short p12, int p13, long p14, float p15, double p16,
      boolean p17, int p18, String p19, byte[] p20) {
    Objects.requireNonNull(p9, "p9");
    Objects.requireNonNull(p10, "p10");
    Objects.requireNonNull(p19, "p19");
    Objects.requireNonNull(p20, "p20");
    try (Call call = this.sum.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, p1);
      arguments.putShort(2, p2);
      arguments.putInt(4, p3);
      arguments.putLong(8, p4);
      arguments.putFloat(16, p5);
      arguments.putDouble(24, p6);
      arguments.putBool(32, p7);
      arguments.putChar(36, p8);
      arguments.putString(40, p9);
      arguments.putBytes(48, p10);
      arguments.putU8(56, p11);
      arguments.putShort(58, p12);
      arguments.putInt(60, p13);
      arguments.putLong(64, p14);
      arguments.putFloat(72, p15);
      arguments.putDouble(80, p16);
      arguments.putBool(88, p17);
      arguments.putChar(92, p18);
      arguments.putString(96, p19);
      arguments.putBytes(104, p20);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /**
   * As {@link #sum}, without arrays or objects for its lists: what is given is taken from memory,
   * see {@link ImageWriter#putSegment}.
   *
   * @param p1 0 to 255
   * @param p3 unsigned
   * @param p4 unsigned
   * @param p8 a Unicode scalar value
   * @param p10 1 byte per element; must stay as it is until this method returns
   * @param p11 0 to 255
   * @param p13 unsigned
   * @param p14 unsigned
   * @param p18 a Unicode scalar value
   * @param p20 1 byte per element; must stay as it is until this method returns
   */
  public String sumInPlace(int p1, short p2, int p3, long p4, float p5, double p6, boolean p7,
      int p8, String p9, MemorySegment p10, int p11, short p12, int p13, long p14, float p15,
      double p16, boolean p17, int p18, String p19, MemorySegment p20) {
    Objects.requireNonNull(p9, "p9");
    Objects.requireNonNull(p10, "p10");
    Objects.requireNonNull(p19, "p19");
    Objects.requireNonNull(p20, "p20");
    try (Call call = this.sum.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, p1);
      arguments.putShort(2, p2);
      arguments.putInt(4, p3);
      arguments.putLong(8, p4);
      arguments.putFloat(16, p5);
      arguments.putDouble(24, p6);
      arguments.putBool(32, p7);
      arguments.putChar(36, p8);
      arguments.putString(40, p9);
      arguments.putSegment(48, p10, 1);
      arguments.putU8(56, p11);
      arguments.putShort(58, p12);
      arguments.putInt(60, p13);
      arguments.putLong(64, p14);
      arguments.putFloat(72, p15);
      arguments.putDouble(80, p16);
      arguments.putBool(88, p17);
      arguments.putChar(92, p18);
      arguments.putString(96, p19);
      arguments.putSegment(104, p20, 1);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** What {@code golden:many-parameters wide} needs of its host. */
  public interface Imports {
    /**
     * {@code sum}.
     *
     * @param p1 0 to 255
     * @param p3 unsigned
     * @param p4 unsigned
     * @param p8 a Unicode scalar value
     * @param p11 0 to 255
     * @param p13 unsigned
     * @param p14 unsigned
     * @param p18 a Unicode scalar value
     */
    String sum(int p1, short p2, int p3, long p4, float p5, double p6, boolean p7, int p8,
        String p9, byte[] p10, int p11, short p12, int p13, long p14, float p15, double p16,
        boolean p17, int p18, String p19, byte[] p20);
  }
}
