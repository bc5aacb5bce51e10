package dev.switchblade;

import org.jspecify.annotations.Nullable;

/**
 * A function that the host provides to components.
 *
 * <p>It runs on the thread that called the guest, on that thread's own stack, while the guest
 * waits. It can't call into the same store; other stores it may use. Called by several threads at
 * once if it is linked into stores that are.
 *
 * <p>It is kept until the last pre-instantiation and store that were linked with it are released.
 * One that refers to its own store, pre-instantiation or open engine keeps these, too: they are
 * released when they are closed, and never by being forgotten.
 */
@FunctionalInterface
public interface HostFunction {

  /**
   * Runs the function.
   *
   * @param call the arguments; valid until this method returns
   * @return the result, of the Java type that {@linkplain dev.switchblade the package page} names;
   *     null if the function has none
   * @throws Exception to stop the guest; whoever called it gets a {@link HostFunctionException}
   *     with this cause
   */
  @Nullable Object call(HostCall call) throws Exception;
}
