package dev.switchblade.internal.upcall;

import org.jspecify.annotations.Nullable;

/**
 * A host function, as upcalls know it. It is a class and not an interface because it stands on the
 * path of every call of a host function: what an object is, is found out faster of classes.
 */
public abstract class UpcallFunction {

  /** Kept until native code has released the function. */
  @SuppressWarnings("UnusedVariable") // only kept
  @Nullable Upcalls upcalls;

  /** As in {@code acme:shop/clock@1.0.0#now}. */
  public abstract String qualifiedName();

  /**
   * Answers {@code SB_UPCALL_CALL}; what is thrown stops the guest.
   *
   * @param address where the arguments are
   * @param length how long their image is
   * @return 0, or the number of a call that has not ended
   */
  public abstract long call(UpcallStore store, long address, long length) throws Exception;

  /** Leaves native code the result of a call that has ended since. */
  public abstract void finish(UpcallStore store, @Nullable Object result);
}
