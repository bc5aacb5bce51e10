package golden.named_errors.files;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant failure}. */
@Generated("interface golden:named-errors/files")
@NullMarked
public sealed interface Failure {
  /** The system said no. */
  record System(Reason value) implements Failure {
    /** Refuses null. */
    public System {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The content is wrong. */
  record Content(String value) implements Failure {
    /** Refuses null. */
    public Content {
      Objects.requireNonNull(value, "value");
    }
  }
}
