package golden.alignment.layout;

import dev.switchblade.abi.Generated;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * {@code record padded}.
 *
 * @param a 0 to 255
 * @param b 0 to 65535
 * @param c 0 to 255
 * @param d unsigned
 * @param f unsigned
 * @param i 0 to 255
 * @param k 0 to 255
 * @param m 0 to 255
 * @param o a Unicode scalar value
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
        && this.a == that.a
        && this.b == that.b
        && this.c == that.c
        && this.d == that.d
        && this.e == that.e
        && this.f == that.f
        && this.g == that.g
        && Float.compare(this.h, that.h) == 0
        && this.i == that.i
        && Double.compare(this.j, that.j) == 0
        && this.k == that.k
        && this.l.equals(that.l)
        && this.m == that.m
        && Arrays.equals(this.n, that.n)
        && this.o == that.o
        && this.p == that.p;
  }

  @Override
  public int hashCode() {
    int hash = Integer.hashCode(this.a);
    hash = 31 * hash + Integer.hashCode(this.b);
    hash = 31 * hash + Integer.hashCode(this.c);
    hash = 31 * hash + Integer.hashCode(this.d);
    hash = 31 * hash + Boolean.hashCode(this.e);
    hash = 31 * hash + Long.hashCode(this.f);
    hash = 31 * hash + Byte.hashCode(this.g);
    hash = 31 * hash + Float.hashCode(this.h);
    hash = 31 * hash + Integer.hashCode(this.i);
    hash = 31 * hash + Double.hashCode(this.j);
    hash = 31 * hash + Integer.hashCode(this.k);
    hash = 31 * hash + this.l.hashCode();
    hash = 31 * hash + Integer.hashCode(this.m);
    hash = 31 * hash + Arrays.hashCode(this.n);
    hash = 31 * hash + Integer.hashCode(this.o);
    hash = 31 * hash + Short.hashCode(this.p);
    return hash;
  }

  @Override
  public String toString() {
    return "Padded[a=" + this.a
        + ", b=" + this.b
        + ", c=" + this.c
        + ", d=" + this.d
        + ", e=" + this.e
        + ", f=" + this.f
        + ", g=" + this.g
        + ", h=" + this.h
        + ", i=" + this.i
        + ", j=" + this.j
        + ", k=" + this.k
        + ", l=" + this.l
        + ", m=" + this.m
        + ", n=" + Arrays.toString(this.n)
        + ", o=" + this.o
        + ", p=" + this.p + "]";
  }
}
