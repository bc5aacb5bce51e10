package public_.interface_.class_;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import public_.interface_.class_.abi.CodecOfClass;

/** A package and interfaces whose names are keywords of Java. */
@Generated("interface public:interface/class")
@NullMarked
public interface HostClass {
  /**
   * {@code static-call}.
   *
   * @return unsigned
   */
  int staticCall();

  /** Defines {@code public:interface/class} in a linker. */
  static void addTo(Linker linker, HostClass implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code public:interface/class} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostClass> implementation) {
    LinkerInstance instance = linker.instance("public:interface/class");
    instance.funcOverImages(
        "static-call",
        CodecOfClass.STATIC_CALL,
        (arguments, result) -> result.putInt(
            0, implementation.apply(arguments.config()).staticCall()));
  }
}
