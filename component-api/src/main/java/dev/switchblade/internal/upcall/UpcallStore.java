package dev.switchblade.internal.upcall;

/**
 * A store, as upcalls know it: one method for each thing that the native library asks about one.
 *
 * <p>A class and not an interface, because it stands on the path of every call of a host function:
 * what an object is, is found out faster of classes.
 */
public abstract class UpcallStore {

  /**
   * Answers {@code SB_UPCALL_FILL}: copies a large list to where the guest wants it.
   *
   * @return whether the list has that size
   */
  public abstract boolean fill(int entry, long address, long size);

  /** Answers {@code SB_UPCALL_DRAIN}: takes a large list out of a guest; returns its entry. */
  public abstract int drain(int tag, long address, long size);

  /** Answers {@code SB_UPCALL_VISIT}: shows a list where it is; returns its entry. */
  public abstract int visit(long address, long size);

  /** Answers {@code SB_UPCALL_DESTROY}: a guest has dropped an object of the host's. */
  public abstract void destroy(Object resource, int number) throws Exception;

  /**
   * Answers {@code SB_UPCALL_AWAIT}: looks for a host function that has ended.
   *
   * @param wait whether to wait for one
   * @return its number, -1 minus that if it failed, and 0 if there is none
   */
  public abstract long await(boolean wait);

  /** Answers {@code SB_UPCALL_ABANDON}: no guest waits for a host function any more. */
  public abstract void abandon(long number);

  /**
   * Answers {@code SB_UPCALL_OUTPUT}: a guest writes to standard output or standard error.
   *
   * @return whether it was written; if not, guests are told so
   */
  public abstract boolean write(boolean error, long address, long length);

  /** Answers {@code SB_UPCALL_INPUT}: a guest reads standard input. */
  public abstract void read(long inbox, int most);

  /** Answers {@code SB_UPCALL_ACCESS}: a guest has asked for something. */
  public abstract void tell(boolean granted, long address, long length);

  /** Answers {@code SB_UPCALL_REQUEST}: what becomes of a guest's HTTP request. */
  public abstract int decide(long address, long length) throws Exception;

  /**
   * Records why an upcall failed, for whoever has called the guest.
   *
   * @param by what failed, such as {@code the host function logger}
   */
  public abstract void fail(Throwable reason, String by);
}
