package public_.interface_.abi_.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;
import public_.interface_.abi_.Version;

/**
 * How the types of {@code public:interface/abi} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface public:interface/abi")
@NullMarked
public final class CodecOfAbi {
  /** {@code version}. */
  public static final WitType VERSION = record(field("major", U32));

  /** {@code current}. */
  public static final WitType.Function CURRENT = func(VERSION);

  private CodecOfAbi() {}

  /** Writes a value of {@code version}. */
  public static void storeVersion(ImageWriter image, long at, Version value) {
    image.putInt(at, value.major());
  }

  /** Reads a value of {@code version}. */
  public static Version loadVersion(ImageReader image, long at) {
    return new Version(image.getInt(at));
  }
}
