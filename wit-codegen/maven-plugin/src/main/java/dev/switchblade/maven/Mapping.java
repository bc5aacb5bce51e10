package dev.switchblade.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Java that is there already, instead of generated: an element of {@code <mappings>}. */
public final class Mapping {

  /**
   * A type, such as {@code acme:shop/types.money}, or an interface, such as {@code
   * wasi:http/types}.
   */
  private @Nullable String wit;

  /** The class for a type, such as {@code java.math.BigDecimal}; the package for an interface. */
  private @Nullable String java;

  /** The class that converts between a type and its class. */
  private @Nullable String converter;

  /** Maven makes one, and sets its fields. */
  public Mapping() {}

  Mapping(String wit, String java, @Nullable String converter) {
    this.wit = wit;
    this.java = java;
    this.converter = converter;
  }

  /** The generator's argument for it. */
  String argument() throws MojoFailureException {
    if (isBlank(wit) || isBlank(java)) {
      throw new MojoFailureException(
          "A <mapping> needs <wit>, a type or an interface, and <java>, the class or package to use"
              + " for it; this one has wit="
              + wit
              + ", java="
              + java
              + ", converter="
              + converter
              + ".");
    }
    return wit + "=" + java + (isBlank(converter) ? "" : ":" + converter);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
