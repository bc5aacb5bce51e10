package golden.tuples.pairs;

import dev.switchblade.Func;
import dev.switchblade.Tuple1;
import dev.switchblade.Tuple2;
import dev.switchblade.Tuple4;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.tuples.Geometry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:tuples/pairs}. */
@Generated("interface golden:tuples/pairs")
@NullMarked
public final class Pairs {
  private final Func swap;
  private final Func single;
  private final Func mixed;
  private final Func nested;

  private Pairs(Exports exports) {
    this.swap = exports.func(0);
    this.single = exports.func(1);
    this.mixed = exports.func(2);
    this.nested = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Geometry} hands it out. */
  public static Pairs of(Exports exports) {
    return new Pairs(exports);
  }

  /** {@code swap}. */
  public Tuple2<String, Integer> swap(Tuple2<Integer, String> pair) {
    Objects.requireNonNull(pair, "pair");
    try (Call call = this.swap.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, pair.first());
      arguments.putString(4, pair.second());
      call.invoke();
      ImageReader result = call.result();
      return new Tuple2<>(result.getString(0), result.getInt(8));
    }
  }

  /** {@code single}. */
  public Tuple1<Double> single(Tuple1<Double> one) {
    Objects.requireNonNull(one, "one");
    try (Call call = this.single.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putDouble(0, one.first());
      call.invoke();
      ImageReader result = call.result();
      return new Tuple1<>(result.getDouble(0));
    }
  }

  /** {@code mixed}. */
  public Tuple4<Boolean, Integer, Long, Integer> mixed(
      Tuple4<Boolean, Integer, Long, Integer> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.mixed.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putBool(0, values.first());
      arguments.putU8(1, values.second());
      arguments.putLong(8, values.third());
      arguments.putChar(16, values.fourth());
      call.invoke();
      ImageReader result = call.result();
      return new Tuple4<>(result.getBool(0), result.getU8(1), result.getLong(8), result.getInt(16));
    }
  }

  /** {@code nested}. */
  public Tuple2<Tuple2<Integer, Integer>, List<Tuple2<Integer, String>>> nested(
      Tuple2<Tuple2<Integer, Integer>, List<Tuple2<Integer, String>>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.nested.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, values.first().first());
      arguments.putU16(2, values.first().second());
      arguments.putList(4, values.second(), 12, 4, (image1, at1, value1) -> {
            image1.putInt(at1, value1.first());
            image1.putString(at1 + 4, value1.second());
          });
      call.invoke();
      ImageReader result = call.result();
      return new Tuple2<>(
          new Tuple2<>(result.getU8(0), result.getU16(2)),
          result.getList(
              4, 12, (image1, at1) -> new Tuple2<>(image1.getInt(at1), image1.getString(at1 + 4))));
    }
  }
}
