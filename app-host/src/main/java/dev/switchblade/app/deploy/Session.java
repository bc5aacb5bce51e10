package dev.switchblade.app.deploy;

import dev.switchblade.ClosedException;
import dev.switchblade.StoreConfig;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An instance that lives long, and goes along with its deployment: when another version serves, an
 * instance of that takes its state over, by the deployment's {@link HandOver}, between two calls.
 *
 * {@snippet :
 * try (Session<Counter> counter = counters.session(StoreConfig.defaults())) {
 *   long before = counter.call(Counter::next);
 *   counters.upgrade(v2);
 *   long after = counter.call(Counter::next);   // of version 2, which goes on counting
 * }
 * }
 *
 * <p>A session that isn't being called moves at once when the deployment switches, so that the
 * version it leaves can be released; one that is called moves when that call is over. If the state
 * can't be handed over, the session stays in its version, of which {@link
 * DeploymentEvent.HandOverFailed} tells, and tries again with the next version. Handles of
 * resources and other objects of an instance stay with it: they don't outlive the call that made
 * them.
 *
 * <p>Thread-safe: calls of several threads wait for each other.
 *
 * @param <I> the class of the deployment's instances
 */
public final class Session<I extends AutoCloseable> implements AutoCloseable {

  private final Deployment<I> deployment;
  private final StoreConfig config;
  private final HandOver<? super I> handOver;

  /** Held while the instance is called, and while it changes. */
  private final ReentrantLock lock = new ReentrantLock();

  /** Null once this is closed. */
  private volatile @Nullable I instance;

  private volatile LiveVersion<I> version;

  /** The version that couldn't take over what this has. */
  private volatile @Nullable LiveVersion<I> failed;

  /**
   * Makes the first instance.
   *
   * @param current the version that serves, entered for it
   */
  Session(
      Deployment<I> deployment,
      StoreConfig config,
      HandOver<? super I> handOver,
      LiveVersion<I> current) {
    this.deployment = deployment;
    this.config = config;
    this.handOver = handOver;
    this.version = current;
    this.instance = current.instantiate(config);
  }

  /**
   * Calls the instance.
   *
   * @param work what to do with it; it must not keep it, nor close it
   * @param <R> what that returns
   * @return what {@code work} returned
   * @throws ClosedException if the session is closed
   * @throws IllegalStateException if {@code work} calls the session itself
   */
  public <R extends @Nullable Object> R call(Function<? super I, ? extends R> work) {
    Objects.requireNonNull(work, "work");
    enter();
    try {
      move();
      return work.apply(open());
    } finally {
      lock.unlock();
      // A switch meanwhile has passed by what was in use.
      moveIfIdle();
    }
  }

  /**
   * Calls the instance, as {@link #call}, for nothing.
   *
   * @param work what to do with it; it must not keep it, nor close it
   * @throws ClosedException if the session is closed
   * @throws IllegalStateException if {@code work} calls the session itself
   */
  public void run(Consumer<? super I> work) {
    Objects.requireNonNull(work, "work");
    this.<@Nullable Void>call(
        called -> {
          work.accept(called);
          return null;
        });
  }

  private void enter() {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "the session of " + deployment.name() + " is being called by this very thread");
    }
    lock.lock();
  }

  private I open() {
    I open = instance;
    if (open == null) {
      throw new ClosedException("the session of " + deployment.name() + " is closed");
    }
    return open;
  }

  /**
   * The version that it is in.
   *
   * @throws ClosedException if the session is closed
   */
  public Version version() {
    open();
    return version.version();
  }

  /** Goes to the version that serves, unless a thread is calling, which does so afterwards. */
  void moveIfIdle() {
    while (target() != null && lock.tryLock()) {
      try {
        move();
      } finally {
        lock.unlock();
      }
    }
  }

  /** The version to go to; null if it is in the right one. */
  private @Nullable LiveVersion<I> target() {
    LiveVersion<I> current = deployment.current();
    return instance == null || current == null || current == version || current == failed
        ? null
        : current;
  }

  /** Goes to the version that serves, if it is in another one. Under the lock. */
  private void move() {
    LiveVersion<I> to = target();
    I before = instance;
    if (to == null || before == null) {
      return;
    }
    Version from = version.version();
    I after;
    try {
      byte[] state = handOver.save(before);
      if (!to.enter()) {
        // Another one serves by now: whoever looks next sees that.
        return;
      }
      after = to.instantiate(config);
      restore(after, state);
    } catch (Throwable e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      failed = to;
      deployment
          .events()
          .tell(new DeploymentEvent.HandOverFailed(deployment.name(), from, to.version(), e));
      return;
    }
    instance = after;
    version = to;
    failed = null;
    Closing.closeAnyway(before);
    deployment.events().tell(new DeploymentEvent.HandedOver(deployment.name(), from, to.version()));
  }

  private void restore(I into, byte[] state) throws Exception {
    boolean restored = false;
    try {
      handOver.restore(into, state);
      restored = true;
    } finally {
      if (!restored) {
        Closing.closeAnyway(into);
      }
    }
  }

  /**
   * Closes the instance; waits for a call that another thread makes. Does nothing if the session is
   * closed.
   *
   * @throws IllegalStateException if the session is being called by this very thread
   */
  @Override
  public void close() {
    enter();
    try {
      I last = instance;
      instance = null;
      deployment.forget(this);
      if (last != null) {
        Closing.close(last);
      }
    } finally {
      lock.unlock();
    }
  }
}
