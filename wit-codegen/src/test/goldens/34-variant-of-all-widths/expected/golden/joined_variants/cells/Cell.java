package golden.joined_variants.cells;

import dev.switchblade.Tuple;
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
   * @param value the value, 0 to 255
   */
  record Small(int value) implements Cell {}

  /**
   * {@code single}.
   *
   * @param value the value
   */
  record Single(float value) implements Cell {}

  /**
   * {@code wide}.
   *
   * @param value the value
   */
  record Wide(long value) implements Cell {}

  /**
   * {@code double}.
   *
   * @param value the value
   */
  record Double_(double value) implements Cell {}

  /**
   * {@code text}.
   *
   * @param value the value
   */
  record Text(String value) implements Cell {
    /** Refuses null. */
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * {@code pair}.
   *
   * @param value the value
   */
  record Pair(Tuple.Tuple2<Float, Long> value) implements Cell {
    /** Refuses null. */
    public Pair {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * {@code reversed}.
   *
   * @param value the value
   */
  record Reversed(Tuple.Tuple2<Long, Float> value) implements Cell {
    /** Refuses null. */
    public Reversed {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * {@code truth}.
   *
   * @param value the value
   */
  record Truth(boolean value) implements Cell {}

  /**
   * {@code letter}.
   *
   * @param value the value, a Unicode scalar value
   */
  record Letter(int value) implements Cell {}
}
