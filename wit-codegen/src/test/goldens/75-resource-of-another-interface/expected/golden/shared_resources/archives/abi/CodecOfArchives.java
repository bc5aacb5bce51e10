package golden.shared_resources.archives.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-resources/archives} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-resources/archives")
@NullMarked
public final class CodecOfArchives {
  /** {@code [constructor]archive}. */
  public static final WitType.Function NEW_ARCHIVE = func(
      own("golden:shared-resources/archives", "archive"));

  /** {@code [method]archive.put}. */
  public static final WitType.Function ARCHIVE_PUT = func(
      null,
      param("self", borrow("golden:shared-resources/archives", "archive")),
      param("file", own("golden:shared-resources/files", "file")));

  /** {@code [method]archive.has}. */
  public static final WitType.Function ARCHIVE_HAS = func(
      BOOL,
      param("self", borrow("golden:shared-resources/archives", "archive")),
      param("file", borrow("golden:shared-resources/files", "file")));

  /** {@code [method]archive.first}. */
  public static final WitType.Function ARCHIVE_FIRST = func(
      option(own("golden:shared-resources/files", "file")),
      param("self", borrow("golden:shared-resources/archives", "archive")));

  /** {@code open}. */
  public static final WitType.Function OPEN = func(
      own("golden:shared-resources/archives", "archive"),
      param("file", borrow("golden:shared-resources/files", "file")));

  private CodecOfArchives() {}
}
