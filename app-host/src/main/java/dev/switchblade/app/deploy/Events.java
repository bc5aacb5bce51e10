package dev.switchblade.app.deploy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners, one event after the other, on a thread that is there while there is something to
 * tell. So a listener may block, throw, or call the deployment, and nothing waits for it.
 */
final class Events {

  /** How many events may wait for listeners that block; the next ones are lost. */
  static final int MOST_WAITING = 10_000;

  private static final System.Logger LOG = System.getLogger(Deployment.class.getName());

  private final List<Consumer<? super DeploymentEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Queue<DeploymentEvent> waiting = new ArrayDeque<>();
  private boolean telling;
  private long lost;

  void add(Consumer<? super DeploymentEvent> listener) {
    listeners.add(listener);
  }

  void remove(Consumer<? super DeploymentEvent> listener) {
    listeners.remove(listener);
  }

  void tell(DeploymentEvent event) {
    if (listeners.isEmpty()) {
      return;
    }
    synchronized (waiting) {
      if (waiting.size() == MOST_WAITING) {
        lost++;
        return;
      }
      waiting.add(event);
      if (telling) {
        return;
      }
      telling = true;
    }
    try {
      // Not a virtual one: guests that virtual threads call may hold all of their carriers.
      Thread.ofPlatform().daemon().name("switchblade-events").start(this::tellAll);
    } catch (OutOfMemoryError e) {
      // The next event tries again; whoever closes an instance has nothing to do with it.
      synchronized (waiting) {
        telling = false;
      }
    }
  }

  private void tellAll() {
    for (DeploymentEvent event = next(); event != null; event = next()) {
      for (var listener : listeners) {
        tell(listener, event);
      }
    }
  }

  private @Nullable DeploymentEvent next() {
    long missed;
    DeploymentEvent event;
    synchronized (waiting) {
      missed = lost;
      lost = 0;
      event = waiting.poll();
      if (event == null) {
        telling = false;
      }
    }
    if (missed > 0) {
      LOG.log(
          System.Logger.Level.WARNING, "a listener was so slow that {0} events are lost", missed);
    }
    return event;
  }

  private static void tell(Consumer<? super DeploymentEvent> listener, DeploymentEvent event) {
    try {
      listener.accept(event);
    } catch (Throwable e) {
      LOG.log(System.Logger.Level.WARNING, "a listener failed at: " + event.message(), e);
    }
  }
}
