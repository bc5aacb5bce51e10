package dev.switchblade;

import dev.switchblade.bindings.ffi.sb_store_io;
import java.lang.foreign.MemorySegment;

/**
 * A host function under the type that a component imports it with.
 *
 * @param implementation a {@link HostFunction} or a {@link HostFunction.OverImages}
 * @param function the import's name and type
 * @param hostResources the host's resources by the numbers that the component has for them
 */
record HostBinding(Object implementation, FunctionCodec function, LinkedResources hostResources) {

  /** Answers {@code SB_UPCALL_CALL}; what is thrown stops the guest. */
  long call(StoreState store, long address, long length) throws Exception {
    store.beginValues();
    HostCall call = store.hostCall();
    store.receiveImage(address);
    call.open(this, length);
    try {
      if (implementation instanceof HostFunction.OverImages overImages) {
        overImages.call(call.reader(), call.writer());
      } else {
        Object result = ((HostFunction) implementation).call(call);
        function.storeResult(call.writer(), result);
      }
      if (function.resultsSize() != 0) {
        ImageWriter writer = call.writer();
        MemorySegment io = store.pointer();
        sb_store_io.result(io, store.buffer().asSlice(writer.base()));
        sb_store_io.result_length(io, writer.length());
      }
    } finally {
      call.close();
      store.hostReturned();
    }
    return 0;
  }
}
