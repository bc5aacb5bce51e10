package golden.ownership.documents.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:ownership/documents} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:ownership/documents")
@NullMarked
public final class CodecOfDocuments {
  /** {@code [constructor]document}. */
  public static final WitType.Function NEW_DOCUMENT = func(
      own("golden:ownership/documents", "document"), param("title", STRING));

  /** {@code [method]document.title}. */
  public static final WitType.Function DOCUMENT_TITLE = func(
      STRING, param("self", borrow("golden:ownership/documents", "document")));

  /** {@code [method]document.append}. */
  public static final WitType.Function DOCUMENT_APPEND = func(
      null,
      param("self", borrow("golden:ownership/documents", "document")),
      param("other", borrow("golden:ownership/documents", "document")));

  /** {@code [method]document.absorb}. */
  public static final WitType.Function DOCUMENT_ABSORB = func(
      U32,
      param("self", borrow("golden:ownership/documents", "document")),
      param("other", own("golden:ownership/documents", "document")));

  /** {@code length}. */
  public static final WitType.Function LENGTH = func(
      U32, param("of", borrow("golden:ownership/documents", "document")));

  /** {@code publish}. */
  public static final WitType.Function PUBLISH = func(
      BOOL, param("document", own("golden:ownership/documents", "document")));

  /** {@code translate}. */
  public static final WitType.Function TRANSLATE = func(
      own("golden:ownership/documents", "document"),
      param("document", own("golden:ownership/documents", "document")),
      param("language", STRING));

  /** {@code compare}. */
  public static final WitType.Function COMPARE = func(
      S32,
      param("left", borrow("golden:ownership/documents", "document")),
      param("right", borrow("golden:ownership/documents", "document")));

  /** {@code open}. */
  public static final WitType.Function OPEN = func(
      own("golden:ownership/documents", "document"), param("title", STRING));

  private CodecOfDocuments() {}
}
