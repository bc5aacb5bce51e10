package golden.keyword_fields.words;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.keyword_fields.words.abi.CodecOfWords;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Fields named as Java's keywords, and as methods that every record has or must not have. */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public interface HostWords {
  /** {@code first}. */
  Keywords first(Keywords value);

  /** {@code second}. */
  Methods second(Methods value);

  /** {@code third}. */
  Types third(Types value);

  /** Defines {@code golden:keyword-fields/words} in a linker. */
  static void addTo(Linker linker, HostWords implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-fields/words} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostWords> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-fields/words");
    instance.funcOverImages(
        "first",
        CodecOfWords.FIRST,
        (arguments, result) -> CodecOfWords.storeKeywords(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).first(
                    CodecOfWords.loadKeywords(arguments, 0)))));
    instance.funcOverImages(
        "second",
        CodecOfWords.SECOND,
        (arguments, result) -> CodecOfWords.storeMethods(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).second(
                    CodecOfWords.loadMethods(arguments, 0)))));
    instance.funcOverImages(
        "third",
        CodecOfWords.THIRD,
        (arguments, result) -> CodecOfWords.storeTypes(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).third(
                    CodecOfWords.loadTypes(arguments, 0)))));
  }
}
