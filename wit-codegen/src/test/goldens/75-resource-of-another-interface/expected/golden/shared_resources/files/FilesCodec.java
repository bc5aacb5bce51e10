package golden.shared_resources.files;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-resources/files} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-resources/files")
@NullMarked
public final class FilesCodec {
  /** {@code [constructor]file}. */
  public static final WitType.Function NEW_FILE = func(
      own("golden:shared-resources/files", "file"), param("name", STRING));

  /** {@code [method]file.size}. */
  public static final WitType.Function FILE_SIZE = func(
      U64, param("self", borrow("golden:shared-resources/files", "file")));

  private FilesCodec() {}

  /** Writes a handle of {@code file}. */
  public static void storeFile(ImageWriter image, long at, File value) {
    image.putOwn(at, value.resource);
  }

  /** Lends a handle of {@code file} for a call. */
  public static void lendFile(ImageWriter image, long at, File value) {
    image.putBorrow(at, value.resource);
  }

  /** Reads a handle of {@code file}. */
  public static File loadFile(ImageReader image, long at) {
    return new File(image.exports(), image.getOwn(at));
  }
}
