package golden.indirect_parameters.calls;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.indirect_parameters.Wide;
import golden.indirect_parameters.calls.abi.CodecOfCalls;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:indirect-parameters/calls}. */
@Generated("interface golden:indirect-parameters/calls")
@NullMarked
public final class Calls {
  private final Func sixteen;
  private final Func seventeen;

  private Calls(Exports exports) {
    this.sixteen = exports.func(0);
    this.seventeen = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Wide} hands it out. */
  public static Calls of(Exports exports) {
    return new Calls(exports);
  }

  /** Sixteen core values are passed as they are. */
  public Quad sixteen(Quad a, Quad b, Quad c, Quad d) {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(c, "c");
    Objects.requireNonNull(d, "d");
    try (Call call = this.sixteen.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfCalls.storeQuad(arguments, 0, a);
      CodecOfCalls.storeQuad(arguments, 24, b);
      CodecOfCalls.storeQuad(arguments, 48, c);
      CodecOfCalls.storeQuad(arguments, 72, d);
      call.invoke();
      return CodecOfCalls.loadQuad(call.result(), 0);
    }
  }

  /**
   * Seventeen are passed in memory.
   *
   * @param e 0 to 255
   */
  public Quad seventeen(Quad a, Quad b, Quad c, Quad d, int e) {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(c, "c");
    Objects.requireNonNull(d, "d");
    try (Call call = this.seventeen.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfCalls.storeQuad(arguments, 0, a);
      CodecOfCalls.storeQuad(arguments, 24, b);
      CodecOfCalls.storeQuad(arguments, 48, c);
      CodecOfCalls.storeQuad(arguments, 72, d);
      arguments.putU8(96, e);
      call.invoke();
      return CodecOfCalls.loadQuad(call.result(), 0);
    }
  }
}
