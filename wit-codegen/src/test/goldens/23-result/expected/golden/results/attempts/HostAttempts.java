package golden.results.attempts;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.results.attempts.abi.CodecOfAttempts;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:results/attempts}. */
@Generated("interface golden:results/attempts")
@NullMarked
public interface HostAttempts {
  /**
   * {@code both}.
   *
   * @param number unsigned
   */
  Result<Long, String> both(int number);

  /**
   * {@code only-ok}.
   *
   * @param number unsigned
   */
  Result<String, @Nullable Void> onlyOk(int number);

  /**
   * {@code only-err}.
   *
   * @param number unsigned
   */
  Result<@Nullable Void, String> onlyErr(int number);

  /**
   * {@code neither}.
   *
   * @param number unsigned
   */
  Result<@Nullable Void, @Nullable Void> neither(int number);

  /** Defines {@code golden:results/attempts} in a linker. */
  static void addTo(Linker linker, HostAttempts implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:results/attempts} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostAttempts> implementation) {
    LinkerInstance instance = linker.instance("golden:results/attempts");
    instance.funcOverImages(
        "both",
        CodecOfAttempts.BOTH,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).both(arguments.getInt(0)),
            8,
            ImageWriter::putLong,
            ImageWriter::putString));
    instance.funcOverImages(
        "only-ok",
        CodecOfAttempts.ONLY_OK,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).onlyOk(arguments.getInt(0)),
            4,
            ImageWriter::putString,
            null));
    instance.funcOverImages(
        "only-err",
        CodecOfAttempts.ONLY_ERR,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).onlyErr(arguments.getInt(0)),
            4,
            null,
            ImageWriter::putString));
    instance.funcOverImages(
        "neither",
        CodecOfAttempts.NEITHER,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).neither(arguments.getInt(0)),
            1,
            null,
            null));
  }
}
