package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Tuple} of six. */
public record Tuple6<A, B, C, D, E, F>(A first, B second, C third, D fourth, E fifth, F sixth)
    implements Tuple {

  /** Refuses null. */
  public Tuple6 {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(third, "third");
    Objects.requireNonNull(fourth, "fourth");
    Objects.requireNonNull(fifth, "fifth");
    Objects.requireNonNull(sixth, "sixth");
  }

  @Override
  public List<Object> toList() {
    return List.of(first, second, third, fourth, fifth, sixth);
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
