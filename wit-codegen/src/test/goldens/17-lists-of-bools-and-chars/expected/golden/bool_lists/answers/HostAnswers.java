package golden.bool_lists.answers;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.bool_lists.answers.abi.CodecOfAnswers;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:bool-lists/answers}. */
@Generated("interface golden:bool-lists/answers")
@NullMarked
public interface HostAnswers {
  /** {@code invert}. */
  List<Boolean> invert(List<Boolean> ticks);

  /** {@code spell}. */
  List<Integer> spell(List<Integer> letters);

  /** Defines {@code golden:bool-lists/answers} in a linker. */
  static void addTo(Linker linker, HostAnswers implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:bool-lists/answers} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAnswers> implementation) {
    LinkerInstance instance = linker.instance("golden:bool-lists/answers");
    instance.funcOverImages(
        "invert",
        CodecOfAnswers.INVERT,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).invert(
                arguments.getList(0, 1, ImageReader::getBool)),
            1,
            1,
            ImageWriter::putBool));
    instance.funcOverImages(
        "spell",
        CodecOfAnswers.SPELL,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).spell(
                arguments.getList(0, 4, ImageReader::getInt)),
            4,
            4,
            ImageWriter::putChar));
  }
}
