package golden.resources_in_values.imports.boxes;

import dev.switchblade.Generated;
import dev.switchblade.ImageReader;
import dev.switchblade.ImageWriter;
import dev.switchblade.Immutable;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple;
import golden.resources_in_values.imports.boxes.abi.CodecOfBoxes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resources-in-values/boxes}. */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public interface Boxes {
  /** {@code [constructor]thing}. */
  Thing newThing(String label);

  /** {@code pack}. */
  Parcel pack(Thing content);

  /** {@code unpack}. */
  Thing unpack(Parcel parcel);

  /** {@code perhaps}. */
  Optional<Thing> perhaps(Optional<Thing> content);

  /** {@code attempt}. */
  Result<Thing, String> attempt(Result<Thing, String> content);

  /** {@code reverse}. */
  List<Thing> reverse(List<Thing> things);

  /** {@code send}. */
  Delivery send(Delivery delivery);

  /** {@code look}. */
  List<String> look(List<Thing> things);

  /**
   * {@code weigh}.
   *
   * @return unsigned
   */
  int weigh(Optional<Thing> one, Tuple.Tuple2<Thing, Integer> other);

  /** Defines {@code golden:resources-in-values/boxes} in a linker. */
  static void addTo(Linker linker, Boxes implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:resources-in-values/boxes} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Boxes> implementation) {
    LinkerInstance instance = linker.instance("golden:resources-in-values/boxes");
    instance.resource("thing", CodecOfBoxes.THING);
    instance.funcOverImages(
        "[constructor]thing",
        CodecOfBoxes.NEW_THING,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfBoxes.THING,
            implementation.apply(arguments.config()).newThing(arguments.getString(0))));
    instance.funcOverImages(
        "[method]thing.label",
        CodecOfBoxes.THING_LABEL,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, CodecOfBoxes.THING).label()));
    instance.funcOverImages(
        "pack",
        CodecOfBoxes.PACK,
        (arguments, result) -> CodecOfBoxes.storeParcel(
            result,
            0,
            implementation.apply(arguments.config()).pack(
                arguments.getOwn(0, CodecOfBoxes.THING))));
    instance.funcOverImages(
        "unpack",
        CodecOfBoxes.UNPACK,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfBoxes.THING,
            implementation.apply(arguments.config()).unpack(
                CodecOfBoxes.loadParcel(arguments, 0))));
    instance.funcOverImages(
        "perhaps",
        CodecOfBoxes.PERHAPS,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).perhaps(
                arguments.getOption(0, 4, (image1, at1) -> image1.getOwn(at1, CodecOfBoxes.THING))),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfBoxes.THING, value1)));
    instance.funcOverImages(
        "attempt",
        CodecOfBoxes.ATTEMPT,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).attempt(
                arguments.getResult(
                    0,
                    4,
                    (image1, at1) -> image1.getOwn(at1, CodecOfBoxes.THING),
                    ImageReader::getString)),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfBoxes.THING, value1),
            ImageWriter::putString));
    instance.funcOverImages(
        "reverse",
        CodecOfBoxes.REVERSE,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).reverse(
                Immutable.readList(
                    arguments, 0, 4, (image1, at1) -> image1.getOwn(at1, CodecOfBoxes.THING))),
            4,
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfBoxes.THING, value1)));
    instance.funcOverImages(
        "send",
        CodecOfBoxes.SEND,
        (arguments, result) -> CodecOfBoxes.storeDelivery(
            result,
            0,
            implementation.apply(arguments.config()).send(
                CodecOfBoxes.loadDelivery(arguments, 0))));
    instance.funcOverImages(
        "look",
        CodecOfBoxes.LOOK,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).look(
                Immutable.readList(
                    arguments, 0, 4, (image1, at1) -> image1.getBorrow(at1, CodecOfBoxes.THING))),
            8,
            4,
            ImageWriter::putString));
    instance.funcOverImages(
        "weigh",
        CodecOfBoxes.WEIGH,
        (arguments, result) -> result.putInt(
            0,
            implementation.apply(arguments.config()).weigh(
                arguments.getOption(
                    0, 4, (image1, at1) -> image1.getBorrow(at1, CodecOfBoxes.THING)),
                new Tuple.Tuple2<>(
                    arguments.getBorrow(8, CodecOfBoxes.THING), arguments.getInt(12)))));
  }
}
