package golden.results.attempts;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.results.Outcomes;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:results/attempts}. */
@Generated("interface golden:results/attempts")
@NullMarked
public final class Attempts {
  private final Func both;
  private final Func onlyOk;
  private final Func onlyErr;
  private final Func neither;

  private Attempts(Exports exports) {
    this.both = exports.func(0);
    this.onlyOk = exports.func(1);
    this.onlyErr = exports.func(2);
    this.neither = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Outcomes} hands it out. */
  public static Attempts of(Exports exports) {
    return new Attempts(exports);
  }

  /**
   * {@code both}.
   *
   * @param number unsigned
   */
  public Result<Long, String> both(int number) {
    try (Call call = this.both.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, number);
      call.invoke();
      return call.result().getResult(0, 8, ImageReader::getLong, ImageReader::getString);
    }
  }

  /**
   * {@code only-ok}.
   *
   * @param number unsigned
   */
  public Result<String, @Nullable Void> onlyOk(int number) {
    try (Call call = this.onlyOk.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, number);
      call.invoke();
      return call.result().getResult(0, 4, ImageReader::getString, null);
    }
  }

  /**
   * {@code only-err}.
   *
   * @param number unsigned
   */
  public Result<@Nullable Void, String> onlyErr(int number) {
    try (Call call = this.onlyErr.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, number);
      call.invoke();
      return call.result().getResult(0, 4, null, ImageReader::getString);
    }
  }

  /**
   * {@code neither}.
   *
   * @param number unsigned
   */
  public Result<@Nullable Void, @Nullable Void> neither(int number) {
    try (Call call = this.neither.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, number);
      call.invoke();
      return call.result().getResult(0, 1, null, null);
    }
  }
}
