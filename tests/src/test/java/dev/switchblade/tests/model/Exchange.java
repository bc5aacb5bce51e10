package dev.switchblade.tests.model;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, what must come of them, and what changes by it in the model. */
abstract class Exchange {

  private final @Nullable Object[] arguments;

  Exchange(@Nullable Object... arguments) {
    this.arguments = arguments;
  }

  /** The arguments for {@code Func.call}. */
  final @Nullable Object[] arguments() {
    return arguments;
  }

  /** Writes the arguments. */
  abstract void write(ImageWriter image);

  /** Reads the result, as {@code Func.call} returns it. */
  @Nullable Object read(ImageReader image) {
    return null;
  }

  /** Says whether a result is the right one. */
  boolean isAnswer(@Nullable Object result) {
    return result == null;
  }

  /** Says whether it must be refused before anything runs. */
  boolean isRefused() {
    return false;
  }

  /** Says whether the guest must fail. */
  boolean fails() {
    return false;
  }

  /** Says whether handles are passed or returned. */
  boolean hasHandles() {
    return false;
  }

  /** The bytes of the list that is visited if the call is made in place; null if there is none. */
  byte @Nullable [] visited() {
    return null;
  }

  /** The arguments have been written. */
  void written() {}

  /** They go to the guest now. */
  void crossing() {}

  /** They didn't go to the guest. */
  void undone() {}

  /** The guest has returned. */
  void succeeded() {}

  /** The call has been closed, and nobody has read its result. */
  void unread() {}

  /** The right result has been read. */
  void returned(@Nullable Object result, Actor actor) {}
}
