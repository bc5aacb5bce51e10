package golden.options.lookup;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.options.Cache;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:options/lookup}. */
@Generated("interface golden:options/lookup")
@NullMarked
public final class Lookup {
  private final Func number;
  private final Func text;
  private final Func blob;
  private final Func wide;

  private Lookup(Exports exports) {
    this.number = exports.func(0);
    this.text = exports.func(1);
    this.blob = exports.func(2);
    this.wide = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Cache} hands it out. */
  public static Lookup of(Exports exports) {
    return new Lookup(exports);
  }

  /** {@code number}. */
  public Optional<Integer> number(Optional<Integer> key) {
    Objects.requireNonNull(key, "key");
    try (Call call = this.number.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(0, key, 4, ImageWriter::putInt);
      call.invoke();
      return call.result().getOption(0, 4, ImageReader::getInt);
    }
  }

  /** {@code text}. */
  public Optional<String> text(Optional<String> key) {
    Objects.requireNonNull(key, "key");
    try (Call call = this.text.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(0, key, 4, ImageWriter::putString);
      call.invoke();
      return call.result().getOption(0, 4, ImageReader::getString);
    }
  }

  /** {@code blob}. */
  public Optional<byte[]> blob(Optional<byte[]> key) {
    Objects.requireNonNull(key, "key");
    try (Call call = this.blob.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(0, key, 4, (image1, at1, value1) -> image1.putBytes(at1, value1));
      call.invoke();
      return call.result().getOption(0, 4, (image1, at1) -> image1.getBytes(at1));
    }
  }

  /** {@code wide}. */
  public Optional<Double> wide(Optional<Long> key) {
    Objects.requireNonNull(key, "key");
    try (Call call = this.wide.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putOption(0, key, 8, ImageWriter::putLong);
      call.invoke();
      return call.result().getOption(0, 8, ImageReader::getDouble);
    }
  }
}
