package golden.byte_flags.modes;

import dev.switchblade.Func;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.byte_flags.Files;
import golden.byte_flags.modes.abi.CodecOfModes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:byte-flags/modes}. */
@Generated("interface golden:byte-flags/modes")
@NullMarked
public final class Modes {
  private final Func toggle;
  private final Func change;
  private final Func both;

  private Modes(Exports exports) {
    this.toggle = exports.func(0);
    this.change = exports.func(1);
    this.both = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Files} hands it out. */
  public static Modes of(Exports exports) {
    return new Modes(exports);
  }

  /** {@code toggle}. */
  public Set<Lonely> toggle(Set<Lonely> value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.toggle.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfModes.storeLonely(arguments, 0, value);
      call.invoke();
      return CodecOfModes.loadLonely(call.result(), 0);
    }
  }

  /** {@code change}. */
  public Set<Permissions> change(Set<Permissions> value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.change.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfModes.storePermissions(arguments, 0, value);
      call.invoke();
      return CodecOfModes.loadPermissions(call.result(), 0);
    }
  }

  /** {@code both}. */
  public List<Set<Permissions>> both(List<Tuple2<Set<Lonely>, Set<Permissions>>> values) {
    Objects.requireNonNull(values, "values");
    try (Call call = this.both.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, values, 2, 1, (image1, at1, value1) -> {
            CodecOfModes.storeLonely(image1, at1, value1.first());
            CodecOfModes.storePermissions(image1, at1 + 1, value1.second());
          });
      call.invoke();
      return call.result().getList(0, 1, CodecOfModes::loadPermissions);
    }
  }
}
