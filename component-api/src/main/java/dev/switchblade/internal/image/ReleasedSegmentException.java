package dev.switchblade.internal.image;

/** A segment among the values that cross has been released. */
public final class ReleasedSegmentException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  ReleasedSegmentException(String message) {
    super(message);
  }
}
