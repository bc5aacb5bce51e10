package dev.switchblade.internal.link;

import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.store.StoreState;
import dev.switchblade.internal.upcall.UpcallFunction;
import dev.switchblade.internal.upcall.UpcallStore;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A host function under the type that a component imports it with. */
final class HostBinding extends UpcallFunction {

  private final HostImplementation implementation;
  private final FunctionCodec function;
  private final LinkedResources hostResources;

  /**
   * Binds a function.
   *
   * @param implementation what it does
   * @param function the import's name and type
   * @param hostResources the host's resources by the numbers that the component has for them
   */
  HostBinding(
      HostImplementation implementation, FunctionCodec function, LinkedResources hostResources) {
    this.implementation = implementation;
    this.function = function;
    this.hostResources = hostResources;
  }

  FunctionCodec function() {
    return function;
  }

  LinkedResources hostResources() {
    return hostResources;
  }

  @Override
  public String qualifiedName() {
    return function.qualifiedName();
  }

  @Override
  public long call(UpcallStore caller, long address, long length) throws Exception {
    StoreState store = (StoreState) caller;
    store.images().side().beginValues();
    HostFrame call = (HostFrame) store.hostFrame();
    store.images().receive(address);
    try {
      call.open(this, length);
      // No switch: the first one by pattern takes a starting process milliseconds.
      if (implementation instanceof HostImplementation.OverImages overImages) {
        overImages.function().call(call.reader(), call.writer());
      } else if (implementation instanceof HostImplementation.Async async) {
        CompletionStage<?> stage = async.start(call);
        Objects.requireNonNull(stage, "the host function returned no stage");
        CompletableFuture<?> future = stage.toCompletableFuture();
        if (store.images().isConcurrent() && !future.isDone()) {
          return store.pendingCalls().add(this, future);
        }
        function.storeResult(call.writer(), get(future));
      } else {
        Object result = ((HostImplementation.OverValues) implementation).call(call);
        function.storeResult(call.writer(), result);
      }
      leaveResult(store, call);
    } finally {
      call.close();
      store.images().side().hostReturned();
    }
    return 0;
  }

  @Override
  public void finish(UpcallStore caller, @Nullable Object result) {
    StoreState store = (StoreState) caller;
    store.images().side().beginValues();
    HostFrame call = (HostFrame) store.hostFrame();
    try {
      call.open(this, 0);
      function.storeResult(call.writer(), result);
      leaveResult(store, call);
    } finally {
      call.close();
      store.images().side().hostReturned();
    }
  }

  /** Tells the library where the result is. */
  private void leaveResult(StoreState store, HostFrame call) {
    if (function.resultsSize() != 0) {
      store.images().leaveResult(call.writer());
    }
  }

  private static @Nullable Object get(CompletableFuture<?> future) throws Exception {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
