package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Tuple} of four. */
public record Tuple4<A, B, C, D>(A first, B second, C third, D fourth) implements Tuple {

  /** Refuses null. */
  public Tuple4 {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(third, "third");
    Objects.requireNonNull(fourth, "fourth");
  }

  @Override
  public List<Object> toList() {
    return List.of(first, second, third, fourth);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return Contents.equal(this, other);
  }

  @Override
  public int hashCode() {
    return Contents.hash(this);
  }

  @Override
  public String toString() {
    return Contents.text(this);
  }
}
