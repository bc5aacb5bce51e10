package golden.resource_aliases.pipes;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.ImageWriter;
import golden.resource_aliases.Plumbing;
import golden.resource_aliases.streams.Stream;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resource-aliases/pipes}. */
@Generated("interface golden:resource-aliases/pipes")
@NullMarked
public final class Pipes {
  private final Func plug;

  private Pipes(Exports exports) {
    this.plug = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Plumbing} hands it out. */
  public static Pipes of(Exports exports) {
    return new Pipes(exports);
  }

  /**
   * {@code plug}.
   *
   * @param left is given away
   * @param right is given away
   */
  public Stream plug(Stream left, Stream right) {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    try (Call call = this.plug.begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putOwn(arguments, 0, left);
      GuestHandles.putOwn(arguments, 4, right);
      call.invoke();
      return new Stream(call.result(), 0);
    }
  }
}
