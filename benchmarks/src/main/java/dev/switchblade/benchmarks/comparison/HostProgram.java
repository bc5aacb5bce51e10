package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that measures workloads: that in {@code benchmarks/rust}, or that in {@code
 * benchmarks/python}.
 *
 * @param command what starts it, without the options
 * @param guests the folder of the guests
 */
record HostProgram(List<String> command, Path guests) {

  /** Compiled code needs no longer to fill the caches and the branch predictors. */
  private static final int WARMUP_MILLIS = 100;

  /**
   * Measures one round, in a process of its own: so rounds differ in where memory lies, too, which
   * is worth a few per cent.
   *
   * @param workload the name that the program knows it by
   * @return nanoseconds per operation
   */
  double round(String workload, int millis) throws IOException {
    List<String> line = new ArrayList<>(command);
    line.addAll(
        List.of(
            "--guests",
            guests.toString(),
            "--workload",
            workload,
            "--warmup-ms",
            Integer.toString(WARMUP_MILLIS),
            "--rounds",
            "1",
            "--round-ms",
            Integer.toString(millis)));
    // One line: the workload's name and a number.
    String output = output(line);
    String prefix = workload + " ";
    if (!output.startsWith(prefix)) {
      throw new IOException(String.join(" ", line) + " measured nothing: " + output);
    }
    return Double.parseDouble(output.substring(prefix.length()));
  }

  /** Runs a command to its end; its complaints go where those of this process go. */
  static String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }
}
