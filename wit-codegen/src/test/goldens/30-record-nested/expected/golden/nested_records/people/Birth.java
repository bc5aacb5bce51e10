package golden.nested_records.people;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record birth}.
 *
 * @param year 0 to 65535
 * @param month 0 to 255
 * @param day 0 to 255
 */
@Generated("interface golden:nested-records/people")
@NullMarked
public record Birth(int year, int month, int day) {}
