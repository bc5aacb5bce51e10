package golden.dependents.imports.labels;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.dependents.paint.colours.palette.PaletteCodec;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:dependents/labels} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:dependents/labels")
@NullMarked
public final class LabelsCodec {
  /** {@code describe}. */
  public static final WitType.Function DESCRIBE = func(
      STRING, param("colour", PaletteCodec.COLOUR));

  /** {@code blend}. */
  public static final WitType.Function BLEND = func(
      PaletteCodec.COLOUR, param("of", PaletteCodec.MIX));

  private LabelsCodec() {}
}
