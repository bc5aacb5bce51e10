package golden.thrown_errors.tills;

import dev.switchblade.Resource;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.GuestHandles;
import dev.switchblade.abi.GuestResource;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.thrown_errors.tills.abi.CodecOfTills;
import golden.thrown_errors.types.DeclinedException;
import golden.thrown_errors.types.abi.CodecOfTypes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource till}.
 *
 * <p>A handle of a resource in the component, used as {@link Resource} says. Passing it where the
 * component takes it as its own gives it away.
 */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class Till extends GuestResource {
  /** Reads a handle from an image: for generated code. */
  public Till(ImageReader image, long at) {
    super(image, at);
  }

  /** {@code [method]till.take}. */
  public List<Bill> take(Bill bill) throws DeclinedException {
    Objects.requireNonNull(bill, "bill");
    try (Call call = GuestHandles.func(this, 10).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      CodecOfTills.storeBill(arguments, 4, bill);
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new DeclinedException(CodecOfTypes.loadDeclined(result, 8));
      }
      return result.getList(8, 4, CodecOfTills::loadBill);
    }
  }

  /** {@code [method]till.give}. */
  public void give() throws TillException {
    try (Call call = GuestHandles.func(this, 12).begin()) {
      ImageWriter arguments = call.arguments();
      GuestHandles.putBorrow(arguments, 0, this);
      call.invoke();
      ImageReader result = call.result();
      if (result.getBool(0)) {
        throw new TillException(new Till(result, 4));
      }
    }
  }

  /** The static functions of {@code till}. */
  public static final class Statics {
    private final Exports exports;

    Statics(Exports exports) {
      this.exports = exports;
    }

    /** {@code [static]till.find}. */
    public Till find(String name) throws StringException {
      Objects.requireNonNull(name, "name");
      try (Call call = this.exports.func(11).begin()) {
        ImageWriter arguments = call.arguments();
        arguments.putString(0, name);
        call.invoke();
        ImageReader result = call.result();
        if (result.getBool(0)) {
          throw new StringException(result.getString(4));
        }
        return new Till(result, 4);
      }
    }
  }
}
