package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Tuple} of five. */
public record Tuple5<A, B, C, D, E>(A first, B second, C third, D fourth, E fifth)
    implements Tuple {

  /** Refuses null. */
  public Tuple5 {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(third, "third");
    Objects.requireNonNull(fourth, "fourth");
    Objects.requireNonNull(fifth, "fifth");
  }

  @Override
  public List<Object> toList() {
    return List.of(first, second, third, fourth, fifth);
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
