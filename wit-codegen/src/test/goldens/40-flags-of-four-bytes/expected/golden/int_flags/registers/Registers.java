package golden.int_flags.registers;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.int_flags.Device;
import golden.int_flags.registers.abi.CodecOfRegisters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:int-flags/registers}. */
@Generated("interface golden:int-flags/registers")
@NullMarked
public final class Registers {
  private final Func next;
  private final Func all;

  private Registers(Exports exports) {
    this.next = exports.func(0);
    this.all = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Device} hands it out. */
  public static Registers of(Exports exports) {
    return new Registers(exports);
  }

  /** {@code next}. */
  public Set<Seventeen> next(Set<Seventeen> value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.next.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfRegisters.storeSeventeen(arguments, 0, value);
      call.invoke();
      return CodecOfRegisters.loadSeventeen(call.result(), 0);
    }
  }

  /** {@code all}. */
  public Set<ThirtyTwo> all(Set<ThirtyTwo> value, List<Set<ThirtyTwo>> values) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(values, "values");
    try (Call call = this.all.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfRegisters.storeThirtyTwo(arguments, 0, value);
      arguments.putList(4, values, 4, 4, CodecOfRegisters::storeThirtyTwo);
      call.invoke();
      return CodecOfRegisters.loadThirtyTwo(call.result(), 0);
    }
  }
}
