package golden.meeting_names.meeting;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record a1b}.
 *
 * @param value 0 to 65535
 */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public record A1b_(int value) {}
