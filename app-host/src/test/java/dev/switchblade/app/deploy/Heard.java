package dev.switchblade.app.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A listener that remembers. */
final class Heard implements Consumer<DeploymentEvent> {

  private final BlockingQueue<DeploymentEvent> events = new LinkedBlockingQueue<>();

  @Override
  public void accept(DeploymentEvent event) {
    events.add(event);
  }

  /** All events up to the first of a class, that one included. */
  List<DeploymentEvent> until(Class<? extends DeploymentEvent> last) {
    List<DeploymentEvent> heard = new ArrayList<>();
    while (true) {
      DeploymentEvent event;
      try {
        event = events.poll(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      if (event == null) {
        throw new AssertionError("no " + last.getSimpleName() + " came, only " + heard);
      }
      heard.add(event);
      if (last.isInstance(event)) {
        return heard;
      }
    }
  }

  /** The next event of a class. */
  <E extends DeploymentEvent> E next(Class<E> wanted) {
    return wanted.cast(until(wanted).getLast());
  }

  /** What has been heard and not been looked at. */
  List<DeploymentEvent> rest() {
    List<DeploymentEvent> heard = new ArrayList<>();
    events.drainTo(heard);
    return heard;
  }
}
