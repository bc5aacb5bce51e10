package golden.hostile_resources.hostile;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.hostile_resources.Dangerous;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * Methods that a closeable Java class has already, and a resource named as a class of java.lang.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public final class Hostile {
  private final Exports exports;
  private final Func newHandle;
  private final Func newObject;
  private final Func newResource;
  private final Func newObject_;
  private final Func handleClose;

  private Hostile(Exports exports) {
    this.exports = exports;
    this.newHandle = exports.func(0);
    this.newObject = exports.func(15);
    this.newResource = exports.func(17);
    this.newObject_ = exports.func(18);
    this.handleClose = exports.func(19);
  }

  /** The interface of an instance: for generated code, as {@link Dangerous} hands it out. */
  public static Hostile of(Exports exports) {
    return new Hostile(exports);
  }

  /** {@code [constructor]handle}. */
  public Handle newHandle() {
    try (Call call = this.newHandle.begin()) {
      call.invoke();
      return new Handle(call.result(), 0);
    }
  }

  /** {@code [constructor]object}. */
  public Object_ newObject(String text) {
    Objects.requireNonNull(text, "text");
    try (Call call = this.newObject.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, text);
      call.invoke();
      return new Object_(call.result(), 0);
    }
  }

  /** {@code [constructor]resource}. */
  public Resource newResource() {
    try (Call call = this.newResource.begin()) {
      call.invoke();
      return new Resource(call.result(), 0);
    }
  }

  /** {@code new-object}. */
  public Object_ newObject_(String text) {
    Objects.requireNonNull(text, "text");
    try (Call call = this.newObject_.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, text);
      call.invoke();
      return new Object_(call.result(), 0);
    }
  }

  /** {@code handle-close}. */
  public void handleClose(Handle handle) {
    Objects.requireNonNull(handle, "handle");
    try (Call call = this.handleClose.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, handle);
      call.invoke();
    }
  }

  /** The static functions of {@code handle}. */
  public Handle.Statics handle() {
    return new Handle.Statics(exports);
  }
}
