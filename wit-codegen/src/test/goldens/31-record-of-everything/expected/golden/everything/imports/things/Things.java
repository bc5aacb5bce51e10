package golden.everything.imports.things;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.everything.things.Thing;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:everything/things}. */
@Generated("interface golden:everything/things")
@NullMarked
public interface Things {
  /** {@code keep}. */
  Thing keep(Thing value);

  /**
   * Defines {@code golden:everything/things} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Things implementation) {
    LinkerInstance instance = linker.instance("golden:everything/things");
    instance.funcOverImages(
        "keep",
        ThingsCodec.KEEP,
        (arguments, result) -> golden.everything.things.ThingsCodec.storeThing(
            result,
            0,
            implementation.keep(golden.everything.things.ThingsCodec.loadThing(arguments, 0))));
  }
}
