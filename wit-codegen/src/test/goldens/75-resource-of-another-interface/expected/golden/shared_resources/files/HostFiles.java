package golden.shared_resources.files;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.shared_resources.files.abi.CodecOfFiles;
import golden.shared_resources.files.abi.CodecOfHostFiles;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-resources/files}. */
@Generated("interface golden:shared-resources/files")
@NullMarked
public interface HostFiles {
  /** {@code [constructor]file}. */
  HostFile newFile(String name);

  /** Defines {@code golden:shared-resources/files} in a linker. */
  static void addTo(Linker linker, HostFiles implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shared-resources/files} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostFiles> implementation) {
    LinkerInstance instance = linker.instance("golden:shared-resources/files");
    instance.resource("file", CodecOfHostFiles.FILE);
    instance.funcOverImages(
        "[constructor]file",
        CodecOfFiles.NEW_FILE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostFiles.FILE,
            implementation.apply(arguments.config()).newFile(arguments.getString(0))));
    instance.funcOverImages(
        "[method]file.size",
        CodecOfFiles.FILE_SIZE,
        (arguments, result) -> result.putLong(
            0, arguments.getBorrow(0, CodecOfHostFiles.FILE).size()));
  }
}
