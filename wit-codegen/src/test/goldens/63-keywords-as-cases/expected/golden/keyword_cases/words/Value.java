package golden.keyword_cases.words;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** {@code variant value}. */
@Generated("interface golden:keyword-cases/words")
@NullMarked
public sealed interface Value {
  /** {@code string}. */
  record String_(String value) implements Value {
    /** Refuses null. */
    public String_ {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code list}. */
  record List(java.util.List<String> value) implements Value {
    /** Refuses null; copies lists, maps and sets. */
    public List {
      value = Immutable.copyOf(value, "value");
    }
  }

  /** {@code optional}. */
  record Optional(java.util.Optional<Integer> value) implements Value {
    /** Refuses null. */
    public Optional {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code result}. */
  record Result(dev.switchblade.Result<Integer, String> value) implements Value {
    /** Refuses null. */
    public Result {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code integer}. */
  record Integer_(int value) implements Value {}

  /** {@code object}. */
  record Object_() implements Value {}

  /** {@code class}. */
  record Class() implements Value {}

  /** {@code override}. */
  record Override_() implements Value {}

  /** {@code record-type}. */
  record RecordType(golden.keyword_cases.words.RecordType value) implements Value {
    /** Refuses null. */
    public RecordType {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code tuple2}. */
  record Tuple2(dev.switchblade.Tuple2<Integer, String> value) implements Value {
    /** Refuses null. */
    public Tuple2 {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code map}. */
  record Map(java.util.List<dev.switchblade.Tuple2<String, Integer>> value) implements Value {
    /** Refuses null; copies lists, maps and sets. */
    public Map {
      value = Immutable.copyOf(value, "value");
    }
  }

  /**
   * {@code value}.
   *
   * @param value 0 to 255
   */
  record Value_(int value) implements Value {}
}
