package golden.hostile_resources.hostile;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
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
public final class Handle implements AutoCloseable {
  private final Exports exports;

  final Resource resource;

  Handle(Exports exports, Resource resource) {
    this.exports = exports;
    this.resource = resource;
  }

  /**
   * {@code [method]handle.close}.
   *
   * @return unsigned
   */
  public int close_() {
    try (Call call = this.exports.func(1).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** {@code [method]handle.get-class}. */
  public String getClass_() {
    try (Call call = this.exports.func(2).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
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
    try (Call call = this.exports.func(3).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /** {@code [method]handle.to-string}. */
  public String toString_() {
    try (Call call = this.exports.func(4).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /** {@code [method]handle.equals}. */
  public boolean equals(Handle other) {
    Objects.requireNonNull(other, "other");
    try (Call call = this.exports.func(5).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      HostileCodec.lendHandle(arguments, 4, other);
      call.invoke();
      return call.result().getBool(0);
    }
  }

  /** {@code [method]handle.wait}. */
  public void wait_() {
    try (Call call = this.exports.func(6).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
    }
  }

  /** {@code [method]handle.notify}. */
  public void notify_() {
    try (Call call = this.exports.func(7).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
    }
  }

  /** {@code [method]handle.clone}. */
  public Handle clone_() {
    try (Call call = this.exports.func(8).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
      return HostileCodec.loadHandle(call.result(), 0);
    }
  }

  /** {@code [method]handle.finalize}. */
  public void finalize_() {
    try (Call call = this.exports.func(9).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
    }
  }

  /**
   * {@code [method]handle.resource}.
   *
   * @return unsigned
   */
  public int resource() {
    try (Call call = this.exports.func(10).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
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
    try (Call call = this.exports.func(11).begin()) {
      ImageWriter arguments = call.arguments();
      HostileCodec.lendHandle(arguments, 0, this);
      call.invoke();
      return call.result().getInt(0);
    }
  }

  /** Drops the handle, unless it was given away or closed. */
  @Override
  public void close() {
    resource.close();
  }

  @Override
  public String toString() {
    return "handle: " + resource;
  }
}
