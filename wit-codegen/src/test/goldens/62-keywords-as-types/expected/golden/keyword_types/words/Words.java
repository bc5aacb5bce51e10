package golden.keyword_types.words;

import dev.switchblade.Func;
import dev.switchblade.abi.Exports;
import golden.keyword_types.Vocabulary;
import golden.keyword_types.words.abi.CodecOfWords;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Types named as classes of java.lang, java.util and of what generated code is made of. */
@dev.switchblade.abi.Generated("interface golden:keyword-types/words")
@NullMarked
public final class Words {
  private final Func objects;
  private final Func lists;
  private final Func others;
  private final Func images;
  private final Func odd;
  private final Func many;

  private Words(Exports exports) {
    this.objects = exports.func(0);
    this.lists = exports.func(1);
    this.others = exports.func(2);
    this.images = exports.func(3);
    this.odd = exports.func(4);
    this.many = exports.func(5);
  }

  /** The interface of an instance: for generated code, as {@link Vocabulary} hands it out. */
  public static Words of(Exports exports) {
    return new Words(exports);
  }

  /** {@code objects}. */
  public java.util.List<Object_> objects(Object_ one, String_ two, Integer_ three,
      Set<Optional> four) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(two, "two");
    Objects.requireNonNull(three, "three");
    Objects.requireNonNull(four, "four");
    try (dev.switchblade.abi.Call call = this.objects.begin()) {
      dev.switchblade.abi.ImageWriter arguments = call.arguments();
      CodecOfWords.storeObject_(arguments, 0, one);
      CodecOfWords.storeString_(arguments, 8, two);
      CodecOfWords.storeInteger_(arguments, 20, three);
      CodecOfWords.storeOptional(arguments, 21, four);
      call.invoke();
      return call.result().getList(0, 8, CodecOfWords::loadObject_);
    }
  }

  /** {@code lists}. */
  public dev.switchblade.Tuple2<List, Result> lists(List one, Result two, Map three, EnumSet four) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(two, "two");
    Objects.requireNonNull(three, "three");
    Objects.requireNonNull(four, "four");
    try (dev.switchblade.abi.Call call = this.lists.begin()) {
      dev.switchblade.abi.ImageWriter arguments = call.arguments();
      CodecOfWords.storeList(arguments, 0, one);
      CodecOfWords.storeResult(arguments, 12, two);
      CodecOfWords.storeMap(arguments, 24, three);
      CodecOfWords.storeEnumSet(arguments, 32, four);
      call.invoke();
      dev.switchblade.abi.ImageReader result = call.result();
      return new dev.switchblade.Tuple2<>(
          CodecOfWords.loadList(result, 0), CodecOfWords.loadResult(result, 12));
    }
  }

  /** {@code others}. */
  public dev.switchblade.Result<Math, System> others(Override_ one, Math two, Tuple2 three,
      Call four, Store five, Component six) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(two, "two");
    Objects.requireNonNull(three, "three");
    Objects.requireNonNull(four, "four");
    Objects.requireNonNull(five, "five");
    Objects.requireNonNull(six, "six");
    try (dev.switchblade.abi.Call call = this.others.begin()) {
      dev.switchblade.abi.ImageWriter arguments = call.arguments();
      CodecOfWords.storeOverride_(arguments, 0, one);
      CodecOfWords.storeMath(arguments, 8, two);
      CodecOfWords.storeTuple2(arguments, 16, three);
      CodecOfWords.storeCall(arguments, 20, four);
      CodecOfWords.storeStore(arguments, 28, five);
      CodecOfWords.storeComponent(arguments, 36, six);
      call.invoke();
      return call.result().getResult(0, 8, CodecOfWords::loadMath, CodecOfWords::loadSystem);
    }
  }

  /** {@code images}. */
  public java.util.Optional<Exception_> images(ImageWriter one, ImageReader two, WitTypes three) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(two, "two");
    Objects.requireNonNull(three, "three");
    try (dev.switchblade.abi.Call call = this.images.begin()) {
      dev.switchblade.abi.ImageWriter arguments = call.arguments();
      CodecOfWords.storeImageWriter(arguments, 0, one);
      CodecOfWords.storeImageReader(arguments, 8, two);
      CodecOfWords.storeWitTypes(arguments, 16, three);
      call.invoke();
      return call.result().getOption(0, 4, CodecOfWords::loadException_);
    }
  }

  /** {@code odd}. */
  public dev.switchblade.Tuple2<Class, Void_> odd(Class one, Void_ two, Generated three) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(two, "two");
    Objects.requireNonNull(three, "three");
    try (dev.switchblade.abi.Call call = this.odd.begin()) {
      dev.switchblade.abi.ImageWriter arguments = call.arguments();
      CodecOfWords.storeClass(arguments, 0, one);
      CodecOfWords.storeVoid_(arguments, 8, two);
      CodecOfWords.storeGenerated(arguments, 16, three);
      call.invoke();
      dev.switchblade.abi.ImageReader result = call.result();
      return new dev.switchblade.Tuple2<>(
          CodecOfWords.loadClass(result, 0), CodecOfWords.loadVoid_(result, 8));
    }
  }

  /** {@code many}. */
  public dev.switchblade.TupleN many(TupleN one) {
    Objects.requireNonNull(one, "one");
    try (dev.switchblade.abi.Call call = this.many.begin()) {
      dev.switchblade.abi.ImageWriter arguments = call.arguments();
      CodecOfWords.storeTupleN(arguments, 0, one);
      call.invoke();
      dev.switchblade.abi.ImageReader result = call.result();
      return dev.switchblade.TupleN.of(
          result.getU8(0),
          result.getU8(1),
          result.getU8(2),
          result.getU8(3),
          result.getU8(4),
          result.getU8(5),
          result.getU8(6),
          result.getU8(7),
          result.getU8(8));
    }
  }
}
