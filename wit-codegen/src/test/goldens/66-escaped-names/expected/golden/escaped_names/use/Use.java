package golden.escaped_names.use;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.escaped_names.World;
import golden.escaped_names.use.abi.CodecOfUse;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Names that are WIT's own words, behind a percent sign. */
@Generated("interface golden:escaped-names/use")
@NullMarked
public final class Use {
  private final Func func;
  private final Func import_;

  private Use(Exports exports) {
    this.func = exports.func(0);
    this.import_ = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link World} hands it out. */
  public static Use of(Exports exports) {
    return new Use(exports);
  }

  /** {@code func}. */
  public Variant func(Record_ record, Enum_ enum_) {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(enum_, "enum");
    try (Call call = this.func.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfUse.storeRecord_(arguments, 0, record);
      CodecOfUse.storeEnum_(arguments, 12, enum_);
      call.invoke();
      return CodecOfUse.loadVariant(call.result(), 0);
    }
  }

  /** {@code import}. */
  public Set<Flags> import_(Set<Flags> flags) {
    Objects.requireNonNull(flags, "flags");
    try (Call call = this.import_.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfUse.storeFlags(arguments, 0, flags);
      call.invoke();
      return CodecOfUse.loadFlags(call.result(), 0);
    }
  }
}
