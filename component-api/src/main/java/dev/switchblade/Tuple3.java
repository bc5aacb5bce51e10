package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Tuple} of three. */
public record Tuple3<A, B, C>(A first, B second, C third) implements Tuple {

  /** Refuses null. */
  public Tuple3 {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(third, "third");
  }

  @Override
  public List<Object> toList() {
    return List.of(first, second, third);
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
