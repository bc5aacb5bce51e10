package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Tuple} of one. */
public record Tuple1<A>(A first) implements Tuple {

  /** Refuses null. */
  public Tuple1 {
    Objects.requireNonNull(first, "first");
  }

  @Override
  public List<Object> toList() {
    return List.of(first);
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
