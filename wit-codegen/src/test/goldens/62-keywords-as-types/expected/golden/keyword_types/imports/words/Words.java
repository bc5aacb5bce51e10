package golden.keyword_types.imports.words;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple;
import golden.keyword_types.imports.words.abi.CodecOfWords;
import golden.keyword_types.words.Call;
import golden.keyword_types.words.Class;
import golden.keyword_types.words.Component;
import golden.keyword_types.words.EnumSet;
import golden.keyword_types.words.Exception_;
import golden.keyword_types.words.ImageReader;
import golden.keyword_types.words.ImageWriter;
import golden.keyword_types.words.Integer_;
import golden.keyword_types.words.Map;
import golden.keyword_types.words.Math;
import golden.keyword_types.words.Object_;
import golden.keyword_types.words.Optional;
import golden.keyword_types.words.Override_;
import golden.keyword_types.words.Result;
import golden.keyword_types.words.Store;
import golden.keyword_types.words.String_;
import golden.keyword_types.words.System;
import golden.keyword_types.words.Tuple2;
import golden.keyword_types.words.Void_;
import golden.keyword_types.words.WitTypes;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Types named as classes of java.lang, java.util and of what generated code is made of. */
@Generated("interface golden:keyword-types/words")
@NullMarked
public interface Words {
  /** {@code objects}. */
  List<Object_> objects(Object_ one, String_ two, Integer_ three, Set<Optional> four);

  /** {@code lists}. */
  Tuple.Tuple2<golden.keyword_types.words.List, Result> lists(golden.keyword_types.words.List one,
      Result two, Map three, EnumSet four);

  /** {@code others}. */
  dev.switchblade.Result<Math, System> others(Override_ one, Math two, Tuple2 three, Call four,
      Store five, Component six);

  /** {@code images}. */
  java.util.Optional<Exception_> images(ImageWriter one, ImageReader two, WitTypes three);

  /** {@code odd}. */
  Tuple.Tuple2<Class, Void_> odd(Class one, Void_ two, golden.keyword_types.words.Generated three);

  /** Defines {@code golden:keyword-types/words} in a linker. */
  static void addTo(Linker linker, Words implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:keyword-types/words} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Words> implementation) {
    LinkerInstance instance = linker.instance("golden:keyword-types/words");
    instance.funcOverImages(
        "objects",
        CodecOfWords.OBJECTS,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).objects(
                golden.keyword_types.words.abi.CodecOfWords.loadObject_(arguments, 0),
                golden.keyword_types.words.abi.CodecOfWords.loadString_(arguments, 8),
                golden.keyword_types.words.abi.CodecOfWords.loadInteger_(arguments, 20),
                golden.keyword_types.words.abi.CodecOfWords.loadOptional(arguments, 21)),
            8,
            4,
            golden.keyword_types.words.abi.CodecOfWords::storeObject_));
    instance.funcOverImages(
        "lists",
        CodecOfWords.LISTS,
        (arguments, result) -> {
          var returned = implementation.apply(arguments.config()).lists(
              golden.keyword_types.words.abi.CodecOfWords.loadList(arguments, 0),
              golden.keyword_types.words.abi.CodecOfWords.loadResult(arguments, 12),
              golden.keyword_types.words.abi.CodecOfWords.loadMap(arguments, 24),
              golden.keyword_types.words.abi.CodecOfWords.loadEnumSet(arguments, 32));
          golden.keyword_types.words.abi.CodecOfWords.storeList(result, 0, returned.first());
          golden.keyword_types.words.abi.CodecOfWords.storeResult(result, 12, returned.second());
        });
    instance.funcOverImages(
        "others",
        CodecOfWords.OTHERS,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).others(
                golden.keyword_types.words.abi.CodecOfWords.loadOverride_(arguments, 0),
                golden.keyword_types.words.abi.CodecOfWords.loadMath(arguments, 8),
                golden.keyword_types.words.abi.CodecOfWords.loadTuple2(arguments, 16),
                golden.keyword_types.words.abi.CodecOfWords.loadCall(arguments, 20),
                golden.keyword_types.words.abi.CodecOfWords.loadStore(arguments, 28),
                golden.keyword_types.words.abi.CodecOfWords.loadComponent(arguments, 36)),
            8,
            golden.keyword_types.words.abi.CodecOfWords::storeMath,
            golden.keyword_types.words.abi.CodecOfWords::storeSystem));
    instance.funcOverImages(
        "images",
        CodecOfWords.IMAGES,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).images(
                golden.keyword_types.words.abi.CodecOfWords.loadImageWriter(arguments, 0),
                golden.keyword_types.words.abi.CodecOfWords.loadImageReader(arguments, 8),
                golden.keyword_types.words.abi.CodecOfWords.loadWitTypes(arguments, 16)),
            4,
            golden.keyword_types.words.abi.CodecOfWords::storeException_));
    instance.funcOverImages(
        "odd",
        CodecOfWords.ODD,
        (arguments, result) -> {
          var returned = implementation.apply(arguments.config()).odd(
              golden.keyword_types.words.abi.CodecOfWords.loadClass(arguments, 0),
              golden.keyword_types.words.abi.CodecOfWords.loadVoid_(arguments, 8),
              golden.keyword_types.words.abi.CodecOfWords.loadGenerated(arguments, 16));
          golden.keyword_types.words.abi.CodecOfWords.storeClass(result, 0, returned.first());
          golden.keyword_types.words.abi.CodecOfWords.storeVoid_(result, 8, returned.second());
        });
  }
}
