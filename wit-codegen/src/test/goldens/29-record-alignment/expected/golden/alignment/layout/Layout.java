package golden.alignment.layout;

import dev.switchblade.Func;
import dev.switchblade.Tuple3;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.alignment.Memory;
import golden.alignment.layout.abi.CodecOfLayout;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Every alignment, each after a field that leaves a gap before it. */
@Generated("interface golden:alignment/layout")
@NullMarked
public final class Layout {
  private final Func pad;
  private final Func many;
  private final Func tail;

  private Layout(Exports exports) {
    this.pad = exports.func(0);
    this.many = exports.func(1);
    this.tail = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Memory} hands it out. */
  public static Layout of(Exports exports) {
    return new Layout(exports);
  }

  /** {@code pad}. */
  public Padded pad(Padded value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.pad.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfLayout.storePadded(arguments, 0, value);
      call.invoke();
      return CodecOfLayout.loadPadded(call.result(), 0);
    }
  }

  /** {@code many}. */
  public List<Padded> many(List<Padded> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.many.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 80, 8, CodecOfLayout::storePadded);
      call.invoke();
      return call.result().getList(0, 80, CodecOfLayout::loadPadded);
    }
  }

  /** {@code tail}. */
  public Tuple3<Small, Integer, Small> tail(List<Small> values, Small one) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(one, "one");
    try (Call call = this.tail.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 4, 2, CodecOfLayout::storeSmall);
      CodecOfLayout.storeSmall(arguments, 8, one);
      call.invoke();
      ImageReader result = call.result();
      return new Tuple3<>(
          CodecOfLayout.loadSmall(result, 0), result.getU8(4), CodecOfLayout.loadSmall(result, 6));
    }
  }

  /**
   * As {@link #tail}, without arrays or objects for its lists: what is given is taken from memory,
   * see {@link ImageWriter#putSegment}.
   *
   * @param values 4 bytes per element (first at 0, second at 2), little-endian; must stay as it is
   *     until this method returns
   */
  public Tuple3<Small, Integer, Small> tailInPlace(MemorySegment values, Small one) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(one, "one");
    try (Call call = this.tail.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 4);
      CodecOfLayout.storeSmall(arguments, 8, one);
      call.invoke();
      ImageReader result = call.result();
      return new Tuple3<>(
          CodecOfLayout.loadSmall(result, 0), result.getU8(4), CodecOfLayout.loadSmall(result, 6));
    }
  }
}
