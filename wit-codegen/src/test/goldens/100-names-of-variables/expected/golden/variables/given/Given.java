package golden.variables.given;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.variables.Variables;
import golden.variables.given.abi.CodecOfGiven;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Names that generated code has for something else. */
@Generated("interface golden:variables/given")
@NullMarked
public final class Given {
  private final Func compare;
  private final Func compressInPlace;
  private final Func compress;

  private Given(Exports exports) {
    this.compare = exports.func(0);
    this.compressInPlace = exports.func(1);
    this.compress = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Variables} hands it out. */
  public static Given of(Exports exports) {
    return new Given(exports);
  }

  /**
   * {@code compare}.
   *
   * @param result_ 0 to 255
   */
  public byte[] compare(Diff other, byte[] call_, int[] arguments_, byte[] visitor, int result_,
      List<List<String>> image) {
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(call_, "call");
    Objects.requireNonNull(arguments_, "arguments");
    Objects.requireNonNull(visitor, "visitor");
    Objects.requireNonNull(image, "image");
    try (Call call = this.compare.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfGiven.storeDiff(arguments, 0, other);
      arguments.putBytes(44, call_);
      arguments.putInts(52, arguments_);
      arguments.putBytes(60, visitor);
      arguments.putU8(68, result_);
      arguments.putList(
          72,
          image,
          8,
          4,
          (image1, at1, value1) -> image1.putList(at1, value1, 8, 4, ImageWriter::putString));
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #compare}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param call_ 1 byte per element; must stay as it is until this method returns
   * @param arguments_ 4 bytes per element, little-endian; must stay as it is until this method
   *     returns
   * @param visitor 1 byte per element; must stay as it is until this method returns
   * @param result_ 0 to 255
   * @param visitor_ sees the result: 1 byte per element
   */
  public void compareInPlace(Diff other, MemorySegment call_, MemorySegment arguments_,
      MemorySegment visitor, int result_, List<List<String>> image, ListVisitor visitor_) {
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(call_, "call");
    Objects.requireNonNull(arguments_, "arguments");
    Objects.requireNonNull(visitor, "visitor");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(visitor_, "visitor_");
    try (Call call = this.compare.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfGiven.storeDiff(arguments, 0, other);
      arguments.putSegment(44, call_, 1);
      arguments.putSegment(52, arguments_, 4);
      arguments.putSegment(60, visitor, 1);
      arguments.putU8(68, result_);
      arguments.putList(
          72,
          image,
          8,
          4,
          (image1, at1, value1) -> image1.putList(at1, value1, 8, 4, ImageWriter::putString));
      call.invokeInPlace(visitor_);
    }
  }

  /** The other form of the next one would have this name. */
  public byte[] compressInPlace(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    try (Call call = this.compressInPlace.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, bytes);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #compressInPlace}, without arrays or objects for its lists: what is given is taken
   * from memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's,
   * see {@link Call#invokeInPlace}.
   *
   * @param bytes 1 byte per element; must stay as it is until this method returns
   * @param visitor sees the result: 1 byte per element
   */
  public void compressInPlaceInPlace(MemorySegment bytes, ListVisitor visitor) {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.compressInPlace.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, bytes, 1);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code compress}. */
  public byte[] compress(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    try (Call call = this.compress.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, bytes);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #compress}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param bytes 1 byte per element; must stay as it is until this method returns
   * @param visitor sees the result: 1 byte per element
   */
  public void compressInPlace_(MemorySegment bytes, ListVisitor visitor) {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.compress.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, bytes, 1);
      call.invokeInPlace(visitor);
    }
  }
}
