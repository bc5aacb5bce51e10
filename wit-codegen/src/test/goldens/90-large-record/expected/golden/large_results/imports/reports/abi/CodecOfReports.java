package golden.large_results.imports.reports.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:large-results/reports} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:large-results/reports")
@NullMarked
public final class CodecOfReports {
  /** {@code totals}. */
  public static final WitType.Function TOTALS = func(
      golden.large_results.reports.abi.CodecOfReports.LINE,
      param("of", golden.large_results.reports.abi.CodecOfReports.LINE));

  /** {@code all}. */
  public static final WitType.Function ALL = func(
      tuple(
          golden.large_results.reports.abi.CodecOfReports.LINE,
          list(golden.large_results.reports.abi.CodecOfReports.LINE)));

  private CodecOfReports() {}
}
