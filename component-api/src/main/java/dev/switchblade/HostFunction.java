package dev.switchblade;

import org.jspecify.annotations.Nullable;

/**
 * A function that the host provides to components.
 *
 * <p>It runs on the thread that called the guest, on that thread's own stack, while the guest
 * waits. It can't call into the same store; other stores it may use. Called by several threads at
 * once if it is linked into stores that are.
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

  /**
   * A host function over images, for generated code and for speed.
   *
   * <p>It is not told the types: those of the import are checked where it is linked, by whoever
   * knows for what type it was written.
   */
  @FunctionalInterface
  interface OverImages {

    /**
     * Runs the function.
     *
     * @param arguments the tuple of all parameters, at offset 0
     * @param result where the result goes, at offset 0; the arguments can be read all the while
     * @throws Exception to stop the guest
     */
    void call(ImageReader arguments, ImageWriter result) throws Exception;
  }
}
