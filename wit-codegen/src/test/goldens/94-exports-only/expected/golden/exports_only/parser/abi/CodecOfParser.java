package golden.exports_only.parser.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.exports_only.parser.Token;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:exports-only/parser} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:exports-only/parser")
@NullMarked
public final class CodecOfParser {
  /** {@code token}. */
  public static final WitType TOKEN = variant(of("number", F64), of("word", STRING), of("end"));

  /** {@code tokens}. */
  public static final WitType.Function TOKENS = func(
      result(list(TOKEN), STRING), param("text", STRING));

  private CodecOfParser() {}

  /** Writes a value of {@code token}. */
  public static void storeToken(ImageWriter image, long at, Token value) {
    switch (value) {
      case Token.Number(var it) -> {
        image.putDiscriminant(at, 0, 1);
        image.putDouble(at + 8, it);
      }
      case Token.Word(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putString(at + 8, it);
      }
      case Token.End() -> image.putDiscriminant(at, 2, 1);
    }
  }

  /** Reads a value of {@code token}. */
  public static Token loadToken(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Token.Number(image.getDouble(at + 8));
      case 1 -> new Token.Word(image.getString(at + 8));
      default -> new Token.End();
    };
  }
}
