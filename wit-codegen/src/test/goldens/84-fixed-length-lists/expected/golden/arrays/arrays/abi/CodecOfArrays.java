package golden.arrays.arrays.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.arrays.arrays.Address;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:arrays/arrays} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:arrays/arrays")
@NullMarked
public final class CodecOfArrays {
  /** {@code address}. */
  public static final WitType ADDRESS = record(
      field("octets", list(U8, 4)), field("names", list(STRING, 2)));

  /** {@code transpose}. */
  public static final WitType.Function TRANSPOSE = func(
      list(list(F32, 3), 3), param("matrix", list(list(F32, 3), 3)));

  /** {@code next}. */
  public static final WitType.Function NEXT = func(ADDRESS, param("address", ADDRESS));

  /** {@code many}. */
  public static final WitType.Function MANY = func(
      list(list(U64, 2)), param("addresses", list(list(U16, 8))));

  private CodecOfArrays() {}

  /** Writes a value of {@code address}. */
  public static void storeAddress(ImageWriter image, long at, Address value) {
    image.putFixedLengthBytes(at, value.octets(), 4);
    image.putFixedLengthList(at + 4, value.names(), 2, 8, ImageWriter::putString);
  }

  /** Reads a value of {@code address}. */
  public static Address loadAddress(ImageReader image, long at) {
    return new Address(
        image.getFixedLengthBytes(at, 4),
        image.getFixedLengthList(at + 4, 2, 8, ImageReader::getString));
  }
}
