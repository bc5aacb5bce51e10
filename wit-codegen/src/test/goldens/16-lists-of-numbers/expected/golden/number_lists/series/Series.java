package golden.number_lists.series;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.number_lists.Statistics;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:number-lists/series}. */
@Generated("interface golden:number-lists/series")
@NullMarked
public final class Series {
  private final Func signedBytes;
  private final Func signedShorts;
  private final Func unsignedShorts;
  private final Func signedInts;
  private final Func unsignedInts;
  private final Func signedLongs;
  private final Func unsignedLongs;
  private final Func floats;
  private final Func doubles;

  private Series(Exports exports) {
    this.signedBytes = exports.func(0);
    this.signedShorts = exports.func(1);
    this.unsignedShorts = exports.func(2);
    this.signedInts = exports.func(3);
    this.unsignedInts = exports.func(4);
    this.signedLongs = exports.func(5);
    this.unsignedLongs = exports.func(6);
    this.floats = exports.func(7);
    this.doubles = exports.func(8);
  }

  /** The interface of an instance: for generated code, as {@link Statistics} hands it out. */
  public static Series of(Exports exports) {
    return new Series(exports);
  }

  /** {@code signed-bytes}. */
  public byte[] signedBytes(byte[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.signedBytes.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBytes(0, values);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #signedBytes}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 1 byte per element; must stay as it is until this method returns
   * @param visitor sees the result: 1 byte per element
   */
  public void signedBytesInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.signedBytes.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 1);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code signed-shorts}. */
  public short[] signedShorts(short[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.signedShorts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putShorts(0, values);
      call.invoke();
      return call.result().getShorts(0);
    }
  }

  /**
   * As {@link #signedShorts}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 2 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 2 bytes per element, little-endian
   */
  public void signedShortsInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.signedShorts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 2);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code unsigned-shorts}. */
  public short[] unsignedShorts(short[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.unsignedShorts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putShorts(0, values);
      call.invoke();
      return call.result().getShorts(0);
    }
  }

  /**
   * As {@link #unsignedShorts}, without arrays or objects for its lists: what is given is taken
   * from memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's,
   * see {@link Call#invokeInPlace}.
   *
   * @param values 2 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 2 bytes per element, little-endian
   */
  public void unsignedShortsInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.unsignedShorts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 2);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code signed-ints}. */
  public int[] signedInts(int[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.signedInts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInts(0, values);
      call.invoke();
      return call.result().getInts(0);
    }
  }

  /**
   * As {@link #signedInts}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 4 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 4 bytes per element, little-endian
   */
  public void signedIntsInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.signedInts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 4);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code unsigned-ints}. */
  public int[] unsignedInts(int[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.unsignedInts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInts(0, values);
      call.invoke();
      return call.result().getInts(0);
    }
  }

  /**
   * As {@link #unsignedInts}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 4 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 4 bytes per element, little-endian
   */
  public void unsignedIntsInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.unsignedInts.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 4);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code signed-longs}. */
  public long[] signedLongs(long[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.signedLongs.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putLongs(0, values);
      call.invoke();
      return call.result().getLongs(0);
    }
  }

  /**
   * As {@link #signedLongs}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 8 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 8 bytes per element, little-endian
   */
  public void signedLongsInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.signedLongs.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 8);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code unsigned-longs}. */
  public long[] unsignedLongs(long[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.unsignedLongs.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putLongs(0, values);
      call.invoke();
      return call.result().getLongs(0);
    }
  }

  /**
   * As {@link #unsignedLongs}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 8 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 8 bytes per element, little-endian
   */
  public void unsignedLongsInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.unsignedLongs.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 8);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code floats}. */
  public float[] floats(float[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.floats.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putFloats(0, values);
      call.invoke();
      return call.result().getFloats(0);
    }
  }

  /**
   * As {@link #floats}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 4 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 4 bytes per element, little-endian
   */
  public void floatsInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.floats.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 4);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code doubles}. */
  public double[] doubles(double[] values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.doubles.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putDoubles(0, values);
      call.invoke();
      return call.result().getDoubles(0);
    }
  }

  /**
   * As {@link #doubles}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}, and what is returned is seen in the guest's, see
   * {@link Call#invokeInPlace}.
   *
   * @param values 8 bytes per element, little-endian; must stay as it is until this method returns
   * @param visitor sees the result: 8 bytes per element, little-endian
   */
  public void doublesInPlace(MemorySegment values, ListVisitor visitor) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.doubles.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 8);
      call.invokeInPlace(visitor);
    }
  }
}
