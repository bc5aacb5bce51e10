package golden.hostile_resources.hostile;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.hostile_resources.hostile.abi.CodecOfHostHostile;
import golden.hostile_resources.hostile.abi.CodecOfHostile;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/**
 * Methods that a closeable Java class has already, and a resource named as a class of java.lang.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public interface HostHostile {
  /** {@code [constructor]handle}. */
  HostHandle newHandle();

  /** {@code [constructor]object}. */
  HostObject_ newObject(String text);

  /** {@code [constructor]resource}. */
  HostResource newResource();

  /** {@code new-object}. */
  HostObject_ newObject_(String text);

  /** {@code handle-close}. */
  void handleClose(HostHandle handle);

  /** The static functions of {@code handle}. */
  HostHandle.Statics handle();

  /** Defines {@code golden:hostile-resources/hostile} in a linker. */
  static void addTo(Linker linker, HostHostile implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:hostile-resources/hostile} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostHostile> implementation) {
    LinkerInstance instance = linker.instance("golden:hostile-resources/hostile");
    instance.resource("handle", CodecOfHostHostile.HANDLE);
    instance.resource("object", CodecOfHostHostile.OBJECT);
    instance.resource("resource", CodecOfHostHostile.RESOURCE);
    instance.funcOverImages(
        "[constructor]handle",
        CodecOfHostile.NEW_HANDLE,
        (arguments, result) -> result.putOwn(
            0, CodecOfHostHostile.HANDLE, implementation.apply(arguments.config()).newHandle()));
    instance.funcOverImages(
        "[method]handle.close",
        CodecOfHostile.HANDLE_CLOSE,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, CodecOfHostHostile.HANDLE).close_()));
    instance.funcOverImages(
        "[method]handle.get-class",
        CodecOfHostile.HANDLE_GET_CLASS,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, CodecOfHostHostile.HANDLE).getClass_()));
    instance.funcOverImages(
        "[method]handle.hash-code",
        CodecOfHostile.HANDLE_HASH_CODE,
        (arguments, result) -> result.putLong(
            0, arguments.getBorrow(0, CodecOfHostHostile.HANDLE).hashCode_()));
    instance.funcOverImages(
        "[method]handle.to-string",
        CodecOfHostile.HANDLE_TO_STRING,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, CodecOfHostHostile.HANDLE).toString_()));
    instance.funcOverImages(
        "[method]handle.equals",
        CodecOfHostile.HANDLE_EQUALS,
        (arguments, result) -> result.putBool(
            0,
            arguments.getBorrow(0, CodecOfHostHostile.HANDLE).equals(
                arguments.getBorrow(4, CodecOfHostHostile.HANDLE))));
    instance.funcOverImages(
        "[method]handle.wait",
        CodecOfHostile.HANDLE_WAIT,
        (arguments, result) -> arguments.getBorrow(0, CodecOfHostHostile.HANDLE).wait_());
    instance.funcOverImages(
        "[method]handle.notify",
        CodecOfHostile.HANDLE_NOTIFY,
        (arguments, result) -> arguments.getBorrow(0, CodecOfHostHostile.HANDLE).notify_());
    instance.funcOverImages(
        "[method]handle.clone",
        CodecOfHostile.HANDLE_CLONE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostHostile.HANDLE,
            arguments.getBorrow(0, CodecOfHostHostile.HANDLE).clone_()));
    instance.funcOverImages(
        "[method]handle.finalize",
        CodecOfHostile.HANDLE_FINALIZE,
        (arguments, result) -> arguments.getBorrow(0, CodecOfHostHostile.HANDLE).finalize_());
    instance.funcOverImages(
        "[method]handle.resource",
        CodecOfHostile.HANDLE_RESOURCE,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, CodecOfHostHostile.HANDLE).resource()));
    instance.funcOverImages(
        "[method]handle.own",
        CodecOfHostile.HANDLE_OWN,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, CodecOfHostHostile.HANDLE).own()));
    instance.funcOverImages(
        "[static]handle.drop",
        CodecOfHostile.HANDLE_DROP,
        (arguments, result) -> implementation.apply(arguments.config()).handle().drop(
            arguments.getOwn(0, CodecOfHostHostile.HANDLE)));
    instance.funcOverImages(
        "[static]handle.new",
        CodecOfHostile.HANDLE_NEW,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostHostile.HANDLE,
            implementation.apply(arguments.config()).handle().new_()));
    instance.funcOverImages(
        "[static]handle.new-handle",
        CodecOfHostile.HANDLE_NEW_HANDLE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostHostile.HANDLE,
            implementation.apply(arguments.config()).handle().newHandle()));
    instance.funcOverImages(
        "[constructor]object",
        CodecOfHostile.NEW_OBJECT,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostHostile.OBJECT,
            implementation.apply(arguments.config()).newObject(arguments.getString(0))));
    instance.funcOverImages(
        "[method]object.text",
        CodecOfHostile.OBJECT_TEXT,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, CodecOfHostHostile.OBJECT).text()));
    instance.funcOverImages(
        "[constructor]resource",
        CodecOfHostile.NEW_RESOURCE,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostHostile.RESOURCE,
            implementation.apply(arguments.config()).newResource()));
    instance.funcOverImages(
        "new-object",
        CodecOfHostile.NEW_OBJECT_,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostHostile.OBJECT,
            implementation.apply(arguments.config()).newObject_(arguments.getString(0))));
    instance.funcOverImages(
        "handle-close",
        CodecOfHostile.HANDLE_CLOSE_,
        (arguments, result) -> implementation.apply(arguments.config()).handleClose(
            arguments.getBorrow(0, CodecOfHostHostile.HANDLE)));
  }
}
