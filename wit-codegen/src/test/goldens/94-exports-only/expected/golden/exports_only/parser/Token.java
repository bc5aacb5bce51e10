package golden.exports_only.parser;

import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant token}. */
@Generated("interface golden:exports-only/parser")
@NullMarked
public sealed interface Token {
  /** {@code number}. */
  record Number(double value) implements Token {}

  /** {@code word}. */
  record Word(String value) implements Token {
    /** Refuses null. */
    public Word {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code end}. */
  record End() implements Token {}
}
