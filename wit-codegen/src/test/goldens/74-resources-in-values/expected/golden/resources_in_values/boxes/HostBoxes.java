package golden.resources_in_values.boxes;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.resources_in_values.boxes.abi.CodecOfBoxes;
import golden.resources_in_values.boxes.abi.CodecOfHostBoxes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resources-in-values/boxes}. */
@Generated("interface golden:resources-in-values/boxes")
@NullMarked
public interface HostBoxes {
  /** {@code [constructor]thing}. */
  HostThing newThing(String label);

  /** {@code pack}. */
  HostParcel pack(HostThing content);

  /** {@code unpack}. */
  HostThing unpack(HostParcel parcel);

  /** {@code perhaps}. */
  Optional<HostThing> perhaps(Optional<HostThing> content);

  /** {@code attempt}. */
  Result<HostThing, String> attempt(Result<HostThing, String> content);

  /** {@code reverse}. */
  List<HostThing> reverse(List<HostThing> things);

  /** {@code send}. */
  HostDelivery send(HostDelivery delivery);

  /** {@code look}. */
  List<String> look(List<HostThing> things);

  /**
   * {@code weigh}.
   *
   * @return unsigned
   */
  int weigh(Optional<HostThing> one, Tuple2<HostThing, Integer> other);

  /** Defines {@code golden:resources-in-values/boxes} in a linker. */
  static void addTo(Linker linker, HostBoxes implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:resources-in-values/boxes} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostBoxes> implementation) {
    LinkerInstance instance = linker.instance("golden:resources-in-values/boxes");
    instance.resource("thing", CodecOfHostBoxes.THING);
    instance.funcOverImages(
        "[constructor]thing",
        CodecOfBoxes.NEW_THING,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostBoxes.THING,
            implementation.apply(arguments.config()).newThing(arguments.getString(0))));
    instance.funcOverImages(
        "[method]thing.label",
        CodecOfBoxes.THING_LABEL,
        (arguments, result) -> result.putString(
            0, arguments.getBorrow(0, CodecOfHostBoxes.THING).label()));
    instance.funcOverImages(
        "pack",
        CodecOfBoxes.PACK,
        (arguments, result) -> CodecOfHostBoxes.storeHostParcel(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).pack(
                    arguments.getOwn(0, CodecOfHostBoxes.THING)))));
    instance.funcOverImages(
        "unpack",
        CodecOfBoxes.UNPACK,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostBoxes.THING,
            implementation.apply(arguments.config()).unpack(
                CodecOfHostBoxes.loadHostParcel(arguments, 0))));
    instance.funcOverImages(
        "perhaps",
        CodecOfBoxes.PERHAPS,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).perhaps(
                arguments.getOption(
                    0, 4, (image1, at1) -> image1.getOwn(at1, CodecOfHostBoxes.THING))),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostBoxes.THING, value1)));
    instance.funcOverImages(
        "attempt",
        CodecOfBoxes.ATTEMPT,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).attempt(
                arguments.getResult(
                    0,
                    4,
                    (image1, at1) -> image1.getOwn(at1, CodecOfHostBoxes.THING),
                    ImageReader::getString)),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostBoxes.THING, value1),
            ImageWriter::putString));
    instance.funcOverImages(
        "reverse",
        CodecOfBoxes.REVERSE,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).reverse(
                arguments.getList(
                    0, 4, (image1, at1) -> image1.getOwn(at1, CodecOfHostBoxes.THING))),
            4,
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostBoxes.THING, value1)));
    instance.funcOverImages(
        "send",
        CodecOfBoxes.SEND,
        (arguments, result) -> CodecOfHostBoxes.storeHostDelivery(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).send(
                    CodecOfHostBoxes.loadHostDelivery(arguments, 0)))));
    instance.funcOverImages(
        "look",
        CodecOfBoxes.LOOK,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).look(
                arguments.getList(
                    0, 4, (image1, at1) -> image1.getBorrow(at1, CodecOfHostBoxes.THING))),
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
                    0, 4, (image1, at1) -> image1.getBorrow(at1, CodecOfHostBoxes.THING)),
                new Tuple2<>(
                    arguments.getBorrow(8, CodecOfHostBoxes.THING), arguments.getInt(12)))));
  }
}
