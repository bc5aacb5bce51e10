package golden.thrown_errors.tills;

import dev.switchblade.ComponentException;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** An error {@code list-of-u8}. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class ListOfU8Exception extends ComponentException {
  private static final long serialVersionUID = 1;

  private final transient byte[] error;

  /** Makes one of the error. */
  public ListOfU8Exception(byte[] error) {
    super("list-of-u8", error);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** The error. */
  public byte[] error() {
    return error;
  }
}
