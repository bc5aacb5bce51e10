package golden.thrown_errors.tills;

import dev.switchblade.ComponentException;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** An error {@code tuple-of-u8-and-option-of-string}. */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class TupleOfU8AndOptionOfStringException extends ComponentException {
  private static final long serialVersionUID = 1;

  private final transient Tuple2<Integer, Optional<String>> error;

  /** Makes one of the error. */
  public TupleOfU8AndOptionOfStringException(Tuple2<Integer, Optional<String>> error) {
    super("tuple-of-u8-and-option-of-string", error);
    this.error = Objects.requireNonNull(error, "error");
  }

  /** The error. */
  public Tuple2<Integer, Optional<String>> error() {
    return error;
  }
}
