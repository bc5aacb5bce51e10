package dev.switchblade.internal.ffi;

import dev.switchblade.bindings.NativeLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Whether native code can be used: there is a library, and Java lets this module and that of the
 * bindings use it.
 *
 * <p>Whatever a program can begin with asks here before it touches a native function. The classes
 * of these find the library when they are initialized, and a class that could not be initialized
 * says why once, and {@link NoClassDefFoundError} from then on.
 */
public final class NativeAccess {

  private NativeAccess() {}

  /**
   * Opens the library, unless that has been done.
   *
   * @throws UnsatisfiedLinkError if native code can't be used; the message says why, and what to do
   */
  public static void require() {
    NativeLibrary.load();
    try {
      NativeMemory.memory(0, 0);
    } catch (IllegalCallerException e) {
      throw NativeLibrary.denied(e);
    }
  }

  /** Says why native code can't be used, as {@link #require} does; null if it can. */
  public static @Nullable UnsatisfiedLinkError failure() {
    try {
      require();
      return null;
    } catch (UnsatisfiedLinkError e) {
      return e;
    }
  }
}
