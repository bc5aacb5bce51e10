package golden.alignment.layout;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Generated;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record padded}.
 *
 * @param a the a, 0 to 255
 * @param b the b, 0 to 65535
 * @param c the c, 0 to 255
 * @param d the d, unsigned
 * @param e the e
 * @param f the f, unsigned
 * @param g the g
 * @param h the h
 * @param i the i, 0 to 255
 * @param j the j
 * @param k the k, 0 to 255
 * @param l the l
 * @param m the m, 0 to 255
 * @param n the n
 * @param o the o, a Unicode scalar value
 * @param p the p
 */
@Generated("interface golden:alignment/layout")
@NullMarked
public record Padded(int a, int b, int c, int d, boolean e, long f, byte g, float h, int i,
    double j, int k, String l, int m, long[] n, int o, short p) {
  /** Refuses null. */
  public Padded {
    Objects.requireNonNull(l, "l");
    Objects.requireNonNull(n, "n");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Padded that
        && Contents.equal(this.a, that.a)
        && Contents.equal(this.b, that.b)
        && Contents.equal(this.c, that.c)
        && Contents.equal(this.d, that.d)
        && Contents.equal(this.e, that.e)
        && Contents.equal(this.f, that.f)
        && Contents.equal(this.g, that.g)
        && Contents.equal(this.h, that.h)
        && Contents.equal(this.i, that.i)
        && Contents.equal(this.j, that.j)
        && Contents.equal(this.k, that.k)
        && Contents.equal(this.l, that.l)
        && Contents.equal(this.m, that.m)
        && Contents.equal(this.n, that.n)
        && Contents.equal(this.o, that.o)
        && Contents.equal(this.p, that.p);
  }

  @Override
  public int hashCode() {
    return Contents.hash(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
  }

  @Override
  public String toString() {
    return "Padded[a=" + Contents.text(a)
        + ", b=" + Contents.text(b)
        + ", c=" + Contents.text(c)
        + ", d=" + Contents.text(d)
        + ", e=" + Contents.text(e)
        + ", f=" + Contents.text(f)
        + ", g=" + Contents.text(g)
        + ", h=" + Contents.text(h)
        + ", i=" + Contents.text(i)
        + ", j=" + Contents.text(j)
        + ", k=" + Contents.text(k)
        + ", l=" + Contents.text(l)
        + ", m=" + Contents.text(m)
        + ", n=" + Contents.text(n)
        + ", o=" + Contents.text(o)
        + ", p=" + Contents.text(p) + "]";
  }
}
