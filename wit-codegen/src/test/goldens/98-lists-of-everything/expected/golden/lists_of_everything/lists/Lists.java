package golden.lists_of_everything.lists;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.lists_of_everything.Collections;
import golden.lists_of_everything.lists.abi.CodecOfLists;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:lists-of-everything/lists}. */
@Generated("interface golden:lists-of-everything/lists")
@NullMarked
public final class Lists {
  private final Func enums;
  private final Func sets;
  private final Func variants;
  private final Func options;
  private final Func results;
  private final Func tuples;
  private final Func optionalLists;

  private Lists(Exports exports) {
    this.enums = exports.func(0);
    this.sets = exports.func(1);
    this.variants = exports.func(2);
    this.options = exports.func(3);
    this.results = exports.func(4);
    this.tuples = exports.func(5);
    this.optionalLists = exports.func(6);
  }

  /** The interface of an instance: for generated code, as {@link Collections} hands it out. */
  public static Lists of(Exports exports) {
    return new Lists(exports);
  }

  /** {@code enums}. */
  public List<Colour> enums(List<Colour> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.enums.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 1, 1, CodecOfLists::storeColour);
      call.invoke();
      return call.result().getList(0, 1, CodecOfLists::loadColour);
    }
  }

  /** {@code sets}. */
  public List<Set<Sides>> sets(List<Set<Sides>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.sets.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 1, 1, CodecOfLists::storeSides);
      call.invoke();
      return call.result().getList(0, 1, CodecOfLists::loadSides);
    }
  }

  /** {@code variants}. */
  public List<Shape> variants(List<Shape> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.variants.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 8, 4, CodecOfLists::storeShape);
      call.invoke();
      return call.result().getList(0, 8, CodecOfLists::loadShape);
    }
  }

  /** {@code options}. */
  public List<Optional<String>> options(List<Optional<Integer>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.options.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0,
          values,
          8,
          4,
          (image1, at1, value1) -> image1.putOption(at1, value1, 4, ImageWriter::putInt));
      call.invoke();
      return call.result().getList(
          0, 12, (image1, at1) -> image1.getOption(at1, 4, ImageReader::getString));
    }
  }

  /** {@code results}. */
  public List<Result<Integer, Long>> results(List<Result<@Nullable Void, @Nullable Void>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.results.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(
          0, values, 1, 1, (image1, at1, value1) -> image1.putResult(at1, value1, 1, null, null));
      call.invoke();
      return call.result().getList(
          0,
          16,
          (image1, at1) -> image1.getResult(at1, 8, ImageReader::getU8, ImageReader::getLong));
    }
  }

  /** {@code tuples}. */
  public List<Tuple2<String, Boolean>> tuples(List<Tuple2<Integer, Long>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.tuples.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 16, 8, (image1, at1, value1) -> {
            image1.putU8(at1, value1.first());
            image1.putLong(at1 + 8, value1.second());
          });
      call.invoke();
      return call.result().getList(
          0, 12, (image1, at1) -> new Tuple2<>(image1.getString(at1), image1.getBool(at1 + 8)));
    }
  }

  /**
   * As {@link #tuples}, without arrays or objects for its lists: what is given is taken from
   * memory, see {@link ImageWriter#putSegment}.
   *
   * @param values 16 bytes per element (at 0, 8), little-endian; must stay as it is until this
   *     method returns
   */
  public List<Tuple2<String, Boolean>> tuplesInPlace(MemorySegment values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.tuples.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putSegment(0, values, 16);
      call.invoke();
      return call.result().getList(
          0, 12, (image1, at1) -> new Tuple2<>(image1.getString(at1), image1.getBool(at1 + 8)));
    }
  }

  /** {@code optional-lists}. */
  public Optional<long[]> optionalLists(Optional<List<String>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.optionalLists.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(
          0,
          values,
          4,
          (image1, at1, value1) -> image1.putList(at1, value1, 8, 4, ImageWriter::putString));
      call.invoke();
      return call.result().getOption(0, 4, (image1, at1) -> image1.getLongs(at1));
    }
  }
}
