package dev.switchblade.internal.value;

import org.jspecify.annotations.Nullable;

/** How values are named in complaints about them. */
public final class Complaints {

  private Complaints() {}

  /** A value in a complaint: its type, and itself only where it is short and no secret. */
  public static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    String text = value instanceof Number || value instanceof Boolean ? value + " of type " : "";
    return text + value.getClass().getTypeName();
  }
}
