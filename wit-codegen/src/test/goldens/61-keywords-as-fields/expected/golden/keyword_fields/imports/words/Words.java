package golden.keyword_fields.imports.words;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import golden.keyword_fields.imports.words.abi.CodecOfWords;
import golden.keyword_fields.words.Keywords;
import golden.keyword_fields.words.Methods;
import golden.keyword_fields.words.Types;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Fields named as Java's keywords, and as methods that every record has or must not have. */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public interface Words {
  /** {@code first}. */
  Keywords first(Keywords value);

  /** {@code second}. */
  Methods second(Methods value);

  /** {@code third}. */
  Types third(Types value);

  /** Defines {@code golden:keyword-fields/words} in a linker. */
  static void addTo(Linker linker, Words implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-fields/words} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Words> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-fields/words");
    instance.funcOverImages(
        "first",
        CodecOfWords.FIRST,
        (arguments, result) -> golden.keyword_fields.words.abi.CodecOfWords.storeKeywords(
            result,
            0,
            implementation.apply(arguments.config()).first(
                golden.keyword_fields.words.abi.CodecOfWords.loadKeywords(arguments, 0))));
    instance.funcOverImages(
        "second",
        CodecOfWords.SECOND,
        (arguments, result) -> golden.keyword_fields.words.abi.CodecOfWords.storeMethods(
            result,
            0,
            implementation.apply(arguments.config()).second(
                golden.keyword_fields.words.abi.CodecOfWords.loadMethods(arguments, 0))));
    instance.funcOverImages(
        "third",
        CodecOfWords.THIRD,
        (arguments, result) -> golden.keyword_fields.words.abi.CodecOfWords.storeTypes(
            result,
            0,
            implementation.apply(arguments.config()).third(
                golden.keyword_fields.words.abi.CodecOfWords.loadTypes(arguments, 0))));
  }
}
