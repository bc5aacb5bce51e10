package dev.switchblade.tests.model;

import dev.switchblade.ClosedException;
import dev.switchblade.GuestException;
import dev.switchblade.StoreBusyException;
import dev.switchblade.StoreLostException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a method can end. */
enum End {
  RETURNS,
  /**
   * {@link IllegalStateException} and those of its kind that are ours: closed, lost, in use, or not
   * now.
   */
  STATE,
  /** {@link IllegalArgumentException} or {@link IndexOutOfBoundsException}. */
  VALUE,
  /** A position that an array doesn't have: an answer only where a position was asked for. */
  POSITION,
  GUEST,
  UNSUPPORTED,
  LINK,
  /** {@link WrongThreadException}, of segments that belong to another thread. */
  THREAD,
  /** What a step threw, as it is. */
  SCRIPTED,
  /** What nothing documents. */
  ANYTHING_ELSE;

  /** All that is documented: for what several threads use at once. */
  static final Set<End> DOCUMENTED =
      EnumSet.of(RETURNS, STATE, VALUE, GUEST, UNSUPPORTED, THREAD, SCRIPTED);

  private static final Set<Class<?>> STATES =
      Set.of(
          IllegalStateException.class,
          ClosedException.class,
          StoreBusyException.class,
          StoreLostException.class);

  static End of(@Nullable Throwable thrown) {
    if (thrown == null) {
      return RETURNS;
    }
    return switch (thrown) {
      case ScriptedException _, ScriptedException.Unchecked _ -> SCRIPTED;
      case GuestException _ -> GUEST;
      case dev.switchblade.LinkException _ -> LINK;
      case UnsupportedOperationException _ -> UNSUPPORTED;
      case WrongThreadException _ -> THREAD;
      case IllegalArgumentException _ -> VALUE;
      case ArrayIndexOutOfBoundsException _ -> POSITION;
      default -> ofClass(thrown.getClass());
    };
  }

  /** Of these, other subclasses are something else. */
  private static End ofClass(Class<?> type) {
    if (STATES.contains(type)) {
      return STATE;
    }
    return type == IndexOutOfBoundsException.class ? VALUE : ANYTHING_ELSE;
  }
}
