package golden.shared_resources.archives;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.shared_resources.archives.abi.CodecOfArchives;
import golden.shared_resources.archives.abi.CodecOfHostArchives;
import golden.shared_resources.files.HostFile;
import golden.shared_resources.files.abi.CodecOfHostFiles;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-resources/archives}. */
@Generated("interface golden:shared-resources/archives")
@NullMarked
public interface HostArchives {
  /** {@code [constructor]archive}. */
  HostArchive newArchive();

  /** {@code open}. */
  HostArchive open(HostFile file);

  /** Defines {@code golden:shared-resources/archives} in a linker. */
  static void addTo(Linker linker, HostArchives implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shared-resources/archives} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostArchives> implementation) {
    LinkerInstance instance = linker.instance("golden:shared-resources/archives");
    instance.resource("archive", CodecOfHostArchives.ARCHIVE);
    instance.funcOverImages(
        "[constructor]archive",
        CodecOfArchives.NEW_ARCHIVE,
        (arguments, result) -> result.putOwn(
            0, CodecOfHostArchives.ARCHIVE, implementation.apply(arguments.config()).newArchive()));
    instance.funcOverImages(
        "[method]archive.put",
        CodecOfArchives.ARCHIVE_PUT,
        (arguments, result) -> arguments.getBorrow(0, CodecOfHostArchives.ARCHIVE).put(
            arguments.getOwn(4, CodecOfHostFiles.FILE)));
    instance.funcOverImages(
        "[method]archive.has",
        CodecOfArchives.ARCHIVE_HAS,
        (arguments, result) -> result.putBool(
            0,
            arguments.getBorrow(0, CodecOfHostArchives.ARCHIVE).has(
                arguments.getBorrow(4, CodecOfHostFiles.FILE))));
    instance.funcOverImages(
        "[method]archive.first",
        CodecOfArchives.ARCHIVE_FIRST,
        (arguments, result) -> result.putOption(
            0,
            arguments.getBorrow(0, CodecOfHostArchives.ARCHIVE).first(),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostFiles.FILE, value1)));
    instance.funcOverImages(
        "open",
        CodecOfArchives.OPEN,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostArchives.ARCHIVE,
            implementation.apply(arguments.config()).open(
                arguments.getBorrow(0, CodecOfHostFiles.FILE))));
  }
}
