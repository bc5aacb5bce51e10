package dev.switchblade;

/**
 * The calling thread has too little stack left for a guest call. Nothing has run: the same call
 * works on a thread with a larger stack, see {@link Engine.Builder#maxWasmStack}.
 */
public final class StackSpaceException extends SwitchbladeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes an exception.
   *
   * @param message what was to be called, and how much stack is missing
   */
  public StackSpaceException(String message) {
    super(message);
  }
}
