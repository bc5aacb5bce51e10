package golden.arrays.arrays;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.arrays.Fixed;
import golden.arrays.arrays.abi.CodecOfArrays;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:arrays/arrays}. */
@Generated("interface golden:arrays/arrays")
@NullMarked
public final class Arrays {
  private final Func transpose;
  private final Func next;
  private final Func many;

  private Arrays(Exports exports) {
    this.transpose = exports.func(0);
    this.next = exports.func(1);
    this.many = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Fixed} hands it out. */
  public static Arrays of(Exports exports) {
    return new Arrays(exports);
  }

  /** {@code transpose}. */
  public List<float[]> transpose(List<float[]> matrix) {
    Objects.requireNonNull(matrix, "matrix");
    try (Call call = this.transpose.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putFixedLengthList(
          0, matrix, 3, 12, (image1, at1, value1) -> image1.putFixedLengthFloats(at1, value1, 3));
      call.invoke();
      return call.result().getFixedLengthList(
          0, 3, 12, (image1, at1) -> image1.getFixedLengthFloats(at1, 3));
    }
  }

  /** {@code next}. */
  public Address next(Address address) {
    Objects.requireNonNull(address, "address");
    try (Call call = this.next.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfArrays.storeAddress(arguments, 0, address);
      call.invoke();
      return CodecOfArrays.loadAddress(call.result(), 0);
    }
  }

  /** {@code many}. */
  public List<long[]> many(List<short[]> addresses) {
    Objects.requireNonNull(addresses, "addresses");
    try (Call call = this.many.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0,
          addresses,
          16,
          2,
          (image1, at1, value1) -> image1.putFixedLengthShorts(at1, value1, 8));
      call.invoke();
      return call.result().getList(0, 16, (image1, at1) -> image1.getFixedLengthLongs(at1, 2));
    }
  }

  /**
   * As {@link #many}, without arrays or objects for its lists: what is given is taken from memory,
   * see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param addresses 16 bytes per element, little-endian; must stay as it is until this method
   *     returns
   * @param visitor sees the result: 16 bytes per element, little-endian
   */
  public void manyInPlace(MemorySegment addresses, ListVisitor visitor) {
    Objects.requireNonNull(addresses, "addresses");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.many.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, addresses, 16);
      call.invokeInPlace(visitor);
    }
  }
}
