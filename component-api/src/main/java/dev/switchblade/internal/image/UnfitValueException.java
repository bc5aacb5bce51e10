package dev.switchblade.internal.image;

/** A value that an image can't take: not one of its WIT type. The message has the path to it. */
public final class UnfitValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String reason;

  UnfitValueException(String path, String reason) {
    super(path.isEmpty() ? reason : path + ": " + reason);
    this.reason = reason;
  }

  /** The message without the path, for those who know a path of their own. */
  public String reason() {
    return reason;
  }
}
