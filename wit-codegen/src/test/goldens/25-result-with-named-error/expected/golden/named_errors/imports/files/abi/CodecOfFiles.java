package golden.named_errors.imports.files.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:named-errors/files} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:named-errors/files")
@NullMarked
public final class CodecOfFiles {
  /** {@code read}. */
  public static final WitType.Function READ = func(
      result(list(U8), golden.named_errors.files.abi.CodecOfFiles.FAILURE), param("path", STRING));

  /** {@code remove}. */
  public static final WitType.Function REMOVE = func(
      result(null, golden.named_errors.files.abi.CodecOfFiles.REASON), param("path", STRING));

  private CodecOfFiles() {}
}
