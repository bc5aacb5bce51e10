package golden.number_lists.series;

import dev.switchblade.Call;
import dev.switchblade.Exports;
import dev.switchblade.Func;
import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import golden.number_lists.Statistics;
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
}
