package golden.nested_records.imports.people;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-records/people} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:nested-records/people")
@NullMarked
public final class PeopleCodec {
  /** {@code oldest}. */
  public static final WitType.Function OLDEST = func(
      golden.nested_records.people.PeopleCodec.PERSON,
      param("of", golden.nested_records.people.PeopleCodec.FAMILY));

  /** {@code found}. */
  public static final WitType.Function FOUND = func(
      golden.nested_records.people.PeopleCodec.FAMILY,
      param("first", golden.nested_records.people.PeopleCodec.PERSON));

  private PeopleCodec() {}
}
