package golden.gates.features;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.gates.Product;
import golden.gates.features.abi.CodecOfFeatures;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** What is {@code @since} a version is there, if the package is that far. */
@Generated("interface golden:gates/features@1.2.0")
@NullMarked
public final class Features {
  private final Func old;
  private final Func new_;

  private Features(Exports exports) {
    this.old = exports.func(0);
    this.new_ = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Product} hands it out. */
  public static Features of(Exports exports) {
    return new Features(exports);
  }

  /** {@code old}. */
  public Level old() {
    try (Call call = this.old.begin()) {
      call.invoke();
      return CodecOfFeatures.loadLevel(call.result(), 0);
    }
  }

  /** {@code new}. */
  public Level new_(Level level) {
    Objects.requireNonNull(level, "level");
    try (Call call = this.new_.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfFeatures.storeLevel(arguments, 0, level);
      call.invoke();
      return CodecOfFeatures.loadLevel(call.result(), 0);
    }
  }
}
