package golden.shared_resources.files;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.shared_resources.Storage;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-resources/files}. */
@Generated("interface golden:shared-resources/files")
@NullMarked
public final class Files {
  private final Func newFile;

  private Files(Exports exports) {
    this.newFile = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Storage} hands it out. */
  public static Files of(Exports exports) {
    return new Files(exports);
  }

  /** {@code [constructor]file}. */
  public File newFile(String name) {
    Objects.requireNonNull(name, "name");
    try (Call call = this.newFile.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, name);
      call.invoke();
      return new File(call.result(), 0);
    }
  }
}
