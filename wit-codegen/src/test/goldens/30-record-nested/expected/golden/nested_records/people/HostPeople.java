package golden.nested_records.people;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.nested_records.people.abi.CodecOfPeople;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:nested-records/people}. */
@Generated("interface golden:nested-records/people")
@NullMarked
public interface HostPeople {
  /** {@code oldest}. */
  Person oldest(Family of);

  /** {@code found}. */
  Family found(Person first);

  /** Defines {@code golden:nested-records/people} in a linker. */
  static void addTo(Linker linker, HostPeople implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:nested-records/people} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPeople> implementation) {
    LinkerInstance instance = linker.instance("golden:nested-records/people");
    instance.funcOverImages(
        "oldest",
        CodecOfPeople.OLDEST,
        (arguments, result) -> CodecOfPeople.storePerson(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).oldest(
                    CodecOfPeople.loadFamily(arguments, 0)))));
    instance.funcOverImages(
        "found",
        CodecOfPeople.FOUND,
        (arguments, result) -> CodecOfPeople.storeFamily(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).found(
                    CodecOfPeople.loadPerson(arguments, 0)))));
  }
}
