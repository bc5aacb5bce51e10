package golden.resource_aliases.streams;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.resource_aliases.Plumbing;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resource-aliases/streams}. */
@Generated("interface golden:resource-aliases/streams")
@NullMarked
public final class Streams {
  private final Func standard;
  private final Func copy;

  private Streams(Exports exports) {
    this.standard = exports.func(1);
    this.copy = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Plumbing} hands it out. */
  public static Streams of(Exports exports) {
    return new Streams(exports);
  }

  /** {@code standard}. */
  public Stream standard() {
    try (Call call = this.standard.begin()) {
      call.invoke();
      return new Stream(call.result(), 0);
    }
  }

  /**
   * {@code copy}.
   *
   * @return unsigned
   */
  public long copy(Stream from) {
    Objects.requireNonNull(from, "from");
    try (Call call = this.copy.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, from);
      call.invoke();
      return call.result().getLong(0);
    }
  }
}
