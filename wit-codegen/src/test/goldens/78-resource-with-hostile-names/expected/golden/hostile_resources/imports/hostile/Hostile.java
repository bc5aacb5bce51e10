package golden.hostile_resources.imports.hostile;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/**
 * Methods that a closeable Java class has already, and a resource named as a class of java.lang.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public interface Hostile {
  /** {@code [constructor]handle}. */
  Handle newHandle();

  /** {@code [static]handle.drop}. */
  void handleDrop(Handle handle);

  /** {@code [static]handle.new}. */
  Handle handleNew();

  /** {@code [static]handle.new-handle}. */
  Handle handleNewHandle();

  /** {@code [constructor]object}. */
  Object_ newObject(String text);

  /** {@code [constructor]resource}. */
  Resource newResource();

  /** {@code new-object}. */
  Object_ newObject_(String text);

  /** {@code handle-close}. */
  void handleClose(Handle handle);

  /** Defines {@code golden:hostile-resources/hostile} in a linker. */
  static void addTo(Linker linker, Hostile implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:hostile-resources/hostile} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Hostile> implementation) {
    LinkerInstance instance = linker.instance("golden:hostile-resources/hostile");
    instance.resource("handle", HostileCodec.HANDLE);
    instance.resource("object", HostileCodec.OBJECT);
    instance.resource("resource", HostileCodec.RESOURCE);
    instance.funcOverImages(
        "[constructor]handle",
        HostileCodec.NEW_HANDLE,
        (arguments, result) -> result.putOwn(
            0, HostileCodec.HANDLE, implementation.apply(arguments.config()).newHandle()));
    instance.funcOverImages(
        "[method]handle.close",
        HostileCodec.HANDLE_CLOSE,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, HostileCodec.HANDLE).close_()));
    instance.funcOverImages(
        "[method]handle.get-class",
        HostileCodec.HANDLE_GET_CLASS,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, HostileCodec.HANDLE).getClass_()));
    instance.funcOverImages(
        "[method]handle.hash-code",
        HostileCodec.HANDLE_HASH_CODE,
        (arguments, result) -> result.putLong(
            0, arguments.getBorrow(0, HostileCodec.HANDLE).hashCode_()));
    instance.funcOverImages(
        "[method]handle.to-string",
        HostileCodec.HANDLE_TO_STRING,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, HostileCodec.HANDLE).toString_()));
    instance.funcOverImages(
        "[method]handle.equals",
        HostileCodec.HANDLE_EQUALS,
        (arguments, result) -> result.putBool(
            0,
            arguments.getBorrow(0, HostileCodec.HANDLE).equals(
                arguments.getBorrow(4, HostileCodec.HANDLE))));
    instance.funcOverImages(
        "[method]handle.wait",
        HostileCodec.HANDLE_WAIT,
        (arguments, result) -> arguments.getBorrow(0, HostileCodec.HANDLE).wait_());
    instance.funcOverImages(
        "[method]handle.notify",
        HostileCodec.HANDLE_NOTIFY,
        (arguments, result) -> arguments.getBorrow(0, HostileCodec.HANDLE).notify_());
    instance.funcOverImages(
        "[method]handle.clone",
        HostileCodec.HANDLE_CLONE,
        (arguments, result) -> result.putOwn(
            0, HostileCodec.HANDLE, arguments.getBorrow(0, HostileCodec.HANDLE).clone_()));
    instance.funcOverImages(
        "[method]handle.finalize",
        HostileCodec.HANDLE_FINALIZE,
        (arguments, result) -> arguments.getBorrow(0, HostileCodec.HANDLE).finalize_());
    instance.funcOverImages(
        "[method]handle.resource",
        HostileCodec.HANDLE_RESOURCE,
        (arguments, result) -> result.putInt(
            0, arguments.getBorrow(0, HostileCodec.HANDLE).resource()));
    instance.funcOverImages(
        "[method]handle.own",
        HostileCodec.HANDLE_OWN,
        (arguments, result) -> result.putInt(0, arguments.getBorrow(0, HostileCodec.HANDLE).own()));
    instance.funcOverImages(
        "[static]handle.drop",
        HostileCodec.HANDLE_DROP,
        (arguments, result) -> implementation.apply(arguments.config()).handleDrop(
            arguments.getOwn(0, HostileCodec.HANDLE)));
    instance.funcOverImages(
        "[static]handle.new",
        HostileCodec.HANDLE_NEW,
        (arguments, result) -> result.putOwn(
            0, HostileCodec.HANDLE, implementation.apply(arguments.config()).handleNew()));
    instance.funcOverImages(
        "[static]handle.new-handle",
        HostileCodec.HANDLE_NEW_HANDLE,
        (arguments, result) -> result.putOwn(
            0, HostileCodec.HANDLE, implementation.apply(arguments.config()).handleNewHandle()));
    instance.funcOverImages(
        "[constructor]object",
        HostileCodec.NEW_OBJECT,
        (arguments, result) -> result.putOwn(
            0,
            HostileCodec.OBJECT,
            implementation.apply(arguments.config()).newObject(arguments.getString(0))));
    instance.funcOverImages(
        "[method]object.text",
        HostileCodec.OBJECT_TEXT,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, HostileCodec.OBJECT).text()));
    instance.funcOverImages(
        "[constructor]resource",
        HostileCodec.NEW_RESOURCE,
        (arguments, result) -> result.putOwn(
            0, HostileCodec.RESOURCE, implementation.apply(arguments.config()).newResource()));
    instance.funcOverImages(
        "new-object",
        HostileCodec.NEW_OBJECT_,
        (arguments, result) -> result.putOwn(
            0,
            HostileCodec.OBJECT,
            implementation.apply(arguments.config()).newObject_(arguments.getString(0))));
    instance.funcOverImages(
        "handle-close",
        HostileCodec.HANDLE_CLOSE_,
        (arguments, result) -> implementation.apply(arguments.config()).handleClose(
            arguments.getBorrow(0, HostileCodec.HANDLE)));
  }
}
