package golden.thrown_errors.tills;

import dev.switchblade.ComponentException;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** An error {@code till}. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class TillException extends ComponentException {
  private static final long serialVersionUID = 1;

  private final transient Till error;

  /** Makes one of the error. */
  public TillException(Till error) {
    super("till", error);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** The error. */
  public Till error() {
    return error;
  }
}
