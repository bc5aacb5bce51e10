package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.handle.StoreHandles;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.internal.image.ResourceScope;
import dev.switchblade.internal.owner.Offload;
import dev.switchblade.internal.owner.StoreOwner;
import dev.switchblade.internal.store.StoreState;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of an exported function: all of a {@code Call} that its users don't see. Each store has
 * one, which is used again.
 */
public abstract class CallFrame {

  private static final long OVERFLOW = SwitchbladeH.SB_CALL_OVERFLOW();

  private final StoreState store;
  private final StoreOwner owner;
  private final ImageWriter writer;
  private final ImageReader reader;

  /** The function that is called; null when no call is open. It keeps the store reachable. */
  private @Nullable ExportedFunction function;

  private final ResourceScope resources;

  /** Where guests run that virtual threads call; null if that is where they are called. */
  private final @Nullable Offload offload;

  protected CallFrame(StoreState store) {
    this.store = store;
    this.owner = store.owner();
    this.offload = store.offload();
    this.resources = new Resources(store.handles());
    this.writer = new ImageWriter(store.images(), resources, StoreOwner.WRITING);
    this.reader = new ImageReader(store.images(), resources, store.config(), StoreOwner.READING);
    store.images().add(reader);
    store.images().add(writer);
  }

  /** What the function's component was linked with. */
  private final class Resources extends ResourceScope {
    Resources(StoreHandles store) {
      super(store);
    }

    @Override
    public @Nullable HostResource<?> hostResource(int number) {
      ExportedFunction called = function;
      return called == null ? null : called.instance().hostResources().get(number);
    }

    @Override
    public @Nullable Object instance(int number) {
      ExportedFunction called = function;
      // What it imports of others is theirs: it is for native code to tell.
      return called == null || called.instance().hostResources().isPlugged(number)
          ? null
          : called.instance();
    }

    @Override
    public boolean isPlugged(int number) {
      ExportedFunction called = function;
      return called != null && called.instance().hostResources().isPlugged(number);
    }

    @Override
    public Object exports() {
      ExportedFunction called = function;
      Object exports = called == null ? null : called.exports();
      if (exports == null) {
        throw new IllegalStateException(called + " was not looked up by Exports");
      }
      return exports;
    }

    @Override
    public String path() {
      ExportedFunction called = function;
      return called == null ? "" : called.codec().qualifiedName();
    }

    @Override
    public String pathTo(ImageSink image, long at) {
      ExportedFunction called = function;
      return called == null ? "" : called.codec().pathOfArgument(image, at);
    }
  }

  /** Opens a call; the calling thread has entered the store, and leaves it if this fails. */
  final void open(ExportedFunction function) {
    this.function = function;
    owner.startWriting();
    try {
      ImageAccess.open(writer, 0, function.parametersSize());
    } catch (Throwable e) {
      // No memory or no stack: the call has not begun.
      over(function, false);
      throw e;
    }
  }

  /** Where the arguments are written. */
  protected final ImageWriter openArguments() {
    if (!owner.isAt(StoreOwner.WRITING)) {
      throw refused("its arguments can't be written any more");
    }
    return writer;
  }

  /** Calls the function, and has the lists of its result looked at in guest memory. */
  protected final void runInPlace(ListVisitor visitor) {
    Objects.requireNonNull(visitor, "visitor");
    requireNotInvoked();
    if (store.images().isConcurrent()) {
      throw new UnsupportedOperationException(
          "lists can't be visited in place by an engine with concurrency support, whose guests run"
              + " on stacks of their own: call "
              + function
              + " the usual way");
    }
    store.visitWith(visitor);
    run(SwitchbladeH.SB_CALL_IN_PLACE());
    StoreState.<RuntimeException>rethrow(store.endVisits());
  }

  /**
   * Calls the function.
   *
   * @param flags {@code SB_CALL_NO_DRAIN}, {@code SB_CALL_IN_PLACE}, or 0
   */
  protected final void run(long flags) {
    requireNotInvoked();
    ExportedFunction called = Objects.requireNonNull(function);
    long length = ImageAccess.length(writer);
    owner.startRunning();
    long outcome;
    try {
      outcome =
          offload == null
              ? SwitchbladeH.sb_call(store.address(), called.target(), length | flags)
              : callWhereItRuns(offload, called.target(), length | flags);
    } catch (Throwable e) {
      // No stack for the way there: nothing has run.
      owner.startOver();
      over(called, false);
      throw e;
    }
    if (outcome != 0 && outcome != OVERFLOW) {
      throw failed(called, outcome);
    }
    // The values have crossed, and the guest has returned.
    owner.startReading();
    resources.over();
    if (outcome == OVERFLOW) {
      store.images().adoptOverflow();
    }
  }

  /** Apart, because engines without a pool should not even have its code inlined. */
  private long callWhereItRuns(Offload elsewhere, long target, long length) {
    if (!Offload.isWanted()) {
      return SwitchbladeH.sb_call(store.address(), target, length);
    }
    store.images().side().shareSegments();
    return elsewhere.run(() -> SwitchbladeH.sb_call(store.address(), target, length));
  }

  /** Calls the function, and has all lists of its result in the image. */
  final void invokeUndrained() {
    run(SwitchbladeH.SB_CALL_NO_DRAIN());
  }

  private void requireNotInvoked() {
    if (!owner.isAt(StoreOwner.WRITING)) {
      throw refused("it can't be invoked" + (owner.isAt(StoreOwner.READING) ? " again" : ""));
    }
  }

  /** Ends a call that has failed, and leaves the store. */
  private RuntimeException failed(ExportedFunction called, long error) {
    try {
      function = null;
      return store.failed(MemorySegment.ofAddress(error), called.toString(), resources);
    } finally {
      Reference.reachabilityFence(called);
    }
  }

  /** Where the result is read. */
  protected final ImageReader openResult() {
    if (!owner.isAt(StoreOwner.READING)) {
      throw refused("there is no result to read");
    }
    return reader;
  }

  private IllegalStateException refused(String what) {
    return owner.refused(String.valueOf(function), what);
  }

  /** Ends the call and leaves the store, if it is open and this thread's. */
  protected final void end() {
    ExportedFunction called = function;
    if (called != null && owner.isAt(StoreOwner.READING)) {
      over(called, true);
    } else {
      endWithoutResult(called);
    }
  }

  /** Apart, for {@link #end} to stay small enough to be compiled into its callers. */
  private void endWithoutResult(@Nullable ExportedFunction called) {
    if (called == null || !owner.isHere()) {
      return;
    }
    if (owner.isInGuest()) {
      throw refused("it can be closed when it has returned");
    }
    over(called, false);
  }

  /**
   * Leaves the store.
   *
   * @param returned whether there is a result, which may not have been read
   */
  private void over(ExportedFunction called, boolean returned) {
    try {
      if (!returned) {
        resources.undo();
      } else if (called.resultHasHandles()) {
        called.codec().releaseUnreadResult(reader);
      }
    } finally {
      // A store that is forgotten must not be reachable from its own state. It is from here, until
      // the destructors have run that wait for the store to be left.
      function = null;
      leave(called);
    }
  }

  private void leave(ExportedFunction called) {
    try {
      store.exit();
    } catch (StackOverflowError e) {
      // Leaving is all that there may be room for.
      if (owner.isHere()) {
        owner.leave();
      }
      throw e;
    } finally {
      Reference.reachabilityFence(called);
    }
  }
}
