package golden.nested_variants.expressions.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.nested_variants.expressions.Binary;
import golden.nested_variants.expressions.Expression;
import golden.nested_variants.expressions.Literal;
import golden.nested_variants.expressions.Operand;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-variants/expressions} travel, and what its functions are:
 * for generated code.
 */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public final class CodecOfExpressions {
  /** {@code literal}. */
  public static final WitType LITERAL = variant(
      of("whole", S64), of("real", F64), of("text", STRING));

  /** {@code operand}. */
  public static final WitType OPERAND = variant(
      of("literal", LITERAL), of("name", STRING), of("none"));

  /** {@code binary}. */
  public static final WitType BINARY = record(field("left", OPERAND), field("right", OPERAND));

  /** {@code expression}. */
  public static final WitType EXPRESSION = variant(
      of("operand", OPERAND), of("sum", BINARY), of("negated", option(OPERAND)));

  /** {@code fold}. */
  public static final WitType.Function FOLD = func(EXPRESSION, param("value", EXPRESSION));

  private CodecOfExpressions() {}

  /** Writes a value of {@code literal}. */
  public static void storeLiteral(ImageWriter image, long at, Literal value) {
    switch (value) {
      case Literal.Whole(var it) -> {
        image.putDiscriminant(at, 0, 1);
        image.putLong(at + 8, it);
      }
      case Literal.Real(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putDouble(at + 8, it);
      }
      case Literal.Text(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putString(at + 8, it);
      }
    }
  }

  /** Reads a value of {@code literal}. */
  public static Literal loadLiteral(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Literal.Whole(image.getLong(at + 8));
      case 1 -> new Literal.Real(image.getDouble(at + 8));
      default -> new Literal.Text(image.getString(at + 8));
    };
  }

  /** Writes a value of {@code operand}. */
  public static void storeOperand(ImageWriter image, long at, Operand value) {
    switch (value) {
      case Operand.Literal(var it) -> {
        image.putDiscriminant(at, 0, 1);
        storeLiteral(image, at + 8, it);
      }
      case Operand.Name(var it) -> {
        image.putDiscriminant(at, 1, 1);
        image.putString(at + 8, it);
      }
      case Operand.None() -> image.putDiscriminant(at, 2, 1);
    }
  }

  /** Reads a value of {@code operand}. */
  public static Operand loadOperand(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Operand.Literal(loadLiteral(image, at + 8));
      case 1 -> new Operand.Name(image.getString(at + 8));
      default -> new Operand.None();
    };
  }

  /** Writes a value of {@code binary}. */
  public static void storeBinary(ImageWriter image, long at, Binary value) {
    storeOperand(image, at, value.left());
    storeOperand(image, at + 24, value.right());
  }

  /** Reads a value of {@code binary}. */
  public static Binary loadBinary(ImageReader image, long at) {
    return new Binary(
        loadOperand(image, at),
        loadOperand(image, at + 24));
  }

  /** Writes a value of {@code expression}. */
  public static void storeExpression(ImageWriter image, long at, Expression value) {
    switch (value) {
      case Expression.Operand(var it) -> {
        image.putDiscriminant(at, 0, 1);
        storeOperand(image, at + 8, it);
      }
      case Expression.Sum(var it) -> {
        image.putDiscriminant(at, 1, 1);
        storeBinary(image, at + 8, it);
      }
      case Expression.Negated(var it) -> {
        image.putDiscriminant(at, 2, 1);
        image.putOption(at + 8, it, 8, CodecOfExpressions::storeOperand);
      }
    }
  }

  /** Reads a value of {@code expression}. */
  public static Expression loadExpression(ImageReader image, long at) {
    return switch (image.getDiscriminant(at, 1)) {
      case 0 -> new Expression.Operand(loadOperand(image, at + 8));
      case 1 -> new Expression.Sum(loadBinary(image, at + 8));
      default -> new Expression.Negated(
          image.getOption(at + 8, 8, CodecOfExpressions::loadOperand));
    };
  }
}
