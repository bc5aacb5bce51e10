package golden.versions.bridge;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.versions.Migration;
import golden.versions.parts.bin.v1_0_0.stock.abi.CodecOfStock;
import golden.versions.parts.bin.v2_0_0.stock.Part;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Two versions of one interface, in one world. */
@Generated("interface golden:versions/bridge@3.1.4")
@NullMarked
public final class Bridge {
  private final Func upgrade;

  private Bridge(Exports exports) {
    this.upgrade = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Migration} hands it out. */
  public static Bridge of(Exports exports) {
    return new Bridge(exports);
  }

  /** {@code upgrade}. */
  public Part upgrade(golden.versions.parts.bin.v1_0_0.stock.Part part) {
    Objects.requireNonNull(part, "part");
    try (Call call = this.upgrade.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfStock.storePart(arguments, 0, part);
      call.invoke();
      return golden.versions.parts.bin.v2_0_0.stock.abi.CodecOfStock.loadPart(call.result(), 0);
    }
  }
}
