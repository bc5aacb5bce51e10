package golden.large_results.reports;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Generated;
import golden.large_results.reports.abi.CodecOfReports;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:large-results/reports}. */
@Generated("interface golden:large-results/reports")
@NullMarked
public interface HostReports {
  /** {@code totals}. */
  Line totals(Line of);

  /** {@code all}. */
  Tuple2<Line, List<Line>> all();

  /** Defines {@code golden:large-results/reports} in a linker. */
  static void addTo(Linker linker, HostReports implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:large-results/reports} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostReports> implementation) {
    LinkerInstance instance = linker.instance("golden:large-results/reports");
    instance.funcOverImages(
        "totals",
        CodecOfReports.TOTALS,
        (arguments, result) -> CodecOfReports.storeLine(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).totals(
                    CodecOfReports.loadLine(arguments, 0)))));
    instance.funcOverImages(
        "all",
        CodecOfReports.ALL,
        (arguments, result) -> {
          var returned = result.requireReturned(implementation.apply(arguments.config()).all());
          CodecOfReports.storeLine(result, 0, returned.first());
          result.putList(160, returned.second(), 160, 8, CodecOfReports::storeLine);
        });
  }
}
