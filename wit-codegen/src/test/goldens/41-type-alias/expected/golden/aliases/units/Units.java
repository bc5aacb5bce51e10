package golden.aliases.units;

import dev.switchblade.Func;
import dev.switchblade.ListVisitor;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.aliases.Railway;
import golden.aliases.units.abi.CodecOfUnits;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:aliases/units}. */
@Generated("interface golden:aliases/units")
@NullMarked
public final class Units {
  private final Func measure;
  private final Func stopAt;
  private final Func draw;
  private final Func first;

  private Units(Exports exports) {
    this.measure = exports.func(0);
    this.stopAt = exports.func(1);
    this.draw = exports.func(2);
    this.first = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Railway} hands it out. */
  public static Units of(Exports exports) {
    return new Units(exports);
  }

  /** {@code measure}. */
  public double measure(List<Stop> along) {
    Objects.requireNonNull(along, "along");
    try (Call call = this.measure.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, along, 16, 8, CodecOfUnits::storeStop);
      call.invoke();
      return call.result().getDouble(0);
    }
  }

  /** {@code stop-at}. */
  public Optional<Stop> stopAt(double at) {
    try (Call call = this.stopAt.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putDouble(0, at);
      call.invoke();
      return call.result().getOption(0, 8, CodecOfUnits::loadStop);
    }
  }

  /** {@code draw}. */
  public byte[] draw(List<Stop> along, String title) {
    Objects.requireNonNull(along, "along");
    Objects.requireNonNull(title, "title");
    try (Call call = this.draw.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, along, 16, 8, CodecOfUnits::storeStop);
      arguments.putString(8, title);
      call.invoke();
      return call.result().getBytes(0);
    }
  }

  /**
   * As {@link #draw}, without arrays or objects for its lists: what is returned is seen in the
   * guest's, see {@link Call#invokeInPlace}.
   *
   * @param visitor sees the result: 1 byte per element
   */
  public void drawInPlace(List<Stop> along, String title, ListVisitor visitor) {
    Objects.requireNonNull(along, "along");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(visitor, "visitor");
    try (Call call = this.draw.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putList(0, along, 16, 8, CodecOfUnits::storeStop);
      arguments.putString(8, title);
      call.invokeInPlace(visitor);
    }
  }

  /** {@code first}. */
  public Stop first(Stop of) {
    Objects.requireNonNull(of, "of");
    try (Call call = this.first.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfUnits.storeStop(arguments, 0, of);
      call.invoke();
      return CodecOfUnits.loadStop(call.result(), 0);
    }
  }
}
