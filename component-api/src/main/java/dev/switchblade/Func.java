package dev.switchblade;

import dev.switchblade.abi.Call;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.link.ExportedFunction;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/**
 * An exported function of an instance. Used as {@link Store} says; cheap to keep and to look up.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.Func.html">wasmtime::component::Func</a>
 */
public final class Func {

  private final ExportedFunction function;
  private final FunctionCodec export;

  /** The store's. */
  private final Call call;

  /**
   * Made of what this module sees of it.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public Func(ExportedFunction function) {
    this.function = function;
    this.export = function.codec();
    this.call = (Call) function.instance().call();
  }

  /**
   * Calls the function with Java objects.
   *
   * @param arguments one per parameter, of the Java types that {@linkplain dev.switchblade the
   *     package page} names
   * @return the result, likewise; null if the function has none
   * @throws IllegalArgumentException if an argument is not of its type; the message names the path
   *     to it. Nothing has run, and the store can be used on; it can't where the bytes of a {@link
   *     java.lang.foreign.MemorySegment} are no values of its elements' type, which is found too
   *     late
   * @throws TrapException if the guest traps
   * @throws HostFunctionException if a host function threw an exception
   * @throws ResourceLimitException if a limit of the store is reached
   * @throws StackSpaceException if the thread has too little stack left; nothing has run
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public @Nullable Object call(@Nullable Object... arguments) {
    try (Call call = begin()) {
      export.storeArguments(call.arguments(), arguments);
      call.invoke();
      return export.loadResult(call.result());
    }
  }

  /**
   * Calls the function with Java objects, and has the lists of its result looked at in guest memory
   * instead of returning anything. See {@link Call#invokeInPlace} for which lists, and for how to
   * read the rest of the result.
   *
   * @param visitor sees each list
   * @param arguments as for {@link #call}
   * @throws GuestException as {@link #call}
   */
  public void callInPlace(ListVisitor visitor, @Nullable Object... arguments) {
    try (Call call = begin()) {
      export.storeArguments(call.arguments(), arguments);
      call.invokeInPlace(visitor);
    }
  }

  /**
   * Begins a call over images: the fastest way, see {@link Call}.
   *
   * @return the call, which holds the store until it is closed
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public Call begin() {
    function.begin();
    return call;
  }

  /** The function's name, without that of its interface. */
  public String name() {
    return export.name();
  }

  /** The function's type. */
  public WitType.Function type() {
    return export.type();
  }

  /** As in {@code acme:shop/carts@1.0.0#total}. */
  @Override
  public String toString() {
    return export.qualifiedName();
  }
}
