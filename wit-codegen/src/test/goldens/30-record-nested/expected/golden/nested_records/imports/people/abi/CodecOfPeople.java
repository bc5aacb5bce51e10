package golden.nested_records.imports.people.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-records/people} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:nested-records/people")
@NullMarked
public final class CodecOfPeople {
  /** {@code oldest}. */
  public static final WitType.Function OLDEST = func(
      golden.nested_records.people.abi.CodecOfPeople.PERSON,
      param("of", golden.nested_records.people.abi.CodecOfPeople.FAMILY));

  /** {@code found}. */
  public static final WitType.Function FOUND = func(
      golden.nested_records.people.abi.CodecOfPeople.FAMILY,
      param("first", golden.nested_records.people.abi.CodecOfPeople.PERSON));

  private CodecOfPeople() {}
}
