package golden.keyword_fields.words;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.keyword_fields.Vocabulary;
import golden.keyword_fields.words.abi.CodecOfWords;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Fields named as Java's keywords, and as methods that every record has or must not have. */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public final class Words {
  private final Func first;
  private final Func second;
  private final Func third;

  private Words(Exports exports) {
    this.first = exports.func(0);
    this.second = exports.func(1);
    this.third = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Vocabulary} hands it out. */
  public static Words of(Exports exports) {
    return new Words(exports);
  }

  /** {@code first}. */
  public Keywords first(Keywords value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.first.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfWords.storeKeywords(arguments, 0, value);
      call.invoke();
      return CodecOfWords.loadKeywords(call.result(), 0);
    }
  }

  /** {@code second}. */
  public Methods second(Methods value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.second.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfWords.storeMethods(arguments, 0, value);
      call.invoke();
      return CodecOfWords.loadMethods(call.result(), 0);
    }
  }

  /** {@code third}. */
  public Types third(Types value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.third.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfWords.storeTypes(arguments, 0, value);
      call.invoke();
      return CodecOfWords.loadTypes(call.result(), 0);
    }
  }
}
