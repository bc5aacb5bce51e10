package golden.alignment.layout;

import dev.switchblade.Contents;
import dev.switchblade.Generated;
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
        && Contents.equal(a, that.a)
        && Contents.equal(b, that.b)
        && Contents.equal(c, that.c)
        && Contents.equal(d, that.d)
        && Contents.equal(e, that.e)
        && Contents.equal(f, that.f)
        && Contents.equal(g, that.g)
        && Contents.equal(h, that.h)
        && Contents.equal(i, that.i)
        && Contents.equal(j, that.j)
        && Contents.equal(k, that.k)
        && Contents.equal(l, that.l)
        && Contents.equal(m, that.m)
        && Contents.equal(n, that.n)
        && Contents.equal(o, that.o)
        && Contents.equal(p, that.p);
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
