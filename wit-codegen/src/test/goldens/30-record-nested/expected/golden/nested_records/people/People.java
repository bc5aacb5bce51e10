package golden.nested_records.people;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.nested_records.Registry;
import golden.nested_records.people.abi.CodecOfPeople;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:nested-records/people}. */
@Generated("interface golden:nested-records/people")
@NullMarked
public final class People {
  private final Func oldest;
  private final Func found;

  private People(Exports exports) {
    this.oldest = exports.func(0);
    this.found = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Registry} hands it out. */
  public static People of(Exports exports) {
    return new People(exports);
  }

  /** {@code oldest}. */
  public Person oldest(Family of) {
    Objects.requireNonNull(of, "of");
    try (Call call = this.oldest.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfPeople.storeFamily(arguments, 0, of);
      call.invoke();
      return CodecOfPeople.loadPerson(call.result(), 0);
    }
  }

  /** {@code found}. */
  public Family found(Person first) {
    Objects.requireNonNull(first, "first");
    try (Call call = this.found.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfPeople.storePerson(arguments, 0, first);
      call.invoke();
      return CodecOfPeople.loadFamily(call.result(), 0);
    }
  }
}
