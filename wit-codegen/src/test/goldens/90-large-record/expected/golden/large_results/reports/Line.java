package golden.large_results.reports;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record line}.
 *
 * @param c0 the c0, unsigned
 * @param c1 the c1, unsigned
 * @param c2 the c2, unsigned
 * @param c3 the c3, unsigned
 * @param c4 the c4, unsigned
 * @param c5 the c5, unsigned
 * @param c6 the c6, unsigned
 * @param c7 the c7, unsigned
 * @param c8 the c8
 * @param c9 the c9
 * @param c10 the c10
 * @param c11 the c11
 * @param c12 the c12
 * @param c13 the c13
 * @param c14 the c14
 * @param c15 the c15
 * @param c16 the c16
 * @param c17 the c17
 * @param c18 the c18
 * @param c19 the c19
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
        && Contents.equal(this.c0, that.c0)
        && Contents.equal(this.c1, that.c1)
        && Contents.equal(this.c2, that.c2)
        && Contents.equal(this.c3, that.c3)
        && Contents.equal(this.c4, that.c4)
        && Contents.equal(this.c5, that.c5)
        && Contents.equal(this.c6, that.c6)
        && Contents.equal(this.c7, that.c7)
        && Contents.equal(this.c8, that.c8)
        && Contents.equal(this.c9, that.c9)
        && Contents.equal(this.c10, that.c10)
        && Contents.equal(this.c11, that.c11)
        && Contents.equal(this.c12, that.c12)
        && Contents.equal(this.c13, that.c13)
        && Contents.equal(this.c14, that.c14)
        && Contents.equal(this.c15, that.c15)
        && Contents.equal(this.c16, that.c16)
        && Contents.equal(this.c17, that.c17)
        && Contents.equal(this.c18, that.c18)
        && Contents.equal(this.c19, that.c19);
  }

  @Override
  public int hashCode() {
    return Contents.hash(
        c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19);
  }

  @Override
  public String toString() {
    return "Line[c0=" + Contents.text(c0)
        + ", c1=" + Contents.text(c1)
        + ", c2=" + Contents.text(c2)
        + ", c3=" + Contents.text(c3)
        + ", c4=" + Contents.text(c4)
        + ", c5=" + Contents.text(c5)
        + ", c6=" + Contents.text(c6)
        + ", c7=" + Contents.text(c7)
        + ", c8=" + Contents.text(c8)
        + ", c9=" + Contents.text(c9)
        + ", c10=" + Contents.text(c10)
        + ", c11=" + Contents.text(c11)
        + ", c12=" + Contents.text(c12)
        + ", c13=" + Contents.text(c13)
        + ", c14=" + Contents.text(c14)
        + ", c15=" + Contents.text(c15)
        + ", c16=" + Contents.text(c16)
        + ", c17=" + Contents.text(c17)
        + ", c18=" + Contents.text(c18)
        + ", c19=" + Contents.text(c19) + "]";
  }
}
