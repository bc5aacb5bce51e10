package golden.shared_resources.archives;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.shared_resources.Storage;
import golden.shared_resources.files.File;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-resources/archives}. */
@Generated("interface golden:shared-resources/archives")
@NullMarked
public final class Archives {
  private final Func newArchive;
  private final Func open;

  private Archives(Exports exports) {
    this.newArchive = exports.func(2);
    this.open = exports.func(6);
  }

  /** The interface of an instance: for generated code, as {@link Storage} hands it out. */
  public static Archives of(Exports exports) {
    return new Archives(exports);
  }

  /** {@code [constructor]archive}. */
  public Archive newArchive() {
    try (Call call = this.newArchive.begin()) {
      call.invoke();
      return new Archive(call.result(), 0);
    }
  }

  /** {@code open}. */
  public Archive open(File file) {
    Objects.requireNonNull(file, "file");
    try (Call call = this.open.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, file);
      call.invoke();
      return new Archive(call.result(), 0);
    }
  }
}
