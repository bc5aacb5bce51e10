package dev.switchblade;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions of one interface, or of the root, in a {@link Linker}. */
public final class LinkerInstance {

  private final String name;
  private final Map<String, Object> functions = new HashMap<>();

  LinkerInstance(String name) {
    this.name = name;
  }

  /**
   * Defines a function.
   *
   * @param function its name in WIT
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance func(String function, HostFunction implementation) {
    return define(function, implementation);
  }

  /**
   * Defines a function over images. Its types are not checked; see {@link HostFunction.OverImages}.
   *
   * @param function its name in WIT
   * @param implementation what it does
   * @return this
   * @throws IllegalStateException if it is defined already
   */
  public LinkerInstance funcOverImages(String function, HostFunction.OverImages implementation) {
    return define(function, implementation);
  }

  private LinkerInstance define(String function, Object implementation) {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(implementation, "implementation");
    if (functions.putIfAbsent(function, implementation) != null) {
      String place = name.isEmpty() ? "the root" : name;
      throw new IllegalStateException(
          "the function " + function + " of " + place + " is defined already");
    }
    return this;
  }

  String name() {
    return name;
  }

  @Nullable Object find(String function) {
    return functions.get(function);
  }
}
