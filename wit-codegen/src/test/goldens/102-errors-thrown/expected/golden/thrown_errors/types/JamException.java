package golden.thrown_errors.types;

import dev.switchblade.ComponentException;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** An error {@code jam}. */
@Generated("interface golden:thrown-errors/types")
@NullMarked
public final class JamException extends ComponentException {
  private static final long serialVersionUID = 1;

  private final transient String error;

  /** Makes one of the error. */
  public JamException(String error) {
    super("jam", error);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** The error. */
  public String error() {
    return error;
  }
}
