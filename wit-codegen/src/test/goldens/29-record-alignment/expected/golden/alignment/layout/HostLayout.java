package golden.alignment.layout;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple3;
import dev.switchblade.abi.Generated;
import golden.alignment.layout.abi.CodecOfLayout;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Every alignment, each after a field that leaves a gap before it. */
@Generated("interface golden:alignment/layout")
@NullMarked
public interface HostLayout {
  /** {@code pad}. */
  Padded pad(Padded value);

  /** {@code many}. */
  List<Padded> many(List<Padded> values);

  /** {@code tail}. */
  Tuple3<Small, Integer, Small> tail(List<Small> values, Small one);

  /** Defines {@code golden:alignment/layout} in a linker. */
  static void addTo(Linker linker, HostLayout implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:alignment/layout} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLayout> implementation) {
    LinkerInstance instance = linker.instance("golden:alignment/layout");
    instance.funcOverImages(
        "pad",
        CodecOfLayout.PAD,
        (arguments, result) -> CodecOfLayout.storePadded(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).pad(
                    CodecOfLayout.loadPadded(arguments, 0)))));
    instance.funcOverImages(
        "many",
        CodecOfLayout.MANY,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).many(
                arguments.getList(0, 80, CodecOfLayout::loadPadded)),
            80,
            8,
            CodecOfLayout::storePadded));
    instance.funcOverImages(
        "tail",
        CodecOfLayout.TAIL,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).tail(
                  arguments.getList(0, 4, CodecOfLayout::loadSmall),
                  CodecOfLayout.loadSmall(arguments, 8)));
          CodecOfLayout.storeSmall(result, 0, returned.first());
          result.putU8(4, returned.second());
          CodecOfLayout.storeSmall(result, 6, returned.third());
        });
  }
}
