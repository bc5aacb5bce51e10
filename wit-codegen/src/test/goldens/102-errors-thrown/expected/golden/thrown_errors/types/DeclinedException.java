package golden.thrown_errors.types;

import dev.switchblade.ComponentException;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** An error {@code declined}. */
@Generated("interface golden:thrown-errors/types")
@NullMarked
public final class DeclinedException extends ComponentException {
  private static final long serialVersionUID = 1;

  private final transient Declined error;

  /** Makes one of the error. */
  public DeclinedException(Declined error) {
    super("declined", error);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** The error. */
  public Declined error() {
    return error;
  }
}
