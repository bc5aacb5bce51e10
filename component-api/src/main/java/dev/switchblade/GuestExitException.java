package dev.switchblade;

import java.util.List;

/**
 * A guest has ended itself with {@code wasi:cli/exit}, as programs do when they are done. Like any
 * {@link GuestException} it ends the store.
 */
public final class GuestExitException extends GuestException {

  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * Makes an exception.
   *
   * @param context what was called; the message goes on with the status
   * @param status 0 to 255
   */
  public GuestExitException(String context, int status) {
    super(context + ": the guest has exited with status " + status, List.of(), null);
    this.status = status;
  }

  /** The status: 0 if all went well, up to 255. */
  public int status() {
    return status;
  }
}
