package golden.thrown_errors.tills;

import dev.switchblade.ComponentException;
import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** An error that carries nothing. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class FailedException extends ComponentException {
  private static final long serialVersionUID = 1;

  /** Makes one. */
  public FailedException() {
    super("failed", null);
  }
}
