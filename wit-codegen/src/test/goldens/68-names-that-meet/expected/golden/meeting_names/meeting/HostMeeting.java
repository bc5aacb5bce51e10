package golden.meeting_names.meeting;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.meeting_names.meeting.abi.CodecOfMeeting;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Different names in WIT, which one Java habit would make alike. */
@Generated("interface golden:meeting-names/meeting")
@NullMarked
public interface HostMeeting {
  /**
   * {@code get-a}.
   *
   * @return 0 to 255
   */
  int getA();

  /**
   * {@code geta}.
   *
   * @return 0 to 65535
   */
  int geta();

  /** {@code both}. */
  A1b_ both(A1B one, A1b_ two, Label label, Field field);

  /** Defines {@code golden:meeting-names/meeting} in a linker. */
  static void addTo(Linker linker, HostMeeting implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:meeting-names/meeting} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostMeeting> implementation) {
    LinkerInstance instance = linker.instance("golden:meeting-names/meeting");
    instance.funcOverImages(
        "get-a",
        CodecOfMeeting.GET_A,
        (arguments, result) -> result.putU8(0, implementation.apply(arguments.config()).getA()));
    instance.funcOverImages(
        "geta",
        CodecOfMeeting.GETA,
        (arguments, result) -> result.putU16(0, implementation.apply(arguments.config()).geta()));
    instance.funcOverImages(
        "both",
        CodecOfMeeting.BOTH,
        (arguments, result) -> CodecOfMeeting.storeA1b_(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).both(
                    CodecOfMeeting.loadA1B(arguments, 0),
                    CodecOfMeeting.loadA1b_(arguments, 2),
                    CodecOfMeeting.loadLabel(arguments, 4),
                    CodecOfMeeting.loadField(arguments, 5)))));
  }
}
