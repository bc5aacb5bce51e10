package golden.lists_of_everything.lists;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.lists_of_everything.lists.abi.CodecOfLists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Interface {@code golden:lists-of-everything/lists}. */
@Generated("interface golden:lists-of-everything/lists")
@NullMarked
public interface HostLists {
  /** {@code enums}. */
  List<Colour> enums(List<Colour> values);

  /** {@code sets}. */
  List<Set<Sides>> sets(List<Set<Sides>> values);

  /** {@code variants}. */
  List<Shape> variants(List<Shape> values);

  /** {@code options}. */
  List<Optional<String>> options(List<Optional<Integer>> values);

  /** {@code results}. */
  List<Result<Integer, Long>> results(List<Result<@Nullable Void, @Nullable Void>> values);

  /** {@code tuples}. */
  List<Tuple2<String, Boolean>> tuples(List<Tuple2<Integer, Long>> values);

  /** {@code optional-lists}. */
  Optional<long[]> optionalLists(Optional<List<String>> values);

  /** Defines {@code golden:lists-of-everything/lists} in a linker. */
  static void addTo(Linker linker, HostLists implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:lists-of-everything/lists} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLists> implementation) {
    LinkerInstance instance = linker.instance("golden:lists-of-everything/lists");
    instance.funcOverImages(
        "enums",
        CodecOfLists.ENUMS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).enums(
                arguments.getList(0, 1, CodecOfLists::loadColour)),
            1,
            1,
            CodecOfLists::storeColour));
    instance.funcOverImages(
        "sets",
        CodecOfLists.SETS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).sets(
                arguments.getList(0, 1, CodecOfLists::loadSides)),
            1,
            1,
            CodecOfLists::storeSides));
    instance.funcOverImages(
        "variants",
        CodecOfLists.VARIANTS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).variants(
                arguments.getList(0, 8, CodecOfLists::loadShape)),
            8,
            4,
            CodecOfLists::storeShape));
    instance.funcOverImages(
        "options",
        CodecOfLists.OPTIONS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).options(
                arguments.getList(
                    0, 8, (image1, at1) -> image1.getOption(at1, 4, ImageReader::getInt))),
            12,
            4,
            (image1, at1, value1) -> image1.putOption(at1, value1, 4, ImageWriter::putString)));
    instance.funcOverImages(
        "results",
        CodecOfLists.RESULTS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).results(
                arguments.getList(0, 1, (image1, at1) -> image1.getResult(at1, 1, null, null))),
            16,
            8,
            (image1, at1, value1) -> image1.putResult(
                at1, value1, 8, ImageWriter::putU8, ImageWriter::putLong)));
    instance.funcOverImages(
        "tuples",
        CodecOfLists.TUPLES,
        (arguments, result) -> result.putList(0, implementation.apply(arguments.config()).tuples(
            arguments.getList(
                0,
                16,
                (image1, at1) -> new Tuple2<>(
                    image1.getU8(at1), image1.getLong(at1 + 8)))), 12, 4, (image1, at1, value1) -> {
          image1.putString(at1, value1.first());
          image1.putBool(at1 + 8, value1.second());
        }));
    instance.funcOverImages(
        "optional-lists",
        CodecOfLists.OPTIONAL_LISTS,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).optionalLists(
                arguments.getOption(
                    0, 4, (image1, at1) -> image1.getList(at1, 8, ImageReader::getString))),
            4,
            (image1, at1, value1) -> image1.putLongs(at1, value1)));
  }
}
