package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NonNull;
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
      implements Result<T, E> {

    /** Says whether the other one is a success with an equal value; arrays by their contents. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ok<?, ?>(var that) && Contents.equal(value, that);
    }

    @Override
    public int hashCode() {
      return Contents.hash(this);
    }

    @Override
    public String toString() {
      return Contents.text(this);
    }
  }

  /**
   * A failure.
   *
   * @param error what it carries
   * @param <T> the type of a success
   * @param <E> the type of a failure
   */
  record Err<T extends @Nullable Object, E extends @Nullable Object>(E error)
      implements Result<T, E> {

    /** Says whether the other one is a failure with an equal error; arrays by their contents. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Err<?, ?>(var that) && Contents.equal(error, that);
    }

    @Override
    public int hashCode() {
      return Contents.hash(this);
    }

    @Override
    public String toString() {
      return Contents.text(this);
    }
  }

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

  /** Says whether this is a failure. */
  default boolean isErr() {
    return this instanceof Err;
  }

  /** What a success carries; empty if this is a failure, or the success carries nothing. */
  default Optional<@NonNull T> toOptional() {
    return this instanceof Ok<T, E>(T value) ? Optional.ofNullable(value) : Optional.empty();
  }

  /** What a failure carries; empty if this is a success, or the failure carries nothing. */
  default Optional<@NonNull E> errToOptional() {
    return this instanceof Err<T, E>(E error) ? Optional.ofNullable(error) : Optional.empty();
  }

  /**
   * The same result with another value, if it is a success.
   *
   * @param function makes the other value of what the success carries
   * @param <U> the type of the other value
   */
  default <U extends @Nullable Object> Result<U, E> map(Function<? super T, ? extends U> function) {
    Objects.requireNonNull(function, "function");
    return switch (this) {
      case Ok<T, E>(T value) -> new Ok<>(function.apply(value));
      case Err<T, E>(E error) -> new Err<>(error);
    };
  }

  /**
   * The same result with another error, if it is a failure.
   *
   * @param function makes the other error of what the failure carries
   * @param <F> the type of the other error
   */
  default <F extends @Nullable Object> Result<T, F> mapErr(
      Function<? super E, ? extends F> function) {
    Objects.requireNonNull(function, "function");
    return switch (this) {
      case Ok<T, E>(T value) -> new Ok<>(value);
      case Err<T, E>(E error) -> new Err<>(function.apply(error));
    };
  }

  /**
   * Another result, if this is a success; else the failure.
   *
   * @param function makes the other result of what the success carries
   * @param <U> the type of the other success
   */
  default <U extends @Nullable Object> Result<U, E> flatMap(
      Function<? super T, ? extends Result<? extends U, ? extends E>> function) {
    Objects.requireNonNull(function, "function");
    return switch (this) {
      case Ok<T, E>(T value) -> {
        @SuppressWarnings("unchecked") // a result only gives its value away
        var other = (Result<U, E>) function.apply(value);
        yield Objects.requireNonNull(other, "the function's result");
      }
      case Err<T, E>(E error) -> new Err<>(error);
    };
  }

  /**
   * One value, whichever it is.
   *
   * @param ok makes it of what a success carries
   * @param err makes it of what a failure carries
   * @param <U> its type
   */
  default <U extends @Nullable Object> U fold(
      Function<? super T, ? extends U> ok, Function<? super E, ? extends U> err) {
    Objects.requireNonNull(ok, "ok");
    Objects.requireNonNull(err, "err");
    return switch (this) {
      case Ok<T, E>(T value) -> ok.apply(value);
      case Err<T, E>(E error) -> err.apply(error);
    };
  }

  /**
   * The value of a success, or another one.
   *
   * @param other what is returned if this is a failure
   */
  default T orElse(T other) {
    return this instanceof Ok<T, E>(T value) ? value : other;
  }

  /**
   * The value of a success, or one that is made of the error; {@link Optional#orElseGet} has no
   * error to hand over.
   *
   * @param function makes the value of what the failure carries
   */
  default T orElseGet(Function<? super E, ? extends T> function) {
    Objects.requireNonNull(function, "function");
    return switch (this) {
      case Ok<T, E>(T value) -> value;
      case Err<T, E>(E error) -> function.apply(error);
    };
  }

  /**
   * The value of a success.
   *
   * @param function makes an exception of what the failure carries
   * @param <X> the type of the exception
   * @throws X if this is a failure
   */
  default <X extends Throwable> T orElseThrow(Function<? super E, ? extends X> function) throws X {
    Objects.requireNonNull(function, "function");
    return switch (this) {
      case Ok<T, E>(T value) -> value;
      case Err<T, E>(E error) -> throw function.apply(error);
    };
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
