package dev.switchblade;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that was to be passed to a guest is not of its WIT type: an argument of a call, or what a
 * host function returned. The message has the path to it and what is wrong, for people; {@link
 * #path} and {@link #problem} have them apart.
 *
 * <p>A call that is refused because of its arguments has not begun, and its store can be used on.
 * Where a host function returned the value, this is the cause of the {@link HostFunctionException}
 * that the guest's caller gets.
 */
public final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String path;
  private final String problem;

  /**
   * Makes an exception.
   *
   * @param path where the value is; empty if nobody knows
   * @param problem what was expected, and what came
   */
  public InvalidValueException(String path, String problem) {
    this(path, problem, null);
  }

  /**
   * Makes an exception with a cause.
   *
   * @param path where the value is; empty if nobody knows
   * @param problem what was expected, and what came
   * @param cause what found it out, or null
   */
  public InvalidValueException(String path, String problem, @Nullable Throwable cause) {
    super(path.isEmpty() ? problem : path + ": " + problem, cause);
    this.path = path;
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /**
   * Where the value is: the function, its parameter, and the steps from there, as in {@code
   * acme:shop/orders@1.0.0#place(order).items[3].quantity}; or {@code the result of the host
   * function} with its name and steps. Empty if nobody knows.
   */
  public String path() {
    return path;
  }

  /** What was expected there, and what came, as in {@code expected u16 (0..65535), got 70000}. */
  public String problem() {
    return problem;
  }
}
