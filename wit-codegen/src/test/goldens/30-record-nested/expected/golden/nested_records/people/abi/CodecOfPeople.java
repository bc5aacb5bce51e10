package golden.nested_records.people.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.nested_records.people.Birth;
import golden.nested_records.people.Family;
import golden.nested_records.people.Name;
import golden.nested_records.people.Person;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-records/people} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:nested-records/people")
@NullMarked
public final class CodecOfPeople {
  /** {@code name}. */
  public static final WitType NAME = record(field("first", STRING), field("last", STRING));

  /** {@code birth}. */
  public static final WitType BIRTH = record(
      field("year", U16), field("month", U8), field("day", U8));

  /** {@code person}. */
  public static final WitType PERSON = record(
      field("name", NAME), field("birth", option(BIRTH)), field("parents", list(NAME)));

  /** {@code family}. */
  public static final WitType FAMILY = record(
      field("members", list(PERSON)), field("eldest", PERSON));

  /** {@code oldest}. */
  public static final WitType.Function OLDEST = func(PERSON, param("of", FAMILY));

  /** {@code found}. */
  public static final WitType.Function FOUND = func(FAMILY, param("first", PERSON));

  private CodecOfPeople() {}

  /** Writes a value of {@code name}. */
  public static void storeName(ImageWriter image, long at, Name value) {
    image.putString(at, value.first());
    image.putString(at + 8, value.last());
  }

  /** Reads a value of {@code name}. */
  public static Name loadName(ImageReader image, long at) {
    return new Name(
        image.getString(at),
        image.getString(at + 8));
  }

  /** Writes a value of {@code birth}. */
  public static void storeBirth(ImageWriter image, long at, Birth value) {
    image.putU16(at, value.year());
    image.putU8(at + 2, value.month());
    image.putU8(at + 3, value.day());
  }

  /** Reads a value of {@code birth}. */
  public static Birth loadBirth(ImageReader image, long at) {
    return new Birth(
        image.getU16(at),
        image.getU8(at + 2),
        image.getU8(at + 3));
  }

  /** Writes a value of {@code person}. */
  public static void storePerson(ImageWriter image, long at, Person value) {
    storeName(image, at, value.name());
    image.putOption(at + 16, value.birth(), 2, CodecOfPeople::storeBirth);
    image.putList(at + 24, value.parents(), 16, 4, CodecOfPeople::storeName);
  }

  /** Reads a value of {@code person}. */
  public static Person loadPerson(ImageReader image, long at) {
    return new Person(
        loadName(image, at),
        image.getOption(at + 16, 2, CodecOfPeople::loadBirth),
        image.getList(at + 24, 16, CodecOfPeople::loadName));
  }

  /** Writes a value of {@code family}. */
  public static void storeFamily(ImageWriter image, long at, Family value) {
    image.putList(at, value.members(), 32, 4, CodecOfPeople::storePerson);
    storePerson(image, at + 8, value.eldest());
  }

  /** Reads a value of {@code family}. */
  public static Family loadFamily(ImageReader image, long at) {
    return new Family(
        image.getList(at, 32, CodecOfPeople::loadPerson),
        loadPerson(image, at + 8));
  }
}
