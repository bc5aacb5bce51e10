package dev.switchblade.internal.link;

import dev.switchblade.ClosedException;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.owner.StoreOwner;
import dev.switchblade.internal.store.StoreState;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** An exported function of an instance: what a call needs to know of it. */
public final class ExportedFunction {

  /** Keeps the store from being found unreachable. */
  private final Object store;

  private final StoreState state;

  /**
   * The state's. {@link #begin} enters by it as {@link StoreState#enter} does, because the way
   * through the state took each call longer.
   */
  private final StoreOwner owner;

  private final CallFrame call;
  private final LinkedInstance instance;
  private final FunctionCodec codec;
  private final long target;
  private final long parametersSize;
  private final boolean resultHasNumbers;
  private final boolean resultHasHandles;

  /** Those it was looked up with, if generated code looked it up. */
  private final @Nullable Object exports;

  public ExportedFunction(LinkedInstance instance, FunctionCodec codec, @Nullable Object exports) {
    this.instance = instance;
    this.store = instance.store();
    this.state = instance.state();
    this.owner = state.owner();
    this.call = instance.call();
    this.codec = codec;
    this.target = (long) instance.number() << 32 | codec.index();
    this.parametersSize = codec.parametersSize();
    this.resultHasNumbers = codec.resultHasNumbers();
    this.resultHasHandles = codec.resultHasHandles();
    this.exports = exports;
  }

  /**
   * Begins a call of it, which holds the store until it is closed.
   *
   * @throws ClosedException if the store is closed
   * @throws StoreBusyException if a thread is in the store
   * @throws StoreLostException if the store is lost
   */
  public void begin() {
    try {
      owner.enter();
      if (owner.hasWaitingWork()) {
        state.dropAfterEntering();
      }
      if (resultHasNumbers) {
        enableUpcalls();
      }
      call.open(this);
    } finally {
      // Destructors may have run on the way. From here on the open call keeps the store.
      Reference.reachabilityFence(store);
    }
  }

  private void enableUpcalls() {
    try {
      state.images().enableUpcalls();
    } catch (Throwable e) {
      // No memory or no stack: the call has not begun.
      state.exit();
      throw e;
    }
  }

  /** Invokes the call of it that has begun, and has all lists of its result in the image. */
  public void invokeUndrained() {
    call.invokeUndrained();
  }

  public LinkedInstance instance() {
    return instance;
  }

  public FunctionCodec codec() {
    return codec;
  }

  /** The numbers by which native code knows it. */
  long target() {
    return target;
  }

  /** The size of the tuple of its parameters, in bytes. */
  long parametersSize() {
    return parametersSize;
  }

  @Nullable Object exports() {
    return exports;
  }

  boolean resultHasHandles() {
    return resultHasHandles;
  }

  /** As in {@code acme:shop/carts@1.0.0#total}. */
  @Override
  public String toString() {
    return codec.qualifiedName();
  }
}
