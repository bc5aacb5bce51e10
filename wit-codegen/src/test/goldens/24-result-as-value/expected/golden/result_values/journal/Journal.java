package golden.result_values.journal;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.result_values.Audit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:result-values/journal}. */
@Generated("interface golden:result-values/journal")
@NullMarked
public final class Journal {
  private final Func replay;
  private final Func log;
  private final Func inner;

  private Journal(Exports exports) {
    this.replay = exports.func(0);
    this.log = exports.func(1);
    this.inner = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Audit} hands it out. */
  public static Journal of(Exports exports) {
    return new Journal(exports);
  }

  /** {@code replay}. */
  public String replay(Result<Integer, String> past) {
    Objects.requireNonNull(past, "past");
    try (Call call = this.replay.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putResult(0, past, 4, ImageWriter::putInt, ImageWriter::putString);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code log}. */
  public List<Result<@Nullable Void, Float>> log(List<Result<String, Integer>> outcomes) {
    Objects.requireNonNull(outcomes, "outcomes");
    try (Call call = this.log.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0,
          outcomes,
          12,
          4,
          (image1, at1, value1) -> image1.putResult(
              at1, value1, 4, ImageWriter::putString, ImageWriter::putU8));
      call.invoke();
      return call.result().getList(
          0, 8, (image1, at1) -> image1.getResult(at1, 4, null, ImageReader::getFloat));
    }
  }

  /** {@code inner}. */
  public Optional<Result<String, String>> inner(
      Result<Optional<Integer>, Result<Long, Float>> outcome) {
    Objects.requireNonNull(outcome, "outcome");
    try (Call call = this.inner.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putResult(
          0,
          outcome,
          8,
          (image1, at1, value1) -> image1.putOption(at1, value1, 4, ImageWriter::putInt),
          (image1, at1, value1) -> image1.putResult(
              at1, value1, 8, ImageWriter::putLong, ImageWriter::putFloat));
      call.invoke();
      return call.result().getOption(
          0,
          4,
          (image1, at1) -> image1.getResult(
              at1, 4, ImageReader::getString, ImageReader::getString));
    }
  }
}
