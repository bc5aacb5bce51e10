package dev.switchblade.internal.wasi;

import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.AccessListener;
import java.lang.System.Logger.Level;

/** Where events go that nobody listens to. */
public final class AccessLog {

  /** How many characters are told of a text: as many as native code tells bytes of (outbox.rs). */
  private static final int MOST_SHOWN = 1 << 10;

  private AccessLog() {}

  private static System.Logger logger() {
    return System.getLogger("dev.switchblade.access");
  }

  static boolean isOn() {
    return logger().isLoggable(Level.DEBUG);
  }

  /**
   * What is told of a guest's text, which may be of any length. What native code tells is cut
   * there.
   */
  public static String shown(String text) {
    if (text.length() <= MOST_SHOWN) {
      return text;
    }
    int end = MOST_SHOWN - (Character.isHighSurrogate(text.charAt(MOST_SHOWN - 1)) ? 1 : 0);
    return text.substring(0, end) + "… (" + text.length() + " characters)";
  }

  /** Tells the listener, or the log. */
  public static void tell(
      String label, Grants grants, String capability, String what, boolean granted) {
    AccessListener listener = grants.listener;
    if (listener == null && !isOn()) {
      return;
    }
    var event = new AccessEvent(label, capability, what, granted);
    if (listener == null) {
      logger().log(Level.DEBUG, event::toString);
      return;
    }
    try {
      listener.accessed(event);
    } catch (Throwable e) {
      // A guest isn't to suffer for it, nor to gain by it.
      logger().log(Level.WARNING, "a listener failed on " + event, e);
    }
  }
}
