package golden.meeting_names.imports.meeting.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:meeting-names/meeting} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public final class CodecOfMeeting {
  /** {@code get-a}. */
  public static final WitType.Function GET_A = func(U8);

  /** {@code geta}. */
  public static final WitType.Function GETA = func(U16);

  /** {@code both}. */
  public static final WitType.Function BOTH = func(
      golden.meeting_names.meeting.abi.CodecOfMeeting.A1B_,
      param("one", golden.meeting_names.meeting.abi.CodecOfMeeting.A1_B),
      param("two", golden.meeting_names.meeting.abi.CodecOfMeeting.A1B_),
      param("label", golden.meeting_names.meeting.abi.CodecOfMeeting.LABEL),
      param("field", golden.meeting_names.meeting.abi.CodecOfMeeting.FIELD));

  private CodecOfMeeting() {}
}
