package dev.switchblade.codegen.wit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function.
 *
 * @param about its whole name, such as {@code [method]cart.total}
 * @param item its name without that of its resource
 * @param kind what it is called on
 * @param async whether it is an {@code async func}
 * @param resource the number of its resource; null if it is freestanding
 * @param parameters its parameters, with that of the resource itself
 * @param result the type of its result, if it has one
 */
public record Function(
    About about,
    String item,
    Kind kind,
    boolean async,
    @Nullable Integer resource,
    List<Parameter> parameters,
    @Nullable TypeRef result) {

  /** What a function is called on. */
  public enum Kind {
    FREESTANDING,
    METHOD,
    STATIC,
    CONSTRUCTOR
  }

  /**
   * A parameter.
   *
   * @param name its name
   * @param type its type
   * @param offset where it is in the tuple of all
   */
  public record Parameter(String name, TypeRef type, int offset) {}

  /** The name that components have it under. */
  public String name() {
    return about.name();
  }
}
