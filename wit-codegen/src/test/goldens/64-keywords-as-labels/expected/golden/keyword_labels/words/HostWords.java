package golden.keyword_labels.words;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.keyword_labels.words.abi.CodecOfWords;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Labels named as Java's keywords, and as what every enum has. */
@Generated("interface golden:keyword-labels/words")
@NullMarked
public interface HostWords {
  /** {@code first}. */
  Label first(Label value);

  /** {@code second}. */
  Set<Flag> second(Set<Flag> value);

  /** Defines {@code golden:keyword-labels/words} in a linker. */
  static void addTo(Linker linker, HostWords implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-labels/words} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostWords> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-labels/words");
    instance.funcOverImages(
        "first",
        CodecOfWords.FIRST,
        (arguments, result) -> CodecOfWords.storeLabel(
            result,
            0,
            implementation.apply(arguments.config()).first(CodecOfWords.loadLabel(arguments, 0))));
    instance.funcOverImages(
        "second",
        CodecOfWords.SECOND,
        (arguments, result) -> CodecOfWords.storeFlag(
            result,
            0,
            implementation.apply(arguments.config()).second(CodecOfWords.loadFlag(arguments, 0))));
  }
}
