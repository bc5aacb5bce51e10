package golden.hostile_resources.hostile.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:hostile-resources/hostile} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public final class CodecOfHostile {
  /** {@code [constructor]handle}. */
  public static final WitType.Function NEW_HANDLE = func(
      own("golden:hostile-resources/hostile", "handle"));

  /** {@code [method]handle.close}. */
  public static final WitType.Function HANDLE_CLOSE = func(
      U32, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.get-class}. */
  public static final WitType.Function HANDLE_GET_CLASS = func(
      STRING, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.hash-code}. */
  public static final WitType.Function HANDLE_HASH_CODE = func(
      U64, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.to-string}. */
  public static final WitType.Function HANDLE_TO_STRING = func(
      STRING, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.equals}. */
  public static final WitType.Function HANDLE_EQUALS = func(
      BOOL,
      param("self", borrow("golden:hostile-resources/hostile", "handle")),
      param("other", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.wait}. */
  public static final WitType.Function HANDLE_WAIT = func(
      null, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.notify}. */
  public static final WitType.Function HANDLE_NOTIFY = func(
      null, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.clone}. */
  public static final WitType.Function HANDLE_CLONE = func(
      own("golden:hostile-resources/hostile", "handle"),
      param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.finalize}. */
  public static final WitType.Function HANDLE_FINALIZE = func(
      null, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.resource}. */
  public static final WitType.Function HANDLE_RESOURCE = func(
      U32, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [method]handle.own}. */
  public static final WitType.Function HANDLE_OWN = func(
      U32, param("self", borrow("golden:hostile-resources/hostile", "handle")));

  /** {@code [static]handle.drop}. */
  public static final WitType.Function HANDLE_DROP = func(
      null, param("handle", own("golden:hostile-resources/hostile", "handle")));

  /** {@code [static]handle.new}. */
  public static final WitType.Function HANDLE_NEW = func(
      own("golden:hostile-resources/hostile", "handle"));

  /** {@code [static]handle.new-handle}. */
  public static final WitType.Function HANDLE_NEW_HANDLE = func(
      own("golden:hostile-resources/hostile", "handle"));

  /** {@code [constructor]object}. */
  public static final WitType.Function NEW_OBJECT = func(
      own("golden:hostile-resources/hostile", "object"), param("text", STRING));

  /** {@code [method]object.text}. */
  public static final WitType.Function OBJECT_TEXT = func(
      STRING, param("self", borrow("golden:hostile-resources/hostile", "object")));

  /** {@code [constructor]resource}. */
  public static final WitType.Function NEW_RESOURCE = func(
      own("golden:hostile-resources/hostile", "resource"));

  /** {@code new-object}. */
  public static final WitType.Function NEW_OBJECT_ = func(
      own("golden:hostile-resources/hostile", "object"), param("text", STRING));

  /** {@code handle-close}. */
  public static final WitType.Function HANDLE_CLOSE_ = func(
      null, param("handle", borrow("golden:hostile-resources/hostile", "handle")));

  private CodecOfHostile() {}
}
