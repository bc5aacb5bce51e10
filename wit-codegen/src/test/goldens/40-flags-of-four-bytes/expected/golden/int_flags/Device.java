package golden.int_flags;

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
import golden.int_flags.registers.HostRegisters;
import golden.int_flags.registers.Registers;
import golden.int_flags.registers.abi.CodecOfRegisters;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * World {@code device}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world golden:int-flags device")
@NullMarked
public final class Device extends GuestWorld {
  private static final WorldType<Device> WORLD = WorldType.of(
      Device::new,
      ExportTypes.builder("Device", "flags-of-four-bytes.wit")
          .func("golden:int-flags/registers", "next", CodecOfRegisters.NEXT)
          .func("golden:int-flags/registers", "all", CodecOfRegisters.ALL)
          .build());

  private final Registers registers;

  private Device(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.registers = Registers.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Device instantiate(Component component, HostRegisters registers) {
    return instantiate(component, StoreConfig.defaults(), registers);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Device instantiate(Component component, StoreConfig config,
      HostRegisters registers) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, registers));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Device> prepare(Component component, HostRegisters registers) {
    return WORLD.prepare(component, linker -> addTo(linker, registers));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Device> preparePerStore(Component component,
      Function<StoreConfig, ? extends HostRegisters> registers) {
    return WORLD.prepare(component, linker -> addPerStore(linker, registers));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Device> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, HostRegisters registers) {
    HostRegisters.addTo(linker, registers);
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param registers what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostRegisters> registers) {
    HostRegisters.addPerStore(linker, registers);
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Device bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code golden:int-flags/registers}. */
  public Registers registers() {
    return registers;
  }
}
