package golden.gates.imports.features;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.gates.features.Level;
import org.jspecify.annotations.NullMarked;

/** What is {@code @since} a version is there, if the package is that far. */
@Generated("interface golden:gates/features@1.2.0")
@NullMarked
public interface Features {
  /** {@code old}. */
  Level old();

  /** {@code new}. */
  Level new_(Level level);

  /**
   * Defines {@code golden:gates/features@1.2.0} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Features implementation) {
    LinkerInstance instance = linker.instance("golden:gates/features@1.2.0");
    instance.funcOverImages(
        "old",
        FeaturesCodec.OLD,
        (arguments, result) -> golden.gates.features.FeaturesCodec.storeLevel(
            result, 0, implementation.old()));
    instance.funcOverImages(
        "new",
        FeaturesCodec.NEW,
        (arguments, result) -> golden.gates.features.FeaturesCodec.storeLevel(
            result,
            0,
            implementation.new_(golden.gates.features.FeaturesCodec.loadLevel(arguments, 0))));
  }
}
