package golden.nested_records.people;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** {@code record person}. */
@Generated("interface golden:nested-records/people")
@NullMarked
public record Person(Name name, Optional<Birth> birth, List<Name> parents) {
  /** Refuses null; copies lists, maps and sets. */
  public Person {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(birth, "birth");
    parents = Immutable.copyOf(parents, "parents");
  }
}
