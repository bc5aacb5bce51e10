package dev.switchblade;

import dev.switchblade.bindings.ffi.sb_store_io;
import java.lang.foreign.MemorySegment;
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
    store.beginValues();
    HostCall call = store.hostCall();
    store.receiveImage(address);
    try {
      call.open(this, length);
      // No switch: the first one by pattern takes a starting process milliseconds.
      if (implementation instanceof HostImplementation.OverImages overImages) {
        overImages.function().call(call.reader(), call.writer());
      } else if (implementation instanceof HostImplementation.Async async) {
        CompletionStage<?> stage = async.function().call(call);
        Objects.requireNonNull(stage, "the host function returned no stage");
        CompletableFuture<?> future = stage.toCompletableFuture();
        if (store.isConcurrent() && !future.isDone()) {
          return store.pendingCalls().add(this, future);
        }
        function.storeResult(call.writer(), get(future));
      } else {
        Object result = ((HostImplementation.OverValues) implementation).function().call(call);
        function.storeResult(call.writer(), result);
      }
      leaveResult(store, call);
    } finally {
      call.close();
      store.hostReturned();
    }
    return 0;
  }

  @Override
  public void finish(UpcallStore caller, @Nullable Object result) {
    StoreState store = (StoreState) caller;
    store.beginValues();
    HostCall call = store.hostCall();
    try {
      call.open(this, 0);
      function.storeResult(call.writer(), result);
      leaveResult(store, call);
    } finally {
      call.close();
      store.hostReturned();
    }
  }

  /** Tells the library where the result is. */
  private void leaveResult(StoreState store, HostCall call) {
    if (function.resultsSize() != 0) {
      ImageWriter writer = call.writer();
      MemorySegment io = store.pointer();
      sb_store_io.result(io, writer.base());
      sb_store_io.result_length(io, writer.length());
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
