package golden.meeting_names.meeting;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record field}.
 *
 * @param aB 0 to 255
 * @param ab 0 to 255
 */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public record Field(int aB, int ab) {}
