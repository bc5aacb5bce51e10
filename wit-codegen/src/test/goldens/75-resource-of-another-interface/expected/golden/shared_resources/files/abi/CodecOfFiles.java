package golden.shared_resources.files.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-resources/files} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-resources/files")
@NullMarked
public final class CodecOfFiles {
  /** {@code [constructor]file}. */
  public static final WitType.Function NEW_FILE = func(
      own("golden:shared-resources/files", "file"), param("name", STRING));

  /** {@code [method]file.size}. */
  public static final WitType.Function FILE_SIZE = func(
      U64, param("self", borrow("golden:shared-resources/files", "file")));

  private CodecOfFiles() {}
}
