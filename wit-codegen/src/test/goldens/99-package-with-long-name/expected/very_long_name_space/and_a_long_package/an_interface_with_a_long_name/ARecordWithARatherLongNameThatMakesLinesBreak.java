package very_long_name_space.and_a_long_package.an_interface_with_a_long_name;

import dev.switchblade.Result;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.Immutable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** {@code record a-record-with-a-rather-long-name-that-makes-lines-break}. */
@Generated(
    "interface very-long-name-space:and-a-long-package/an-interface-with-a-long-name@1.2.3-alpha.4")
@NullMarked
public record ARecordWithARatherLongNameThatMakesLinesBreak(
    List<Optional<Result<String, Tuple2<Integer, Integer>>>> theFirstOfTwoFieldsWithNamesOfSomeLength,
    Optional<List<Tuple2<String, Optional<long[]>>>> theSecondOfTwoFieldsWithNamesOfSomeLength) {
  /** Refuses null; copies lists, maps and sets. */
  public ARecordWithARatherLongNameThatMakesLinesBreak {
    theFirstOfTwoFieldsWithNamesOfSomeLength = Immutable.copyOf(
        theFirstOfTwoFieldsWithNamesOfSomeLength, "theFirstOfTwoFieldsWithNamesOfSomeLength");
    theSecondOfTwoFieldsWithNamesOfSomeLength = Immutable.deepCopyOf(
        theSecondOfTwoFieldsWithNamesOfSomeLength, "theSecondOfTwoFieldsWithNamesOfSomeLength");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ARecordWithARatherLongNameThatMakesLinesBreak that
        && this.theFirstOfTwoFieldsWithNamesOfSomeLength.equals(
            that.theFirstOfTwoFieldsWithNamesOfSomeLength)
        && Contents.equal(
            this.theSecondOfTwoFieldsWithNamesOfSomeLength,
            that.theSecondOfTwoFieldsWithNamesOfSomeLength);
  }

  @Override
  public int hashCode() {
    int hash = this.theFirstOfTwoFieldsWithNamesOfSomeLength.hashCode();
    hash = 31 * hash + Contents.hash(this.theSecondOfTwoFieldsWithNamesOfSomeLength);
    return hash;
  }

  @Override
  public String toString() {
    return "ARecordWithARatherLongNameThatMakesLinesBreak[theFirstOfTwoFieldsWithNamesOfSomeLength=" + this.theFirstOfTwoFieldsWithNamesOfSomeLength
        + ", theSecondOfTwoFieldsWithNamesOfSomeLength=" + Contents.text(
            this.theSecondOfTwoFieldsWithNamesOfSomeLength) + "]";
  }
}
