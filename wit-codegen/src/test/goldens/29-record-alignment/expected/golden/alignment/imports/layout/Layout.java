package golden.alignment.imports.layout;

import dev.switchblade.Generated;
import dev.switchblade.Immutable;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple;
import golden.alignment.imports.layout.abi.CodecOfLayout;
import golden.alignment.layout.Padded;
import golden.alignment.layout.Small;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Every alignment, each after a field that leaves a gap before it. */
@Generated("interface golden:alignment/layout")
@NullMarked
public interface Layout {
  /** {@code pad}. */
  Padded pad(Padded value);

  /** {@code many}. */
  List<Padded> many(List<Padded> values);

  /** {@code tail}. */
  Tuple.Tuple3<Small, Integer, Small> tail(List<Small> values, Small one);

  /** Defines {@code golden:alignment/layout} in a linker. */
  static void addTo(Linker linker, Layout implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:alignment/layout} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Layout> implementation) {
    LinkerInstance instance = linker.instance("golden:alignment/layout");
    instance.funcOverImages(
        "pad",
        CodecOfLayout.PAD,
        (arguments, result) -> golden.alignment.layout.abi.CodecOfLayout.storePadded(
            result,
            0,
            implementation.apply(arguments.config()).pad(
                golden.alignment.layout.abi.CodecOfLayout.loadPadded(arguments, 0))));
    instance.funcOverImages(
        "many",
        CodecOfLayout.MANY,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).many(
                Immutable.readList(
                    arguments, 0, 80, golden.alignment.layout.abi.CodecOfLayout::loadPadded)),
            80,
            8,
            golden.alignment.layout.abi.CodecOfLayout::storePadded));
    instance.funcOverImages(
        "tail",
        CodecOfLayout.TAIL,
        (arguments, result) -> {
          var returned = implementation.apply(arguments.config()).tail(
              Immutable.readList(
                  arguments, 0, 4, golden.alignment.layout.abi.CodecOfLayout::loadSmall),
              golden.alignment.layout.abi.CodecOfLayout.loadSmall(arguments, 8));
          golden.alignment.layout.abi.CodecOfLayout.storeSmall(result, 0, returned.first());
          result.putU8(4, returned.second());
          golden.alignment.layout.abi.CodecOfLayout.storeSmall(result, 6, returned.third());
        });
  }
}
