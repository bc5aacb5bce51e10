package golden.thrown_errors.tills;

import dev.switchblade.ComponentException;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** An error {@code string}. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class StringException extends ComponentException {
  private static final long serialVersionUID = 1;

  private final transient String error;

  /** Makes one of the error. */
  public StringException(String error) {
    super("string", error);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** The error. */
  public String error() {
    return error;
  }
}
