package dev.switchblade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call into a guest ended before it returned. The store it happened in is lost: its instances
 * can't be called any more, because what they were doing is half done. Other stores are unharmed.
 *
 * <p>The message names the function that was called and the part of a composition that the guest
 * was in, and ends with the guest's stack, where there is one.
 */
public abstract sealed class GuestException extends SwitchbladeException
    permits TrapException,
        ResourceLimitException,
        HostFunctionException,
        GuestExitException,
        GuestInterruptedException {

  private static final long serialVersionUID = 1;

  /** Not serialized: its strings are in the message. */
  private final transient List<GuestFrame> guestTrace;

  GuestException(String message, List<GuestFrame> guestTrace, @Nullable Throwable cause) {
    super(withTrace(message, guestTrace), cause);
    this.guestTrace = List.copyOf(guestTrace);
  }

  /** The guest's stack when it stopped, innermost function first; empty if it wasn't running. */
  public List<GuestFrame> guestTrace() {
    return guestTrace == null ? List.of() : guestTrace;
  }

  /**
   * The part of a composition that the guest was in when it stopped, such as {@code auth}: that of
   * the innermost function which is of a part. What stopped between two parts, where values are
   * passed from one to the other, is told with the one that called. Empty if the component is no
   * composition, or the guest wasn't running.
   */
  public String part() {
    return part(guestTrace());
  }

  private static String part(List<GuestFrame> guestTrace) {
    for (GuestFrame frame : guestTrace) {
      if (!frame.part().isEmpty()) {
        return frame.part();
      }
    }
    return "";
  }

  private static String withTrace(String message, List<GuestFrame> guestTrace) {
    var text = new StringBuilder(message);
    String part = part(guestTrace);
    if (!part.isEmpty()) {
      text.append(" (in ").append(part).append(')');
    }
    int shown = Math.min(guestTrace.size(), 12);
    for (GuestFrame frame : guestTrace.subList(0, shown)) {
      text.append("\n    in guest ").append(frame);
    }
    if (shown < guestTrace.size()) {
      text.append("\n    … and ").append(guestTrace.size() - shown).append(" more");
    }
    return text.toString();
  }
}
