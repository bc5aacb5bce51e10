package golden.hostile_resources.hostile;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource handle}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public final class Handle extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Handle(ImageReader image, long at) {
    super(image, at);
  }

  /**
   * {@code [method]handle.close}.
   *
   * @return unsigned
   */
  public int close_() {
    try (Call call = GuestHandles.func(this, 1).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** {@code [method]handle.get-class}. */
  public String getClass_() {
    try (Call call = GuestHandles.func(this, 2).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /**
   * {@code [method]handle.hash-code}.
   *
   * @return unsigned
   */
  public long hashCode_() {
    try (Call call = GuestHandles.func(this, 3).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /** {@code [method]handle.to-string}. */
  public String toString_() {
    try (Call call = GuestHandles.func(this, 4).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code [method]handle.equals}. */
  public boolean equals(Handle other) {
    Objects.requireNonNull(other, "other");
    try (Call call = GuestHandles.func(this, 5).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      GuestHandles.putBorrow(arguments, 4, other);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code [method]handle.wait}. */
  public void wait_() {
    try (Call call = GuestHandles.func(this, 6).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
    }
  }

  /** {@code [method]handle.notify}. */
  public void notify_() {
    try (Call call = GuestHandles.func(this, 7).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
    }
  }

  /** {@code [method]handle.clone}. */
  public Handle clone_() {
    try (Call call = GuestHandles.func(this, 8).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return new Handle(call.result(), 0);
    }
  }

  /** {@code [method]handle.finalize}. */
  public void finalize_() {
    try (Call call = GuestHandles.func(this, 9).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
    }
  }

  /**
   * {@code [method]handle.resource}.
   *
   * @return unsigned
   */
  public int resource() {
    try (Call call = GuestHandles.func(this, 10).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /**
   * {@code [method]handle.own}.
   *
   * @return unsigned
   */
  public int own() {
    try (Call call = GuestHandles.func(this, 11).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** The static functions of {@code handle}. */
  public static final class Statics {
    private final Exports exports;

    Statics(Exports exports) {
      this.exports = exports;
    }

    /**
     * {@code [static]handle.drop}.
     *
     * @param handle is given away
     */
    public void drop(Handle handle) {
      Objects.requireNonNull(handle, "handle");
      try (Call call = this.exports.func(12).begin()) {
        ImageWriter arguments = call.arguments();
        GuestHandles.putOwn(arguments, 0, handle);
        call.invoke();
      }
    }

    /** {@code [static]handle.new}. */
    public Handle new_() {
      try (Call call = this.exports.func(13).begin()) {
        call.invoke();
        return new Handle(call.result(), 0);
      }
    }

    /** {@code [static]handle.new-handle}. */
    public Handle newHandle() {
      try (Call call = this.exports.func(14).begin()) {
        call.invoke();
        return new Handle(call.result(), 0);
      }
    }
  }
}
