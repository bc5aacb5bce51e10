package golden.keyword_types.words;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import golden.keyword_types.words.abi.CodecOfWords;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Types named as classes of java.lang, java.util and of what generated code is made of. */
@dev.switchblade.abi.Generated("interface golden:keyword-types/words")
@NullMarked
public interface HostWords {
  /** {@code objects}. */
  java.util.List<Object_> objects(Object_ one, String_ two, Integer_ three, Set<Optional> four);

  /** {@code lists}. */
  dev.switchblade.Tuple2<List, Result> lists(List one, Result two, Map three, EnumSet four);

  /** {@code others}. */
  dev.switchblade.Result<Math, System> others(Override_ one, Math two, Tuple2 three, Call four,
      Store five, Component six);

  /** {@code images}. */
  java.util.Optional<Exception_> images(ImageWriter one, ImageReader two, WitTypes three);

  /** {@code odd}. */
  dev.switchblade.Tuple2<Class, Void_> odd(Class one, Void_ two, Generated three);

  /** {@code many}. */
  dev.switchblade.TupleN many(TupleN one);

  /** Defines {@code golden:keyword-types/words} in a linker. */
  static void addTo(Linker linker, HostWords implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-types/words} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostWords> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-types/words");
    instance.funcOverImages(
        "objects",
        CodecOfWords.OBJECTS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).objects(
                CodecOfWords.loadObject_(arguments, 0),
                CodecOfWords.loadString_(arguments, 8),
                CodecOfWords.loadInteger_(arguments, 20),
                CodecOfWords.loadOptional(arguments, 21)),
            8,
            4,
            CodecOfWords::storeObject_));
    instance.funcOverImages(
        "lists",
        CodecOfWords.LISTS,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).lists(
                  CodecOfWords.loadList(arguments, 0),
                  CodecOfWords.loadResult(arguments, 12),
                  CodecOfWords.loadMap(arguments, 24),
                  CodecOfWords.loadEnumSet(arguments, 32)));
          CodecOfWords.storeList(result, 0, returned.first());
          CodecOfWords.storeResult(result, 12, returned.second());
        });
    instance.funcOverImages(
        "others",
        CodecOfWords.OTHERS,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).others(
                CodecOfWords.loadOverride_(arguments, 0),
                CodecOfWords.loadMath(arguments, 8),
                CodecOfWords.loadTuple2(arguments, 16),
                CodecOfWords.loadCall(arguments, 20),
                CodecOfWords.loadStore(arguments, 28),
                CodecOfWords.loadComponent(arguments, 36)),
            8,
            CodecOfWords::storeMath,
            CodecOfWords::storeSystem));
    instance.funcOverImages(
        "images",
        CodecOfWords.IMAGES,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).images(
                CodecOfWords.loadImageWriter(arguments, 0),
                CodecOfWords.loadImageReader(arguments, 8),
                CodecOfWords.loadWitTypes(arguments, 16)),
            4,
            CodecOfWords::storeException_));
    instance.funcOverImages(
        "odd",
        CodecOfWords.ODD,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).odd(
                  CodecOfWords.loadClass(arguments, 0),
                  CodecOfWords.loadVoid_(arguments, 8),
                  CodecOfWords.loadGenerated(arguments, 16)));
          CodecOfWords.storeClass(result, 0, returned.first());
          CodecOfWords.storeVoid_(result, 8, returned.second());
        });
    instance.funcOverImages(
        "many",
        CodecOfWords.MANY,
        (arguments, result) -> {
          var returned = result.requireReturned(
              implementation.apply(arguments.config()).many(CodecOfWords.loadTupleN(arguments, 0)));
          result.requireLength(0, returned, 9);
          result.putU8(0, returned.<Integer>element(0));
          result.putU8(1, returned.<Integer>element(1));
          result.putU8(2, returned.<Integer>element(2));
          result.putU8(3, returned.<Integer>element(3));
          result.putU8(4, returned.<Integer>element(4));
          result.putU8(5, returned.<Integer>element(5));
          result.putU8(6, returned.<Integer>element(6));
          result.putU8(7, returned.<Integer>element(7));
          result.putU8(8, returned.<Integer>element(8));
        });
  }
}
