package dev.switchblade.internal.upcall;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.sb_upcall_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The function through which the native library calls Java, {@code sb_upcall_t}, and the tables of
 * those it may speak of.
 *
 * <p>All engines share one, because making the function takes a starting process milliseconds;
 * stores and host functions are told apart by numbers. Native code refers to the function, the
 * function to its tables, and what is in the tables to this object: engines that are open, stores
 * and pre-instantiations that are not released, host functions that native code has not let go of.
 * When there is none of these, nobody refers to this object, and the function is freed with it.
 * Nothing static may refer to this object, and nothing that is closed: classes are reachable from
 * the function, and a static field of a user's may have what is closed.
 */
public final class Upcalls {

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

  /** The one that is shared, as long as there is an engine, a store or a link that has it. */
  private static WeakReference<Upcalls> shared = new WeakReference<>(null);

  private final Entry entry = new Entry();

  /** The address of the function, once it is made. Freed when it is unreachable. */
  private @Nullable MemorySegment pointer;

  private boolean prepared;

  /** Guarded by itself. */
  private final Map<Object, Object> kept = new WeakHashMap<>();

  private Upcalls() {}

  /**
   * What all engines use. There is no second one beside one that is reachable, so that a store and
   * a pre-instantiation have the same tables, whichever of them came first. Only a finalizer that
   * brings an engine back makes two of them: instantiating compares them, because the numbers of
   * one mean something else to the other.
   */
  public static synchronized Upcalls shared() {
    Upcalls found = shared.get();
    if (found == null) {
      found = new Upcalls();
      shared = new WeakReference<>(found);
    }
    return found;
  }

  /**
   * Begins to make the function, which takes a starting process milliseconds, while the caller
   * compiles a component.
   */
  public void prepare() {
    synchronized (entry) {
      if (prepared) {
        return;
      }
      prepared = true;
    }
    Thread.ofPlatform().daemon().name("switchblade-start").start(this::pointer);
  }

  /**
   * The address of the function. Whoever gives it to native code keeps this object reachable for as
   * long as native code may call, until the last call has returned.
   */
  public synchronized MemorySegment pointer() {
    MemorySegment made = pointer;
    if (made == null) {
      made = sb_upcall_t.allocate(entry, Arena.ofAuto());
      pointer = made;
    }
    return made;
  }

  /**
   * Adds a store that is open; returns the number for its {@code sb_store_config_t}. The store
   * keeps this object.
   */
  public int addStore(UpcallStore store) {
    return entry.stores.add(store);
  }

  /** Removes a store that has been released. */
  public void removeStore(int number) {
    entry.stores.remove(number);
  }

  /**
   * Adds a host function for a pre-instantiation; returns its target. Native code removes it, by
   * {@code SB_UPCALL_RELEASE}.
   */
  public int addFunction(UpcallFunction function) {
    function.upcalls = this;
    return entry.functions.add(function);
  }

  /** Adds a host's resource for a pre-instantiation, as {@link #addFunction} does a function. */
  public int addResource(Object resource) {
    return entry.resources.add(new HostType(resource, this));
  }

  /**
   * Keeps a native object for as long as there are engines, stores and links, if somebody has the
   * key. For what users can't close: kept by what it was made for, it could be in a static field,
   * and its class never be unloaded.
   */
  public void keep(Object key, Object kept) {
    synchronized (this.kept) {
      this.kept.put(key, kept);
    }
  }

  /**
   * A host's resource.
   *
   * @param resource what it is
   * @param upcalls kept until native code has released it
   */
  private record HostType(Object resource, Upcalls upcalls) {}

  /** A class instead of a lambda: a starting process makes it faster. */
  private static final class Entry implements sb_upcall_t.Function {

    /** The stores that are open, by the number in their {@code sb_store_config_t}. */
    private final Slots<UpcallStore> stores = new Slots<>();

    /** The host functions that some pre-instantiation or store refers to, by their target. */
    private final Slots<UpcallFunction> functions = new Slots<>();

    /** The host's resources that some pre-instantiation or store refers to, by their target. */
    private final Slots<HostType> resources = new Slots<>();

    /**
     * Set when something was released by a thread that may know nothing of these upcalls: nobody
     * can tell when that thread has returned from here, so the function stays for ever. It happens
     * where host functions are let go of at the very end of a thread's stack.
     */
    @SuppressWarnings("UnusedVariable") // only kept
    private @Nullable Upcalls keptForEver;

    @Override
    public long apply(long operation, long target, long store, long a, long b) {
      // Nothing may be thrown past here: an exception that leaves an upcall ends the JVM.
      try {
        int op = (int) operation;
        if (op == CALL) {
          return functions.get((int) target).call(stores.get((int) store), a, b);
        } else if (op == FILL) {
          return stores.get((int) store).fill((int) target, a, b) ? 0 : -1;
        } else if (op == DRAIN) {
          return stores.get((int) store).drain((int) target, a, b);
        } else if (op == VISIT) {
          return stores.get((int) store).visit(a, b);
        } else if (op == DESTROY) {
          stores.get((int) store).destroy(resources.get((int) target).resource(), (int) a);
          return 0;
        } else if (op == AWAIT) {
          return stores.get((int) store).await(a != 0);
        } else if (op == ABANDON) {
          stores.get((int) store).abandon(target);
          return 0;
        } else if (op == INTERRUPTED) {
          return Thread.currentThread().isInterrupted() ? 1 : 0;
        } else if (op == OUTPUT) {
          return stores.get((int) store).write(target == 2, a, b) ? 0 : 1;
        } else if (op == INPUT) {
          stores.get((int) store).read(a, (int) b);
          return 0;
        } else if (op == ACCESS) {
          stores.get((int) store).tell(target != 0, a, b);
          return 0;
        } else if (op == REQUEST) {
          return stores.get((int) store).decide(a, b);
        } else if (op == RELEASE) {
          Upcalls upcalls =
              a == 0
                  ? functions.remove((int) target).upcalls
                  : resources.remove((int) target).upcalls();
          if (b != 0) {
            keptForEver = upcalls;
          }
          return 0;
        }
        return -1;
      } catch (Throwable thrown) {
        return failed((int) operation, (int) target, (int) store, thrown);
      }
    }

    private long failed(int operation, int target, int store, Throwable thrown) {
      try {
        if (operation == CALL) {
          String name = functions.get(target).qualifiedName();
          stores.get(store).fail(thrown, "the host function " + name);
        } else if (operation == DESTROY) {
          stores
              .get(store)
              .fail(thrown, "the destructor of the " + resources.get(target).resource());
        } else if (operation == AWAIT) {
          stores.get(store).fail(thrown, "waiting for a host function");
        } else if (operation == OUTPUT || operation == INPUT) {
          stores.get(store).fail(thrown, "the stream of the guest's standard input or output");
        } else if (operation == REQUEST) {
          stores.get(store).fail(thrown, "the HTTP interceptor");
        } else if (operation == FILL || operation == DRAIN || operation == VISIT) {
          String direction = operation == FILL ? "into the guest" : "out of the guest";
          stores.get(store).fail(thrown, "copying a large list " + direction);
        }
      } catch (Throwable lost) {
        // The guest is stopped all the same; what is missing is the reason.
        return -1;
      }
      return -1;
    }
  }
}
