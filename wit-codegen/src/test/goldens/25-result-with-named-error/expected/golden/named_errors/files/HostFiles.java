package golden.named_errors.files;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.named_errors.files.abi.CodecOfFiles;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:named-errors/files}. */
@Generated("interface golden:named-errors/files")
@NullMarked
public interface HostFiles {
  /** {@code read}. */
  Result<byte[], Failure> read(String path);

  /** {@code remove}. */
  Result<@Nullable Void, Reason> remove(String path);

  /** Defines {@code golden:named-errors/files} in a linker. */
  static void addTo(Linker linker, HostFiles implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:named-errors/files} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostFiles> implementation) {
    LinkerInstance instance = linker.instance("golden:named-errors/files");
    instance.funcOverImages(
        "read",
        CodecOfFiles.READ,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).read(arguments.getString(0)),
            4,
            (image1, at1, value1) -> image1.putBytes(at1, value1),
            CodecOfFiles::storeFailure));
    instance.funcOverImages(
        "remove",
        CodecOfFiles.REMOVE,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).remove(arguments.getString(0)),
            1,
            null,
            CodecOfFiles::storeReason));
  }
}
