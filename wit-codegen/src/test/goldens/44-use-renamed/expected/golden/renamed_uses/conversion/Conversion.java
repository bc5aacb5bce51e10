package golden.renamed_uses.conversion;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.renamed_uses.Converter;
import golden.renamed_uses.imperial.abi.CodecOfImperial;
import golden.renamed_uses.metric.Size;
import golden.renamed_uses.metric.abi.CodecOfMetric;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:renamed-uses/conversion}. */
@Generated("interface golden:renamed-uses/conversion")
@NullMarked
public final class Conversion {
  private final Func toMetric;
  private final Func toImperial;

  private Conversion(Exports exports) {
    this.toMetric = exports.func(0);
    this.toImperial = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Converter} hands it out. */
  public static Conversion of(Exports exports) {
    return new Conversion(exports);
  }

  /** {@code to-metric}. */
  public Size toMetric(golden.renamed_uses.imperial.Size size) {
    Objects.requireNonNull(size, "size");
    try (Call call = this.toMetric.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfImperial.storeSize(arguments, 0, size);
      call.invoke();
      return CodecOfMetric.loadSize(call.result(), 0);
    }
  }

  /** {@code to-imperial}. */
  public golden.renamed_uses.imperial.Size toImperial(Size size) {
    Objects.requireNonNull(size, "size");
    try (Call call = this.toImperial.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfMetric.storeSize(arguments, 0, size);
      call.invoke();
      return CodecOfImperial.loadSize(call.result(), 0);
    }
  }
}
