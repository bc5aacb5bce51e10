package public_.interface_;

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
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import public_.interface_.abi_.Abi;
import public_.interface_.abi_.HostAbi;
import public_.interface_.abi_.abi.CodecOfAbi;
import public_.interface_.class_.Class;
import public_.interface_.class_.HostClass;
import public_.interface_.class_.abi.CodecOfClass;
import public_.interface_.native_.HostNative;
import public_.interface_.native_.Native;
import public_.interface_.native_.abi.CodecOfNative;

/**
 * World {@code package}.
 *
 * <p>An instance of a component, used as {@link Store} says: one call at a time.
 */
@Generated("world public:interface package")
@NullMarked
public final class Package extends GuestWorld {
  private static final WorldType<Package> WORLD = WorldType.of(
      Package::new,
      ExportTypes.builder("Package", "keywords-as-packages.wit")
          .func("public:interface/class", "static-call", CodecOfClass.STATIC_CALL)
          .func("public:interface/abi", "current", CodecOfAbi.CURRENT)
          .func("public:interface/native", "run", CodecOfNative.RUN)
          .build());

  private final Class class_;
  private final Abi abi;
  private final Native native_;

  private Package(Exports exports, @Nullable Store ownStore) {
    super(ownStore);
    this.class_ = Class.of(exports);
    this.abi = Abi.of(exports);
    this.native_ = Native.of(exports);
  }

  /**
   * Instantiates a component in a store of its own, which grants nothing.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Package instantiate(Component component, Imports imports) {
    return instantiate(component, StoreConfig.defaults(), imports);
  }

  /**
   * Instantiates a component in a store of its own.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Package instantiate(Component component, StoreConfig config, Imports imports) {
    return WORLD.instantiate(component, config, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Package> prepare(Component component, Imports imports) {
    return WORLD.prepare(component, linker -> addTo(linker, imports));
  }

  /**
   * Links a component once, to instantiate it often, with imports of each store's own, as
   * {@link #addPerStore} defines them.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Package> preparePerStore(Component component,
      Function<StoreConfig, ? extends Imports> imports) {
    return WORLD.prepare(component, linker -> addPerStore(linker, imports));
  }

  /**
   * Links a component with what is in a linker, which {@link #addTo} may have filled.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Prepared<Package> prepare(Component component, Linker linker) {
    return WORLD.prepare(component, linker);
  }

  /** Defines what the world imports in a linker. */
  public static void addTo(Linker linker, Imports imports) {
    HostClass.addTo(linker, imports.class_());
    HostAbi.addTo(linker, imports.abi());
    HostNative.addTo(linker, imports.native_());
  }

  /**
   * Defines what the world imports in a linker that stores share, with what each of them has.
   *
   * @param imports what guests call, by the configuration of their store: asked for maybe at each
   *     call, by the threads of all stores, and always the same of one configuration
   */
  public static void addPerStore(Linker linker, Function<StoreConfig, ? extends Imports> imports) {
    HostClass.addPerStore(linker, config -> imports.apply(config).class_());
    HostAbi.addPerStore(linker, config -> imports.apply(config).abi());
    HostNative.addPerStore(linker, config -> imports.apply(config).native_());
  }

  /**
   * An instance that was made by hand: closing what is returned doesn't close its store.
   *
   * @throws LinkException if the component doesn't fit the world; the message lists why
   */
  public static Package bind(Instance instance) {
    return WORLD.bind(instance);
  }

  /** {@code public:interface/class}. */
  public Class class_() {
    return class_;
  }

  /** {@code public:interface/abi}. */
  public Abi abi() {
    return abi;
  }

  /** {@code public:interface/native}. */
  public Native native_() {
    return native_;
  }

  /** What {@code public:interface package} needs of its host. */
  public interface Imports {
    /** {@code public:interface/class}. */
    HostClass class_();

    /** {@code public:interface/abi}. */
    HostAbi abi();

    /** {@code public:interface/native}. */
    HostNative native_();

    /** Imports that are given one by one. */
    static Imports of(HostClass class_, HostAbi abi, HostNative native_) {
      record Given(HostClass class_, HostAbi abi, HostNative native_) implements Imports {}
      return new Given(class_, abi, native_);
    }
  }
}
