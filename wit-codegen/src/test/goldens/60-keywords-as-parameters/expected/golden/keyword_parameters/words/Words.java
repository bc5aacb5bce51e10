package golden.keyword_parameters.words;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.keyword_parameters.Vocabulary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Parameters named as Java's keywords, and as what generated code may call its own variables. */
@Generated("interface golden:keyword-parameters/words")
@NullMarked
public final class Words {
  private final Func keywords;
  private final Func locals;
  private final Func more;
  private final Func underscore;

  private Words(Exports exports) {
    this.keywords = exports.func(0);
    this.locals = exports.func(1);
    this.more = exports.func(2);
    this.underscore = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Vocabulary} hands it out. */
  public static Words of(Exports exports) {
    return new Words(exports);
  }

  /**
   * {@code keywords}.
   *
   * @param class_ 0 to 255
   * @param int_ 0 to 65535
   * @param interface_ unsigned
   * @param default_ unsigned
   * @return unsigned
   */
  public long keywords(int class_, int int_, int interface_, long default_, String record,
      float this_, double super_, boolean yield) {
    Objects.requireNonNull(record, "record");
    try (Call call = this.keywords.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, class_);
      arguments.putU16(2, int_);
      arguments.putInt(4, interface_);
      arguments.putLong(8, default_);
      arguments.putString(16, record);
      arguments.putFloat(24, this_);
      arguments.putDouble(32, super_);
      arguments.putBool(40, yield);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /**
   * {@code locals}.
   *
   * @param call_ 0 to 255
   * @param result_ unsigned
   * @param value unsigned
   * @param at unsigned
   * @param e 0 to 255
   */
  public String locals(int call_, String arguments_, List<String> image, int result_, long value,
      String args, int at, int e) {
    Objects.requireNonNull(arguments_, "arguments");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(args, "args");
    try (Call call = this.locals.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, call_);
      arguments.putString(4, arguments_);
      arguments.putList(12, image, 8, 4, ImageWriter::putString);
      arguments.putInt(20, result_);
      arguments.putLong(24, value);
      arguments.putString(32, args);
      arguments.putInt(40, at);
      arguments.putU8(44, e);
      call.invoke();
      return call.result().getString(0);
    }
  }

  /**
   * {@code more}.
   *
   * @param store 0 to 255
   * @param linker 0 to 65535
   * @param instance unsigned
   * @param component unsigned
   * @param i unsigned
   * @param type 0 to 255
   * @return unsigned
   */
  public long more(int store, int linker, int instance, long component, String reader,
      String writer, int i, int type) {
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(writer, "writer");
    try (Call call = this.more.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, store);
      arguments.putU16(2, linker);
      arguments.putInt(4, instance);
      arguments.putLong(8, component);
      arguments.putString(16, reader);
      arguments.putString(24, writer);
      arguments.putInt(32, i);
      arguments.putU8(36, type);
      call.invoke();
      return call.result().getLong(0);
    }
  }

  /**
   * {@code underscore}.
   *
   * @param o 0 to 255
   * @param host 0 to 65535
   * @param self unsigned
   * @param it unsigned
   * @param index unsigned
   * @param size unsigned
   * @param length unsigned
   * @return unsigned
   */
  public long underscore(int o, int host, int self, long it, String that, int index, int size,
      int length) {
    Objects.requireNonNull(that, "that");
    try (Call call = this.underscore.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, o);
      arguments.putU16(2, host);
      arguments.putInt(4, self);
      arguments.putLong(8, it);
      arguments.putString(16, that);
      arguments.putInt(24, index);
      arguments.putInt(28, size);
      arguments.putInt(32, length);
      call.invoke();
      return call.result().getLong(0);
    }
  }
}
