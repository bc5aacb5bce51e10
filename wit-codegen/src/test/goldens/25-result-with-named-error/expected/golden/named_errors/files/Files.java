package golden.named_errors.files;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.named_errors.Reader;
import golden.named_errors.files.abi.CodecOfFiles;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:named-errors/files}. */
@Generated("interface golden:named-errors/files")
@NullMarked
public final class Files {
  private final Func read;
  private final Func remove;

  private Files(Exports exports) {
    this.read = exports.func(0);
    this.remove = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Reader} hands it out. */
  public static Files of(Exports exports) {
    return new Files(exports);
  }

  /** {@code read}. */
  public Result<byte[], Failure> read(String path) {
    Objects.requireNonNull(path, "path");
    try (Call call = this.read.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, path);
      call.invoke();
      return call.result().getResult(
          0, 4, (image1, at1) -> image1.getBytes(at1), CodecOfFiles::loadFailure);
    }
  }

  /** {@code remove}. */
  public Result<@Nullable Void, Reason> remove(String path) {
    Objects.requireNonNull(path, "path");
    try (Call call = this.remove.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, path);
      call.invoke();
      return call.result().getResult(0, 1, null, CodecOfFiles::loadReason);
    }
  }
}
