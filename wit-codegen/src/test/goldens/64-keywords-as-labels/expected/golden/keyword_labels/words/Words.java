package golden.keyword_labels.words;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.keyword_labels.Vocabulary;
import golden.keyword_labels.words.abi.CodecOfWords;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Labels named as Java's keywords, and as what every enum has. */
@Generated("interface golden:keyword-labels/words")
@NullMarked
public final class Words {
  private final Func first;
  private final Func second;

  private Words(Exports exports) {
    this.first = exports.func(0);
    this.second = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Vocabulary} hands it out. */
  public static Words of(Exports exports) {
    return new Words(exports);
  }

  /** {@code first}. */
  public Label first(Label value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.first.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfWords.storeLabel(arguments, 0, value);
      call.invoke();
      return CodecOfWords.loadLabel(call.result(), 0);
    }
  }

  /** {@code second}. */
  public Set<Flag> second(Set<Flag> value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.second.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfWords.storeFlag(arguments, 0, value);
      call.invoke();
      return CodecOfWords.loadFlag(call.result(), 0);
    }
  }
}
