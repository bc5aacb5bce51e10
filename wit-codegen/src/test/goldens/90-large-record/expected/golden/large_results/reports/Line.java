package golden.large_results.reports;

import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record line}.
 *
 * @param c0 unsigned
 * @param c1 unsigned
 * @param c2 unsigned
 * @param c3 unsigned
 * @param c4 unsigned
 * @param c5 unsigned
 * @param c6 unsigned
 * @param c7 unsigned
 */
@Generated("interface golden:large-results/reports")
@NullMarked
public record Line(long c0, long c1, long c2, long c3, long c4, long c5, long c6, long c7,
    double c8, double c9, double c10, double c11, String c12, String c13, String c14, String c15,
    int[] c16, Optional<Long> c17, boolean c18, boolean c19) {
  /** Refuses null. */
  public Line {
    Objects.requireNonNull(c12, "c12");
    Objects.requireNonNull(c13, "c13");
    Objects.requireNonNull(c14, "c14");
    Objects.requireNonNull(c15, "c15");
    Objects.requireNonNull(c16, "c16");
    Objects.requireNonNull(c17, "c17");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Line that
        && this.c0 == that.c0
        && this.c1 == that.c1
        && this.c2 == that.c2
        && this.c3 == that.c3
        && this.c4 == that.c4
        && this.c5 == that.c5
        && this.c6 == that.c6
        && this.c7 == that.c7
        && Double.compare(this.c8, that.c8) == 0
        && Double.compare(this.c9, that.c9) == 0
        && Double.compare(this.c10, that.c10) == 0
        && Double.compare(this.c11, that.c11) == 0
        && this.c12.equals(that.c12)
        && this.c13.equals(that.c13)
        && this.c14.equals(that.c14)
        && this.c15.equals(that.c15)
        && Arrays.equals(this.c16, that.c16)
        && this.c17.equals(that.c17)
        && this.c18 == that.c18
        && this.c19 == that.c19;
  }

  @Override
  public int hashCode() {
    int hash = Long.hashCode(this.c0);
    hash = 31 * hash + Long.hashCode(this.c1);
    hash = 31 * hash + Long.hashCode(this.c2);
    hash = 31 * hash + Long.hashCode(this.c3);
    hash = 31 * hash + Long.hashCode(this.c4);
    hash = 31 * hash + Long.hashCode(this.c5);
    hash = 31 * hash + Long.hashCode(this.c6);
    hash = 31 * hash + Long.hashCode(this.c7);
    hash = 31 * hash + Double.hashCode(this.c8);
    hash = 31 * hash + Double.hashCode(this.c9);
    hash = 31 * hash + Double.hashCode(this.c10);
    hash = 31 * hash + Double.hashCode(this.c11);
    hash = 31 * hash + this.c12.hashCode();
    hash = 31 * hash + this.c13.hashCode();
    hash = 31 * hash + this.c14.hashCode();
    hash = 31 * hash + this.c15.hashCode();
    hash = 31 * hash + Arrays.hashCode(this.c16);
    hash = 31 * hash + this.c17.hashCode();
    hash = 31 * hash + Boolean.hashCode(this.c18);
    hash = 31 * hash + Boolean.hashCode(this.c19);
    return hash;
  }

  @Override
  public String toString() {
    return "Line[c0=" + this.c0
        + ", c1=" + this.c1
        + ", c2=" + this.c2
        + ", c3=" + this.c3
        + ", c4=" + this.c4
        + ", c5=" + this.c5
        + ", c6=" + this.c6
        + ", c7=" + this.c7
        + ", c8=" + this.c8
        + ", c9=" + this.c9
        + ", c10=" + this.c10
        + ", c11=" + this.c11
        + ", c12=" + this.c12
        + ", c13=" + this.c13
        + ", c14=" + this.c14
        + ", c15=" + this.c15
        + ", c16=" + Arrays.toString(this.c16)
        + ", c17=" + this.c17
        + ", c18=" + this.c18
        + ", c19=" + this.c19 + "]";
  }
}
