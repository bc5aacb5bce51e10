package public_.interface_.native_;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import public_.interface_.native_.abi.CodecOfNative;

/** Interface {@code public:interface/native}. */
@Generated("interface public:interface/native")
@NullMarked
public interface HostNative {
  /** {@code run}. */
  void run(RecordInNative value);

  /** Defines {@code public:interface/native} in a linker. */
  static void addTo(Linker linker, HostNative implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code public:interface/native} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostNative> implementation) {
    LinkerInstance instance = linker.instance("public:interface/native");
    instance.funcOverImages(
        "run",
        CodecOfNative.RUN,
        (arguments, result) -> implementation.apply(arguments.config()).run(
            CodecOfNative.loadRecordInNative(arguments, 0)));
  }
}
