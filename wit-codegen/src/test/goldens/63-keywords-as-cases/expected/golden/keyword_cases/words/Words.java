package golden.keyword_cases.words;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.keyword_cases.Vocabulary;
import golden.keyword_cases.words.abi.CodecOfWords;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Cases whose records would hide the types of their payloads. */
@Generated("interface golden:keyword-cases/words")
@NullMarked
public final class Words {
  private final Func keep;
  private final Func many;

  private Words(Exports exports) {
    this.keep = exports.func(0);
    this.many = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Vocabulary} hands it out. */
  public static Words of(Exports exports) {
    return new Words(exports);
  }

  /** {@code keep}. */
  public Value keep(Value value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.keep.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfWords.storeValue(arguments, 0, value);
      call.invoke();
      return CodecOfWords.loadValue(call.result(), 0);
    }
  }

  /** {@code many}. */
  public Optional<Value> many(List<Value> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.many.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 16, 4, CodecOfWords::storeValue);
      call.invoke();
      return call.result().getOption(0, 4, CodecOfWords::loadValue);
    }
  }
}
