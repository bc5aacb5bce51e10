package golden.bare_variants.moves.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.bare_variants.moves.Direction;
import golden.bare_variants.moves.Only;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:bare-variants/moves} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:bare-variants/moves")
@NullMarked
public final class CodecOfMoves {
  /** {@code direction}. */
  public static final WitType DIRECTION = variant(of("north"), of("east"), of("south"), of("west"));

  /** {@code only}. */
  public static final WitType ONLY = variant(of("one"));

  /** {@code turn}. */
  public static final WitType.Function TURN = func(DIRECTION, param("from", DIRECTION));

  /** {@code stay}. */
  public static final WitType.Function STAY = func(ONLY, param("at", ONLY));

  private CodecOfMoves() {}

  /** Writes a value of {@code direction}. */
  public static void storeDirection(ImageWriter image, long at, Direction value) {
    switch (value) {
      case Direction.North() -> image.putDiscriminant(at, 0, 1);
      case Direction.East() -> image.putDiscriminant(at, 1, 1);
      case Direction.South() -> image.putDiscriminant(at, 2, 1);
      case Direction.West() -> image.putDiscriminant(at, 3, 1);
    }
  }

  /** Reads a value of {@code direction}. */
  public static Direction loadDirection(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Direction.North();
      case 1 -> new Direction.East();
      case 2 -> new Direction.South();
      default -> new Direction.West();
    };
  }

  /** Writes a value of {@code only}. */
  public static void storeOnly(ImageWriter image, long at, Only value) {
    switch (value) {
      case Only.One() -> image.putDiscriminant(at, 0, 1);
    }
  }

  /** Reads a value of {@code only}. */
  public static Only loadOnly(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      default -> new Only.One();
    };
  }
}
