package golden.imports_only.args;

import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:imports-only/args}. */
@Generated("interface golden:imports-only/args")
@NullMarked
public interface Args {
  /** {@code all}. */
  List<String> all();

  /**
   * Defines {@code golden:imports-only/args} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Args implementation) {
    LinkerInstance instance = linker.instance("golden:imports-only/args");
    instance.funcOverImages(
        "all",
        ArgsCodec.ALL,
        (arguments, result) -> result.putList(
            0, implementation.all(), 8, 4, ImageWriter::putString));
  }
}
