package golden.byte_flags.modes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.byte_flags.modes.Lonely;
import golden.byte_flags.modes.Permissions;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:byte-flags/modes} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:byte-flags/modes")
@NullMarked
public final class CodecOfModes {
  /** {@code lonely}. */
  public static final WitType LONELY = flags("set");

  private static final Lonely[] LONELY_LABELS = Lonely.values();

  /** {@code permissions}. */
  public static final WitType PERMISSIONS = flags(
      "read", "write", "execute", "append", "hidden", "system", "archive", "shared");

  private static final Permissions[] PERMISSIONS_LABELS = Permissions.values();

  /** {@code toggle}. */
  public static final WitType.Function TOGGLE = func(LONELY, param("value", LONELY));

  /** {@code change}. */
  public static final WitType.Function CHANGE = func(PERMISSIONS, param("value", PERMISSIONS));

  /** {@code both}. */
  public static final WitType.Function BOTH = func(
      list(PERMISSIONS), param("values", list(tuple(LONELY, PERMISSIONS))));

  private CodecOfModes() {}

  /** Writes a value of {@code lonely}. */
  public static void storeLonely(ImageWriter image, long at, Set<Lonely> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code lonely}. */
  public static Set<Lonely> loadLonely(ImageReader image, long at) {
    return image.getFlags(at, LONELY_LABELS, 1);
  }

  /** Writes a value of {@code permissions}. */
  public static void storePermissions(ImageWriter image, long at, Set<Permissions> value) {
    image.putFlags(at, value, 1);
  }

  /** Reads a value of {@code permissions}. */
  public static Set<Permissions> loadPermissions(ImageReader image, long at) {
    return image.getFlags(at, PERMISSIONS_LABELS, 1);
  }
}
