package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of a WIT {@code variant} where no Java class stands for it.
 *
 * @param name the case's, in WIT's kebab-case
 * @param value what comes with it; null if nothing does
 */
public record WitVariant(String name, @Nullable Object value) {

  /** Requires a name. */
  public WitVariant {
    Objects.requireNonNull(name, "name");
  }

  /**
   * A case that carries nothing.
   *
   * @param name the case's
   */
  public static WitVariant of(String name) {
    return new WitVariant(name, null);
  }

  /**
   * A case with a payload.
   *
   * @param name the case's
   * @param value the payload
   */
  public static WitVariant of(String name, Object value) {
    return new WitVariant(name, Objects.requireNonNull(value, "value"));
  }

  /** Says whether it is the same case with an equal payload; arrays by their contents. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WitVariant that
        && name.equals(that.name)
        && Contents.equal(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Contents.hash(value);
  }

  /** As in {@code card(4242)}. */
  @Override
  public String toString() {
    return value == null ? name : name + "(" + Contents.text(value) + ")";
  }
}
