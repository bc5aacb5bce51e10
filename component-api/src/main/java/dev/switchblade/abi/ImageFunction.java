package dev.switchblade.abi;

/**
 * A host function over images, for generated code and for speed.
 *
 * <p>It is not told the types: those of the import are checked where it is linked, by whoever knows
 * for what type it was written.
 */
@FunctionalInterface
public interface ImageFunction {

  /**
   * Runs the function.
   *
   * @param arguments the tuple of all parameters, at offset 0
   * @param result where the result goes, at offset 0; the arguments can be read all the while
   * @throws Exception to stop the guest
   */
  void call(ImageReader arguments, ImageWriter result) throws Exception;
}
