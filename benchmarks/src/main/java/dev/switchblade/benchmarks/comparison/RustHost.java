package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The program in {@code benchmarks/rust}.
 *
 * @param program its path
 * @param guests the folder of {@code bench.wasm}
 */
record RustHost(Path program, Path guests) {

  /** Compiled code needs no longer to fill the caches and the branch predictors. */
  private static final int WARMUP_MILLIS = 100;

  /**
   * Measures one round, in a process of its own: so rounds differ in where memory lies, too, which
   * is worth a few per cent.
   *
   * @return nanoseconds per operation
   */
  double round(Workload workload, int millis) throws IOException {
    var process =
        new ProcessBuilder(
                program.toString(),
                "bench",
                "--guests",
                guests.toString(),
                "--workload",
                workload.label(),
                "--warmup-ms",
                Integer.toString(WARMUP_MILLIS),
                "--rounds",
                "1",
                "--round-ms",
                Integer.toString(millis))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    // One line: the workload's name and a number.
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    String prefix = workload.label() + " ";
    if (!output.startsWith(prefix)) {
      throw new IOException(program + " measured no " + workload.label() + ": " + output);
    }
    return Double.parseDouble(output.substring(prefix.length()));
  }

  /** The command of a cold start. */
  List<String> coldStart() {
    return List.of(program.toString(), "cold", "--guests", guests.toString());
  }
}
