package golden.short_names.i;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.short_names.W;
import golden.short_names.i.abi.CodecOfI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * Types of one letter, or of one with a number: what Java calls a class and a constant is the same
 * then.
 */
@Generated("interface golden:short-names/i")
@NullMarked
public final class I {
  private final Func g;
  private final Func i;

  private I(Exports exports) {
    this.g = exports.func(0);
    this.i = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link W} hands it out. */
  public static I of(Exports exports) {
    return new I(exports);
  }

  /** {@code g}. */
  public List<R> g(E e, E1 e1, Set<F> f, R r, V v) {
    Objects.requireNonNull(e, "e");
    Objects.requireNonNull(e1, "e1");
    Objects.requireNonNull(f, "f");
    Objects.requireNonNull(r, "r");
    Objects.requireNonNull(v, "v");
    try (Call call = this.g.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfI.storeE(arguments, 0, e);
      CodecOfI.storeE1(arguments, 1, e1);
      CodecOfI.storeF(arguments, 2, f);
      CodecOfI.storeR(arguments, 3, r);
      CodecOfI.storeV(arguments, 5, v);
      call.invoke();
      return call.result().getList(0, 2, CodecOfI::loadR);
    }
  }

  /** {@code i}. */
  public V i(List<R> t) {
    Objects.requireNonNull(t, "t");
    try (Call call = this.i.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, t, 2, 1, CodecOfI::storeR);
      call.invoke();
      return CodecOfI.loadV(call.result(), 0);
    }
  }
}
