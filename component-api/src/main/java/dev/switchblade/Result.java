package dev.switchblade;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * WIT's {@code result<T, E>}: a success or a failure. Where a part has no type, its value is null.
 *
 * {@snippet :
 * switch (cart.pay(card)) {
 *   case Result.Ok(String receipt) -> print(receipt);
 *   case Result.Err(Declined declined) -> print(declined);
 * }
 * }
 *
 * @param <T> the type of a success
 * @param <E> the type of a failure
 */
public sealed interface Result<T extends @Nullable Object, E extends @Nullable Object> {

  /**
   * A success.
   *
   * @param value what it carries
   * @param <T> the type of a success
   * @param <E> the type of a failure
   */
  record Ok<T extends @Nullable Object, E extends @Nullable Object>(T value)
      implements Result<T, E> {}

  /**
   * A failure.
   *
   * @param error what it carries
   * @param <T> the type of a success
   * @param <E> the type of a failure
   */
  record Err<T extends @Nullable Object, E extends @Nullable Object>(E error)
      implements Result<T, E> {}

  /**
   * Makes a success.
   *
   * @param value what it carries
   */
  static <T extends @Nullable Object, E extends @Nullable Object> Result<T, E> ok(T value) {
    return new Ok<>(value);
  }

  /**
   * Makes a failure.
   *
   * @param error what it carries
   */
  static <T extends @Nullable Object, E extends @Nullable Object> Result<T, E> err(E error) {
    return new Err<>(error);
  }

  /** Says whether this is a success. */
  default boolean isOk() {
    return this instanceof Ok;
  }

  /**
   * The value of a success.
   *
   * @throws NoSuchElementException if this is a failure; the message has the error
   */
  default T orElseThrow() {
    return switch (this) {
      case Ok<T, E>(T value) -> value;
      case Err<T, E>(E error) ->
          throw new NoSuchElementException("the result is an error: " + error);
    };
  }
}
