package dev.switchblade;

import dev.switchblade.abi.ImageFunction;
import dev.switchblade.internal.link.Definitions;
import dev.switchblade.internal.link.HostFrame;
import dev.switchblade.internal.link.HostImplementation;
import dev.switchblade.internal.link.Provider;
import dev.switchblade.wit.WitType;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The functions, resources and core modules of one interface, or of the root, in a {@link Linker}.
 */
public final class LinkerInstance {

  private final Definitions definitions;

  /** Whose components can be plugged in; null if none can be. */
  private final @Nullable Engine engine;

  LinkerInstance(String name, @Nullable Engine engine) {
    this(new Definitions(name), engine);
  }

  LinkerInstance(Definitions definitions, @Nullable Engine engine) {
    this.definitions = definitions;
    this.engine = engine;
  }

  /**
   * Defines a function.
   *
   * @param function its name in WIT
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance func(String function, HostFunction implementation) {
    return define(function, new Values(implementation), null);
  }

  /**
   * Defines a function that was written for one type. Linking a component that imports it with
   * another one fails, and says where the types differ.
   *
   * @param function its name in WIT
   * @param type its type
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance func(String function, WitType.Function type, HostFunction implementation) {
    return define(function, new Values(implementation), Objects.requireNonNull(type, "type"));
  }

  /**
   * Defines a function that may end later than it returns. It serves imports with and without
   * {@code async}.
   *
   * @param function its name in WIT
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance asyncFunc(String function, AsyncHostFunction implementation) {
    return define(function, new Async(implementation), null);
  }

  /**
   * Defines a function that may end later than it returns, of one type; see {@link #func(String,
   * WitType.Function, HostFunction)}.
   *
   * @param function its name in WIT
   * @param type its type
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance asyncFunc(
      String function, WitType.Function type, AsyncHostFunction implementation) {
    return define(function, new Async(implementation), Objects.requireNonNull(type, "type"));
  }

  /**
   * Defines a function over images. Its types are not checked; see {@link ImageFunction}.
   *
   * @param function its name in WIT
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance funcOverImages(String function, ImageFunction implementation) {
    return define(function, new HostImplementation.OverImages(implementation), null);
  }

  /**
   * Defines a function over images, of one type; see {@link #func(String, WitType.Function,
   * HostFunction)}.
   *
   * @param function its name in WIT
   * @param type its type
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance funcOverImages(
      String function, WitType.Function type, ImageFunction implementation) {
    return define(
        function,
        new HostImplementation.OverImages(implementation),
        Objects.requireNonNull(type, "type"));
  }

  /**
   * Defines a resource whose objects are of a Java class, and are closed when they are destroyed if
   * they are {@link AutoCloseable}. Its constructor, methods and static functions are functions, as
   * in {@code func("[method]cart.total", …)}.
   *
   * @param resource its name in WIT
   * @param type the class of its objects
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance resource(String resource, Class<?> type) {
    return resource(resource, HostResource.of(type));
  }

  /**
   * Defines a resource. An interface that uses the resource of another one needs no definition of
   * its own for it.
   *
   * @param resource its name in WIT
   * @param implementation what implements it
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance resource(String resource, HostResource<?> implementation) {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(implementation, "implementation");
    definitions.define(resource, implementation);
    return this;
  }

  /**
   * Defines a core module, which components instantiate themselves.
   *
   * @param module the name under which components import it
   * @param implementation the module; it can be closed as soon as it has been linked
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance module(String module, CoreModule implementation) {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(implementation, "implementation");
    definitions.define(
        module,
        new Definitions.Module(implementation.handle(), implementation, implementation.engine()));
    return this;
  }

  /**
   * Plugs a component in, as {@link Linker#plug(InstancePre)} does, for this interface alone: what
   * it exports under this name, or in a compatible version, serves all of the interface's imports
   * that aren't defined by themselves. Nothing else does: what it doesn't export is missing, also
   * if another plugged component exports it.
   *
   * @param provider a component whose own imports are resolved
   * @return this
   * @throws LinkException if it exports no such interface
   * @throws IllegalStateException if another one is plugged in here
   * @throws IllegalArgumentException if it was linked for another engine
   * @throws UnsupportedOperationException as {@link Linker#plug(InstancePre)}
   */
  public LinkerInstance plug(InstancePre provider) {
    return plug(provider.provider());
  }

  /**
   * Plugs an instance in, as {@link Linker#plug(Instance)} does, for this interface alone; see
   * {@link #plug(InstancePre)}.
   *
   * @param provider an instance, of a store that is open when something is instantiated with it
   * @return this
   * @throws LinkException if its component exports no such interface
   * @throws IllegalStateException if another one is plugged in here
   * @throws IllegalArgumentException if it is one of another engine's component
   * @throws UnsupportedOperationException as {@link Linker#plug(InstancePre)}
   */
  public LinkerInstance plug(Instance provider) {
    return plug(provider.provider());
  }

  private LinkerInstance plug(Provider provider) {
    requirePluggable(provider, engine);
    provider.requireExports(definitions.name());
    definitions.plug(provider);
    return this;
  }

  @SuppressWarnings("ReferenceEquality") // engines are told apart, and are what they are
  static void requirePluggable(Provider provider, @Nullable Engine engine) {
    if (provider.engine() != engine || engine == null) {
      throw new IllegalArgumentException(
          provider + " was compiled by another engine than the linker was made with");
    }
    if (engine.traits().concurrent()) {
      throw new UnsupportedOperationException(
          provider
              + " can't be plugged in: instances of an engine with concurrency support can't call"
              + " each other. Compose the components before they are compiled, or use an engine"
              + " without concurrency support");
    }
  }

  /** A {@link HostFunction}, as what links it knows it. */
  private static final class Values extends HostImplementation.OverValues {
    private final HostFunction function;

    Values(HostFunction function) {
      this.function = Objects.requireNonNull(function, "implementation");
    }

    @Override
    public @Nullable Object call(HostFrame call) throws Exception {
      return function.call((HostCall) call);
    }
  }

  /** An {@link AsyncHostFunction}, likewise. */
  private static final class Async extends HostImplementation.Async {
    private final AsyncHostFunction function;

    Async(AsyncHostFunction function) {
      this.function = Objects.requireNonNull(function, "implementation");
    }

    @Override
    public CompletionStage<?> start(HostFrame call) throws Exception {
      return function.call((HostCall) call);
    }
  }

  private LinkerInstance define(
      String function, HostImplementation implementation, WitType.@Nullable Function type) {
    Objects.requireNonNull(function, "function");
    definitions.define(function, new Definitions.Function(implementation, type));
    return this;
  }

  /** What is defined here. */
  Definitions definitions() {
    return definitions;
  }
}
