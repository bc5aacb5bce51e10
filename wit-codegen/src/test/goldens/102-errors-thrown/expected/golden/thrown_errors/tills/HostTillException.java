package golden.thrown_errors.tills;

import dev.switchblade.ComponentException;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** An error {@code till}. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class HostTillException extends ComponentException {
  private static final long serialVersionUID = 1;

  private final transient HostTill error;

  /** Makes one of the error. */
  public HostTillException(HostTill error) {
    super("till", error);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** The error. */
  public HostTill error() {
    return error;
  }
}
