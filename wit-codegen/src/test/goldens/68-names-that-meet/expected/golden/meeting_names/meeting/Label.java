package golden.meeting_names.meeting;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum label}. */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public enum Label {
  /** {@code x-y}. */
  X_Y,

  /** {@code x1-y}. */
  X1_Y,

  /** {@code x1y}. */
  X1Y
}
