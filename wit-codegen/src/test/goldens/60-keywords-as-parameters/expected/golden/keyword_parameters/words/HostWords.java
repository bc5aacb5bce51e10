package golden.keyword_parameters.words;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import golden.keyword_parameters.words.abi.CodecOfWords;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Parameters named as Java's keywords, and as what generated code may call its own variables. */
@Generated("interface golden:keyword-parameters/words")
@NullMarked
public interface HostWords {
  /**
   * {@code keywords}.
   *
   * @param class_ 0 to 255
   * @param int_ 0 to 65535
   * @param interface_ unsigned
   * @param default_ unsigned
   * @return unsigned
   */
  long keywords(int class_, int int_, int interface_, long default_, String record, float this_,
      double super_, boolean yield);

  /**
   * {@code locals}.
   *
   * @param call 0 to 255
   * @param result unsigned
   * @param value unsigned
   * @param at unsigned
   * @param e 0 to 255
   */
  String locals(int call, String arguments, List<String> image, int result, long value, String args,
      int at, int e);

  /**
   * {@code more}.
   *
   * @param store 0 to 255
   * @param linker 0 to 65535
   * @param instance unsigned
   * @param component unsigned
   * @param i unsigned
   * @param type 0 to 255
   * @return unsigned
   */
  long more(int store, int linker, int instance, long component, String reader, String writer,
      int i, int type);

  /**
   * {@code underscore}.
   *
   * @param o 0 to 255
   * @param host 0 to 65535
   * @param self unsigned
   * @param it unsigned
   * @param index unsigned
   * @param size unsigned
   * @param length unsigned
   * @return unsigned
   */
  long underscore(int o, int host, int self, long it, String that, int index, int size, int length);

  /** Defines {@code golden:keyword-parameters/words} in a linker. */
  static void addTo(Linker linker, HostWords implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-parameters/words} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostWords> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-parameters/words");
    instance.funcOverImages(
        "keywords",
        CodecOfWords.KEYWORDS,
        (arguments, result) -> result.putLong(
            0,
            implementation.apply(arguments.config()).keywords(
                arguments.getU8(0),
                arguments.getU16(2),
                arguments.getInt(4),
                arguments.getLong(8),
                arguments.getString(16),
                arguments.getFloat(24),
                arguments.getDouble(32),
                arguments.getBool(40))));
    instance.funcOverImages(
        "locals",
        CodecOfWords.LOCALS,
        (arguments, result) -> result.putString(
            0,
            implementation.apply(arguments.config()).locals(
                arguments.getU8(0),
                arguments.getString(4),
                arguments.getList(12, 8, ImageReader::getString),
                arguments.getInt(20),
                arguments.getLong(24),
                arguments.getString(32),
                arguments.getInt(40),
                arguments.getU8(44))));
    instance.funcOverImages(
        "more",
        CodecOfWords.MORE,
        (arguments, result) -> result.putLong(
            0,
            implementation.apply(arguments.config()).more(
                arguments.getU8(0),
                arguments.getU16(2),
                arguments.getInt(4),
                arguments.getLong(8),
                arguments.getString(16),
                arguments.getString(24),
                arguments.getInt(32),
                arguments.getU8(36))));
    instance.funcOverImages(
        "underscore",
        CodecOfWords.UNDERSCORE,
        (arguments, result) -> result.putLong(
            0,
            implementation.apply(arguments.config()).underscore(
                arguments.getU8(0),
                arguments.getU16(2),
                arguments.getInt(4),
                arguments.getLong(8),
                arguments.getString(16),
                arguments.getInt(24),
                arguments.getInt(28),
                arguments.getInt(32))));
  }
}
