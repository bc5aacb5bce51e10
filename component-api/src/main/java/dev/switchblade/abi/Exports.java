package dev.switchblade.abi;

import dev.switchblade.Func;
import dev.switchblade.Store;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.link.ExportedFunction;
import dev.switchblade.internal.link.LinkedInstance;

/**
 * Exported functions of one instance, by their numbers in {@link ExportTypes}: what generated code
 * calls. Used as {@link Store} says.
 */
public final class Exports {

  private final Func[] functions;

  Exports(LinkedInstance instance, FunctionCodec[] functions) {
    this.functions = new Func[functions.length];
    for (int i = 0; i < functions.length; i++) {
      this.functions[i] = new Func(new ExportedFunction(instance, functions[i], this));
    }
  }

  /**
   * A function.
   *
   * @param number its position in {@link ExportTypes}
   * @throws IndexOutOfBoundsException if there is none
   */
  public Func func(int number) {
    return functions[number];
  }
}
