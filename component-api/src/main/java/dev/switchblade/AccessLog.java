package dev.switchblade;

import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.AccessListener;
import java.lang.System.Logger.Level;

/** Where events go that nobody listens to. */
final class AccessLog {

  private AccessLog() {}

  private static System.Logger logger() {
    return System.getLogger("dev.switchblade.access");
  }

  static boolean isOn() {
    return logger().isLoggable(Level.DEBUG);
  }

  /** Tells the listener, or the log. */
  static void tell(StoreConfig config, String capability, String what, boolean granted) {
    AccessListener listener = config.wasi().listener;
    if (listener == null && !isOn()) {
      return;
    }
    var event = new AccessEvent(config.label(), capability, what, granted);
    if (listener == null) {
      logger().log(Level.DEBUG, event::toString);
      return;
    }
    try {
      listener.accessed(event);
    } catch (Exception e) {
      // A guest isn't to suffer for it, nor to gain by it.
      logger().log(Level.WARNING, "a listener failed on " + event, e);
    }
  }
}
