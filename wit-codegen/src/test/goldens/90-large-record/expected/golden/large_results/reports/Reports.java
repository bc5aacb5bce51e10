package golden.large_results.reports;

import dev.switchblade.Func;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import golden.large_results.Accounting;
import golden.large_results.reports.abi.CodecOfReports;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:large-results/reports}. */
@Generated("interface golden:large-results/reports")
@NullMarked
public final class Reports {
  private final Func totals;
  private final Func all;

  private Reports(Exports exports) {
    this.totals = exports.func(0);
    this.all = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Accounting} hands it out. */
  public static Reports of(Exports exports) {
    return new Reports(exports);
  }

  /** {@code totals}. */
  public Line totals(Line of) {
    Objects.requireNonNull(of, "of");
    try (Call call = this.totals.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfReports.storeLine(arguments, 0, of);
      call.invoke();
      return CodecOfReports.loadLine(call.result(), 0);
    }
  }

  /** {@code all}. */
  public Tuple2<Line, List<Line>> all() {
    try (Call call = this.all.begin()) {
      call.invoke();
      ImageReader result = call.result();
      return new Tuple2<>(
          CodecOfReports.loadLine(result, 0), result.getList(160, 160, CodecOfReports::loadLine));
    }
  }
}
