package golden.shared_resources.imports.archives;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import golden.shared_resources.imports.archives.abi.CodecOfArchives;
import golden.shared_resources.imports.files.File;
import golden.shared_resources.imports.files.abi.CodecOfFiles;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-resources/archives}. */
@Generated("interface golden:shared-resources/archives")
@NullMarked
public interface Archives {
  /** {@code [constructor]archive}. */
  Archive newArchive();

  /** {@code open}. */
  Archive open(File file);

  /** Defines {@code golden:shared-resources/archives} in a linker. */
  static void addTo(Linker linker, Archives implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shared-resources/archives} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Archives> implementation) {
    LinkerInstance instance = linker.instance("golden:shared-resources/archives");
    instance.resource("archive", CodecOfArchives.ARCHIVE);
    instance.funcOverImages(
        "[constructor]archive",
        CodecOfArchives.NEW_ARCHIVE,
        (arguments, result) -> result.putOwn(
            0, CodecOfArchives.ARCHIVE, implementation.apply(arguments.config()).newArchive()));
    instance.funcOverImages(
        "[method]archive.put",
        CodecOfArchives.ARCHIVE_PUT,
        (arguments, result) -> arguments.getBorrow(0, CodecOfArchives.ARCHIVE).put(
            arguments.getOwn(4, CodecOfFiles.FILE)));
    instance.funcOverImages(
        "[method]archive.has",
        CodecOfArchives.ARCHIVE_HAS,
        (arguments, result) -> result.putBool(
            0,
            arguments.getBorrow(0, CodecOfArchives.ARCHIVE).has(
                arguments.getBorrow(4, CodecOfFiles.FILE))));
    instance.funcOverImages(
        "[method]archive.first",
        CodecOfArchives.ARCHIVE_FIRST,
        (arguments, result) -> result.putOption(
            0,
            arguments.getBorrow(0, CodecOfArchives.ARCHIVE).first(),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfFiles.FILE, value1)));
    instance.funcOverImages(
        "open",
        CodecOfArchives.OPEN,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfArchives.ARCHIVE,
            implementation.apply(arguments.config()).open(
                arguments.getBorrow(0, CodecOfFiles.FILE))));
  }
}
