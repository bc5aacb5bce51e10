package dev.switchblade.internal.upcall;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.sb_upcall_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The one function through which the native library calls Java: {@code sb_upcall_t}.
 *
 * <p>It is the same for all stores and host functions, because making one takes a starting process
 * milliseconds; they are told apart by numbers. So its tables are static mutable state, as are the
 * loaded library and the pools of memory that stores use again.
 */
public final class Upcalls {

  /** The stores that are open, by the number in their {@code sb_store_config_t}. */
  public static final Slots<UpcallStore> STORES = new Slots<>();

  /** The host functions that some pre-instantiation or store refers to, by their target. */
  public static final Slots<UpcallFunction> FUNCTIONS = new Slots<>();

  /** The host's resources that some pre-instantiation or store refers to, by their target. */
  public static final Slots<Object> RESOURCES = new Slots<>();

  private static final int CALL = SwitchbladeH.SB_UPCALL_CALL();
  private static final int RELEASE = SwitchbladeH.SB_UPCALL_RELEASE();
  private static final int FILL = SwitchbladeH.SB_UPCALL_FILL();
  private static final int DRAIN = SwitchbladeH.SB_UPCALL_DRAIN();
  private static final int VISIT = SwitchbladeH.SB_UPCALL_VISIT();
  private static final int DESTROY = SwitchbladeH.SB_UPCALL_DESTROY();
  private static final int AWAIT = SwitchbladeH.SB_UPCALL_AWAIT();
  private static final int ABANDON = SwitchbladeH.SB_UPCALL_ABANDON();
  private static final int INTERRUPTED = SwitchbladeH.SB_UPCALL_INTERRUPTED();
  private static final int OUTPUT = SwitchbladeH.SB_UPCALL_OUTPUT();
  private static final int INPUT = SwitchbladeH.SB_UPCALL_INPUT();
  private static final int ACCESS = SwitchbladeH.SB_UPCALL_ACCESS();
  private static final int REQUEST = SwitchbladeH.SB_UPCALL_REQUEST();

  /** Set when the function is being made, so that this is begun once. */
  private static volatile boolean prepared;

  private Upcalls() {}

  /**
   * Begins to make the function, which takes a starting process milliseconds, while the caller
   * compiles a component.
   */
  public static void prepare() {
    if (!prepared) {
      prepared = true;
      Thread.ofPlatform().daemon().name("switchblade-start").start(Upcalls::pointer);
    }
  }

  /** The address of the function. */
  public static MemorySegment pointer() {
    return Stub.POINTER;
  }

  private static final class Stub {
    static final MemorySegment POINTER = sb_upcall_t.allocate(new Entry(), Arena.global());
  }

  /** A class instead of a lambda: a starting process makes it faster. */
  private static final class Entry implements sb_upcall_t.Function {
    @Override
    public long apply(long operation, long target, long store, long a, long b) {
      // Nothing may be thrown past here: an exception that leaves an upcall ends the JVM.
      try {
        int op = (int) operation;
        if (op == CALL) {
          return FUNCTIONS.get((int) target).call(STORES.get((int) store), a, b);
        } else if (op == FILL) {
          return STORES.get((int) store).fill((int) target, a, b) ? 0 : -1;
        } else if (op == DRAIN) {
          return STORES.get((int) store).drain((int) target, a, b);
        } else if (op == VISIT) {
          return STORES.get((int) store).visit(a, b);
        } else if (op == DESTROY) {
          STORES.get((int) store).destroy(RESOURCES.get((int) target), (int) a);
          return 0;
        } else if (op == AWAIT) {
          return STORES.get((int) store).await(a != 0);
        } else if (op == ABANDON) {
          STORES.get((int) store).abandon(target);
          return 0;
        } else if (op == INTERRUPTED) {
          return Thread.currentThread().isInterrupted() ? 1 : 0;
        } else if (op == OUTPUT) {
          STORES.get((int) store).write(target == 2, a, b);
          return 0;
        } else if (op == INPUT) {
          STORES.get((int) store).read(a, (int) b);
          return 0;
        } else if (op == ACCESS) {
          STORES.get((int) store).tell(target != 0, a, b);
          return 0;
        } else if (op == REQUEST) {
          return STORES.get((int) store).decide(a, b);
        } else if (op == RELEASE) {
          if (a == 0) {
            FUNCTIONS.remove((int) target);
          } else {
            RESOURCES.remove((int) target);
          }
          return 0;
        }
        return -1;
      } catch (Throwable thrown) {
        return failed((int) operation, (int) target, (int) store, thrown);
      }
    }

    private static long failed(int operation, int target, int store, Throwable thrown) {
      try {
        if (operation == CALL) {
          String name = FUNCTIONS.get(target).qualifiedName();
          STORES.get(store).fail(thrown, "the host function " + name);
        } else if (operation == DESTROY) {
          STORES.get(store).fail(thrown, "the destructor of the " + RESOURCES.get(target));
        } else if (operation == AWAIT) {
          STORES.get(store).fail(thrown, "waiting for a host function");
        } else if (operation == OUTPUT || operation == INPUT) {
          STORES.get(store).fail(thrown, "the stream of the guest's standard input or output");
        } else if (operation == REQUEST) {
          STORES.get(store).fail(thrown, "the HTTP interceptor");
        } else if (operation == FILL || operation == DRAIN || operation == VISIT) {
          String direction = operation == FILL ? "into the guest" : "out of the guest";
          STORES.get(store).fail(thrown, "copying a large list " + direction);
        }
      } catch (Throwable lost) {
        // The guest is stopped all the same; what is missing is the reason.
        return -1;
      }
      return -1;
    }
  }
}
