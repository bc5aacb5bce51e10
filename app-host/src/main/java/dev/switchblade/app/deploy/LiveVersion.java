package dev.switchblade.app.deploy;

import dev.switchblade.StoreConfig;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * A version that is linked, or its code of one of two compilers, and how many need it: its
 * deployment, until it is retired, and each of its instances, until that is closed. It is released
 * when nobody does.
 */
final class LiveVersion<I> {

  private static final System.Logger LOG = System.getLogger(Deployment.class.getName());

  private final Version version;
  private final Ready<I> ready;
  private final boolean baseline;
  private final Map<String, byte[]> parts;
  private final Consumer<LiveVersion<I>> released;

  private final Users users = new Users();

  private final LongAdder instances = new LongAdder();
  private volatile boolean retired;

  /**
   * Takes over what was linked.
   *
   * @param version which one it is
   * @param ready is closed when nobody needs it any more
   * @param baseline whether that is code of the baseline compiler
   * @param parts what it is made of, by name; empty if it is all of a piece
   * @param released told once it is closed
   */
  LiveVersion(
      Version version,
      Ready<I> ready,
      boolean baseline,
      Map<String, byte[]> parts,
      Consumer<LiveVersion<I>> released) {
    this.version = version;
    this.ready = ready;
    this.baseline = baseline;
    this.parts = parts;
    this.released = released;
  }

  Version version() {
    return version;
  }

  Ready<I> ready() {
    return ready;
  }

  boolean isBaseline() {
    return baseline;
  }

  Map<String, byte[]> parts() {
    return parts;
  }

  /** How many instances there are. */
  int openInstances() {
    return Math.max(0, users.count() - (retired ? 0 : 1));
  }

  /** How many instances were made. */
  long instances() {
    return instances.sum();
  }

  /** Counts instances that were made of other code of the same version. */
  void countInstances(long made) {
    instances.add(made);
  }

  /** Says whether another one is of the same version, with other code. */
  boolean isOfSameVersion(LiveVersion<I> other) {
    return version.equals(other.version);
  }

  /** Needs it for an instance, which {@link #instantiate} makes; false if it is released. */
  boolean enter() {
    return users.enter();
  }

  /** Makes the instance that {@link #enter} was called for. */
  I instantiate(StoreConfig config) {
    var lease = new Lease(this);
    boolean made = false;
    try {
      I instance = ready.instantiate(config, lease);
      made = true;
      instances.increment();
      return instance;
    } finally {
      if (!made) {
        // Does nothing if a store was made and closed.
        lease.run();
      }
    }
  }

  /** No more instances are made: the deployment needs it no longer. Called once. */
  void retire() {
    retired = true;
    leave();
  }

  private void leave() {
    if (users.leave()) {
      try {
        ready.close();
      } catch (Throwable e) {
        // Whoever closes the last instance has nothing to do with it.
        LOG.log(System.Logger.Level.WARNING, "releasing " + version, e);
      }
      released.accept(this);
    }
  }

  /** Ends what {@link #enter} began, once, whoever asks. It knows the version, not the instance. */
  private static final class Lease implements Runnable {
    private final AtomicReference<LiveVersion<?>> of;

    Lease(LiveVersion<?> of) {
      this.of = new AtomicReference<>(of);
    }

    @Override
    public void run() {
      LiveVersion<?> left = of.getAndSet(null);
      if (left != null) {
        left.leave();
      }
    }
  }
}
