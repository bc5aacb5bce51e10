package golden.meeting_names.meeting;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.meeting_names.Names;
import golden.meeting_names.meeting.abi.CodecOfMeeting;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Different names in WIT, which one Java habit would make alike. */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public final class Meeting {
  private final Func getA;
  private final Func geta;
  private final Func both;

  private Meeting(Exports exports) {
    this.getA = exports.func(0);
    this.geta = exports.func(1);
    this.both = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Names} hands it out. */
  public static Meeting of(Exports exports) {
    return new Meeting(exports);
  }

  /**
   * {@code get-a}.
   *
   * @return 0 to 255
   */
  public int getA() {
    try (Call call = this.getA.begin()) {
      call.invoke();
      return call.result().getU8(0);
    }
  }

  /**
   * {@code geta}.
   *
   * @return 0 to 65535
   */
  public int geta() {
    try (Call call = this.geta.begin()) {
      call.invoke();
      return call.result().getU16(0);
    }
  }

  /** {@code both}. */
  public A1b_ both(A1B one, A1b_ two, Label label, Field field) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(two, "two");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(field, "field");
    try (Call call = this.both.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfMeeting.storeA1B(arguments, 0, one);
      CodecOfMeeting.storeA1b_(arguments, 2, two);
      CodecOfMeeting.storeLabel(arguments, 4, label);
      CodecOfMeeting.storeField(arguments, 5, field);
      call.invoke();
      return CodecOfMeeting.loadA1b_(call.result(), 0);
    }
  }
}
