package golden.joined_variants.cells;

import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant cell}. */
@Generated("interface golden:joined-variants/cells")
@NullMarked
public sealed interface Cell {
  /** {@code empty}. */
  record Empty() implements Cell {}

  /**
   * {@code small}.
   *
   * @param value 0 to 255
   */
  record Small(int value) implements Cell {}

  /** {@code single}. */
  record Single(float value) implements Cell {}

  /** {@code wide}. */
  record Wide(long value) implements Cell {}

  /** {@code double}. */
  record Double_(double value) implements Cell {}

  /** {@code text}. */
  record Text(String value) implements Cell {
    /** Refuses null. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code pair}. */
  record Pair(Tuple2<Float, Long> value) implements Cell {
    /** Refuses null. */
    public Pair {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code reversed}. */
  record Reversed(Tuple2<Long, Float> value) implements Cell {
    /** Refuses null. */
    public Reversed {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code truth}. */
  record Truth(boolean value) implements Cell {}

  /**
   * {@code letter}.
   *
   * @param value a Unicode scalar value
   */
  record Letter(int value) implements Cell {}
}
