package golden.thrown_errors.tills;

import dev.switchblade.abi.Generated;
import golden.thrown_errors.types.DeclinedException;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * {@code resource till}.
 *
 * <p>The host implements it. Objects that are {@link AutoCloseable} are closed when no guest owns
 * them any more.
 */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public interface HostTill {
  /** {@code [method]till.take}. */
  List<Bill> take(Bill bill) throws DeclinedException;

  /** {@code [method]till.give}. */
  void give() throws HostTillException;

  /** The static functions of {@code till}. */
  interface Statics {
    /** {@code [static]till.find}. */
    HostTill find(String name) throws StringException;
  }
}
