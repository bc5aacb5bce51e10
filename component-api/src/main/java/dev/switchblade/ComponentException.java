package dev.switchblade;

import dev.switchblade.abi.Contents;
import org.jspecify.annotations.Nullable;

/**
 * The error of a WIT {@code result}, thrown: by a function that a component has returned it from,
 * or by a host function that is to return it. Each type of error has a class of its own, which is
 * generated where the generator is told to throw errors ({@code --throw-errors}).
 *
 * {@snippet :
 * try {
 *   print(cart.pay(card));
 * } catch (DeclinedException e) {
 *   print(e.error());
 * }
 * }
 *
 * <p>It is checked, as the WIT says that it may be thrown; what nobody foresaw is a {@link
 * GuestException}. When it is serialized, its message is all that is kept.
 */
public abstract class ComponentException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient @Nullable Object payload;

  /**
   * Makes one.
   *
   * @param type the WIT type of the error, for the message
   * @param payload the error; null if the type is none
   */
  protected ComponentException(String type, @Nullable Object payload) {
    super(payload == null ? type : type + ": " + Contents.text(payload));
    this.payload = payload;
  }

  /** The error; null if the {@code result} has no type for it. */
  public final @Nullable Object payload() {
    return payload;
  }
}
