package golden.keyword_cases.words;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.keyword_cases.words.abi.CodecOfWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Cases whose records would hide the types of their payloads. */
@Generated("interface golden:keyword-cases/words")
@NullMarked
public interface HostWords {
  /** {@code keep}. */
  Value keep(Value value);

  /** {@code many}. */
  Optional<Value> many(List<Value> values);

  /** Defines {@code golden:keyword-cases/words} in a linker. */
  static void addTo(Linker linker, HostWords implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-cases/words} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostWords> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-cases/words");
    instance.funcOverImages(
        "keep",
        CodecOfWords.KEEP,
        (arguments, result) -> CodecOfWords.storeValue(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).keep(
                    CodecOfWords.loadValue(arguments, 0)))));
    instance.funcOverImages(
        "many",
        CodecOfWords.MANY,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).many(
                arguments.getList(0, 16, CodecOfWords::loadValue)),
            4,
            CodecOfWords::storeValue));
  }
}
