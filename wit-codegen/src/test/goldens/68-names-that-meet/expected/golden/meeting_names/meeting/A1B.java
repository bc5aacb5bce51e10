package golden.meeting_names.meeting;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record a1-b}.
 *
 * @param value 0 to 255
 */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public record A1B(int value) {}
