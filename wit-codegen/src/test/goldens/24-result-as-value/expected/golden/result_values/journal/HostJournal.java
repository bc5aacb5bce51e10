package golden.result_values.journal;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.result_values.journal.abi.CodecOfJournal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:result-values/journal}. */
@Generated("interface golden:result-values/journal")
@NullMarked
public interface HostJournal {
  /** {@code replay}. */
  String replay(Result<Integer, String> past);

  /** {@code log}. */
  List<Result<@Nullable Void, Float>> log(List<Result<String, Integer>> outcomes);

  /** {@code inner}. */
  Optional<Result<String, String>> inner(Result<Optional<Integer>, Result<Long, Float>> outcome);

  /** Defines {@code golden:result-values/journal} in a linker. */
  static void addTo(Linker linker, HostJournal implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:result-values/journal} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostJournal> implementation) {
    LinkerInstance instance = linker.instance("golden:result-values/journal");
    instance.funcOverImages(
        "replay",
        CodecOfJournal.REPLAY,
        (arguments, result) -> result.putString(
            0,
            implementation.apply(arguments.config()).replay(
                arguments.getResult(0, 4, ImageReader::getInt, ImageReader::getString))));
    instance.funcOverImages(
        "log",
        CodecOfJournal.LOG,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).log(
                arguments.getList(
                    0,
                    12,
                    (image1, at1) -> image1.getResult(
                        at1, 4, ImageReader::getString, ImageReader::getU8))),
            8,
            4,
            (image1, at1, value1) -> image1.putResult(
                at1, value1, 4, null, ImageWriter::putFloat)));
    instance.funcOverImages(
        "inner",
        CodecOfJournal.INNER,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).inner(
                arguments.getResult(
                    0,
                    8,
                    (image1, at1) -> image1.getOption(at1, 4, ImageReader::getInt),
                    (image1, at1) -> image1.getResult(
                        at1, 8, ImageReader::getLong, ImageReader::getFloat))),
            4,
            (image1, at1, value1) -> image1.putResult(
                at1, value1, 4, ImageWriter::putString, ImageWriter::putString)));
  }
}
