package golden.short_names.i.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.short_names.i.E;
import golden.short_names.i.E1;
import golden.short_names.i.F;
import golden.short_names.i.R;
import golden.short_names.i.V;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:short-names/i} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:short-names/i")
@NullMarked
public final class CodecOfI {
  /** {@code e}. */
  public static final WitType E_ = enumeration("a", "b");

  private static final E[] E_LABELS = E.values();

  /** {@code e1}. */
  public static final WitType E1_ = enumeration("a", "b", "c");

  private static final E1[] E1_LABELS = E1.values();

  /** {@code f}. */
  public static final WitType F_ = flags("a", "b");

  private static final F[] F_LABELS = F.values();

  /** {@code r}. */
  public static final WitType R_ = record(field("e", E_), field("f", F_));

  /** {@code v}. */
  public static final WitType V_ = variant(of("a"), of("b", R_), of("v", E1_));

  /** {@code g}. */
  public static final WitType.Function G = func(
      list(R_), param("e", E_), param("e1", E1_), param("f", F_), param("r", R_), param("v", V_));

  /** {@code i}. */
  public static final WitType.Function I = func(V_, param("t", list(R_)));

  private CodecOfI() {}

  /** Writes a value of {@code e}. */
  public static void storeE(ImageWriter image, long at, E value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code e}. */
  public static E loadE(ImageReader image, long at) {
    return E_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code e1}. */
  public static void storeE1(ImageWriter image, long at, E1 value) {
    image.putEnum(at, value, 1);
  }

  /** Reads a value of {@code e1}. */
  public static E1 loadE1(ImageReader image, long at) {
    return E1_LABELS[image.getDiscriminant(at, 1)];
  }

  /** Writes a value of {@code f}. */
  public static void storeF(ImageWriter image, long at, Set<F> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code f}. */
  public static Set<F> loadF(ImageReader image, long at) {
    return image.getFlags(at, F_LABELS, 1);
  }

  /** Writes a value of {@code r}. */
  public static void storeR(ImageWriter image, long at, R value) {
    storeE(image, at, value.e());
    storeF(image, at + 1, value.f());
  }

  /** Reads a value of {@code r}. */
  public static R loadR(ImageReader image, long at) {
    return new R(
        loadE(image, at),
        loadF(image, at + 1));
  }

  /** Writes a value of {@code v}. */
  public static void storeV(ImageWriter image, long at, V value) {
    switch (value) {
      case V.A() -> image.putDiscriminant(at, 0, 1);
      case V.B(var it) -> {
        image.putDiscriminant(at, 1, 1);
        storeR(image, at + 1, it);
      }
      case V.V_(var it) -> {
        image.putDiscriminant(at, 2, 1);
        storeE1(image, at + 1, it);
      }
    }
  }

  /** Reads a value of {@code v}. */
  public static V loadV(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new V.A();
      case 1 -> new V.B(loadR(image, at + 1));
      default -> new V.V_(loadE1(image, at + 1));
    };
  }
}
