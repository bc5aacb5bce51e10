package golden.nested_records.imports.people;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.nested_records.people.Family;
import golden.nested_records.people.Person;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:nested-records/people}. */
@Generated("interface golden:nested-records/people")
@NullMarked
public interface People {
  /** {@code oldest}. */
  Person oldest(Family of);

  /** {@code found}. */
  Family found(Person first);

  /**
   * Defines {@code golden:nested-records/people} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, People implementation) {
    LinkerInstance instance = linker.instance("golden:nested-records/people");
    instance.funcOverImages(
        "oldest",
        PeopleCodec.OLDEST,
        (arguments, result) -> golden.nested_records.people.PeopleCodec.storePerson(
            result,
            0,
            implementation.oldest(
                golden.nested_records.people.PeopleCodec.loadFamily(arguments, 0))));
    instance.funcOverImages(
        "found",
        PeopleCodec.FOUND,
        (arguments, result) -> golden.nested_records.people.PeopleCodec.storeFamily(
            result,
            0,
            implementation.found(
                golden.nested_records.people.PeopleCodec.loadPerson(arguments, 0))));
  }
}
