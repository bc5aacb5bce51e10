package dev.switchblade.internal.ffi;

import dev.switchblade.ClosedException;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A native object that several threads use: it is released when it has been closed and the last use
 * is over.
 */
public final class NativeHandle implements AutoCloseable {

  /** What there is. Not a lambda for each: a starting process makes those slowly. */
  public enum Kind {
    ENGINE("the engine"),
    COMPONENT("the component"),
    MODULE("the core module"),
    INSTANCE_PRE("the pre-instantiation"),
    WASI("the grants");

    private final String name;

    Kind(String name) {
      this.name = name;
    }

    // A switch over an enum is one more class for a starting process.
    @SuppressWarnings("IfChainToSwitch")
    private void destroy(MemorySegment pointer) {
      if (this == ENGINE) {
        SwitchbladeH.sb_engine_delete(pointer, MemorySegment.NULL, MemorySegment.NULL);
      } else if (this == COMPONENT) {
        SwitchbladeH.sb_component_delete(pointer, MemorySegment.NULL, MemorySegment.NULL);
      } else if (this == MODULE) {
        SwitchbladeH.sb_module_delete(pointer, MemorySegment.NULL, MemorySegment.NULL);
      } else if (this == WASI) {
        SwitchbladeH.sb_wasi_delete(pointer, MemorySegment.NULL, MemorySegment.NULL);
      } else {
        SwitchbladeH.sb_instance_pre_delete(pointer, MemorySegment.NULL, MemorySegment.NULL);
      }
    }
  }

  public static final Cleaner CLEANER = Cleaner.create();

  private final State state;
  private final Cleaner.Cleanable cleanable;

  public NativeHandle(Object owner, Kind kind, MemorySegment pointer) {
    this(owner, kind, pointer, null);
  }

  /**
   * Takes a native object over, which is closed with the end of this handle, if it wasn't before.
   *
   * @param kind what it is
   * @param pointer where it is
   */
  @SuppressWarnings("this-escape") // the cleaner only waits until nobody can reach it
  public NativeHandle(Kind kind, MemorySegment pointer) {
    this.state = new State(kind, pointer, null);
    this.cleanable = CLEANER.register(this, state);
  }

  /**
   * Takes a native object over.
   *
   * @param owner with whose end it is closed, if it wasn't before
   * @param kind what it is
   * @param pointer where it is
   * @param kept what its release may still use
   */
  public NativeHandle(Object owner, Kind kind, MemorySegment pointer, @Nullable Object kept) {
    this.state = new State(kind, pointer, kept);
    this.cleanable = CLEANER.register(owner, state);
  }

  /**
   * Keeps the object alive until {@link #release}.
   *
   * @throws ClosedException if it is closed
   */
  public MemorySegment acquire() {
    return state.acquire();
  }

  public void release() {
    state.release();
  }

  /** The object, for whoever has acquired it. */
  public MemorySegment pointer() {
    return state.pointer;
  }

  @Override
  public void close() {
    cleanable.clean();
  }

  private static final int CLOSED = 1 << 31;
  private static final VarHandle USERS;

  static {
    try {
      USERS = MethodHandles.lookup().findVarHandle(State.class, "users", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final class State implements Runnable {

    private final Kind kind;
    private final MemorySegment pointer;

    /** How many uses are under way; negative when closed. */
    volatile int users;

    /** What the release may still use; null when it is over. */
    private @Nullable Object kept;

    State(Kind kind, MemorySegment pointer, @Nullable Object kept) {
      this.kind = kind;
      this.pointer = pointer;
      this.kept = kept;
    }

    MemorySegment acquire() {
      int before = (int) USERS.getAndAdd(this, 1);
      if (before < 0) {
        release();
        throw new ClosedException(kind.name + " is closed");
      }
      return pointer;
    }

    void release() {
      int before = (int) USERS.getAndAdd(this, -1);
      if (before == (CLOSED | 1)) {
        destroy();
      }
    }

    /** Closes. Run once, by {@link Cleaner}'s promise. */
    @Override
    public void run() {
      int before = (int) USERS.getAndBitwiseOr(this, CLOSED);
      if (before == 0) {
        destroy();
      }
    }

    private void destroy() {
      // A late acquire may count up and down once more after this; it must not destroy again.
      if (USERS.compareAndSet(this, CLOSED, DESTROYED)) {
        Object used = kept;
        try {
          kind.destroy(pointer);
        } finally {
          Reference.reachabilityFence(used);
          kept = null;
        }
      }
    }
  }

  /** Closed, with a count that uses can't bring back to a single one. */
  private static final int DESTROYED = CLOSED | (1 << 30);
}
