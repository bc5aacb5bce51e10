package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Tuple} of seven. */
public record Tuple7<A, B, C, D, E, F, G>(
    A first, B second, C third, D fourth, E fifth, F sixth, G seventh) implements Tuple {

  /** Refuses null. */
  public Tuple7 {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(third, "third");
    Objects.requireNonNull(fourth, "fourth");
    Objects.requireNonNull(fifth, "fifth");
    Objects.requireNonNull(sixth, "sixth");
    Objects.requireNonNull(seventh, "seventh");
  }

  @Override
  public List<Object> toList() {
    return List.of(first, second, third, fourth, fifth, sixth, seventh);
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
