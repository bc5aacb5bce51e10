package golden.bool_lists.answers;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.bool_lists.Exam;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:bool-lists/answers}. */
@Generated("interface golden:bool-lists/answers")
@NullMarked
public final class Answers {
  private final Func invert;
  private final Func spell;

  private Answers(Exports exports) {
    this.invert = exports.func(0);
    this.spell = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Exam} hands it out. */
  public static Answers of(Exports exports) {
    return new Answers(exports);
  }

  /** {@code invert}. */
  public List<Boolean> invert(List<Boolean> ticks) {
    Objects.requireNonNull(ticks, "ticks");
    try (Call call = this.invert.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, ticks, 1, 1, ImageWriter::putBool);
      call.invoke();
      return call.result().getList(0, 1, ImageReader::getBool);
    }
  }

  /** {@code spell}. */
  public List<Integer> spell(List<Integer> letters) {
    Objects.requireNonNull(letters, "letters");
    try (Call call = this.spell.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, letters, 4, 4, ImageWriter::putChar);
      call.invoke();
      return call.result().getList(0, 4, ImageReader::getInt);
    }
  }
}
