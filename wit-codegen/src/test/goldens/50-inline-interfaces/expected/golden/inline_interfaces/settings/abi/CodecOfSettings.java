package golden.inline_interfaces.settings.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.inline_interfaces.settings.Setting;
import org.jspecify.annotations.NullMarked;

/** How the types of {@code settings} travel, and what its functions are: for generated code. */
@Generated("interface settings")
@NullMarked
public final class CodecOfSettings {
  /** {@code setting}. */
  public static final WitType SETTING = record(
      field("key", STRING), field("value", option(STRING)));

  /** {@code read}. */
  public static final WitType.Function READ = func(SETTING, param("key", STRING));

  private CodecOfSettings() {}

  /** Writes a value of {@code setting}. */
  public static void storeSetting(ImageWriter image, long at, Setting value) {
    image.putString(at, value.key());
    image.putOption(at + 8, value.value(), 4, ImageWriter::putString);
  }

  /** Reads a value of {@code setting}. */
  public static Setting loadSetting(ImageReader image, long at) {
    return new Setting(
        image.getString(at),
        image.getOption(at + 8, 4, ImageReader::getString));
  }
}
