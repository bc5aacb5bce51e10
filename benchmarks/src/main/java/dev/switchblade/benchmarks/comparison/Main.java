package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything, and reports. {@code benchmarks/run} says what the arguments are. */
public final class Main {

  private Main() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    CommandLine line = CommandLine.parse(arguments);
    Path output = line.output();
    Files.createDirectories(output);
    Path log = output.resolve("jmh.log");
    Files.deleteIfExists(log);
    Machine machine = Machine.here();
    if (machine.isBusy()) {
      System.out.printf(
          "This machine is busy (load %.1f on %d cores): the figures will be off.%n",
          machine.load(), machine.cores());
    }
    var rust = new RustHost(line.rustHost(), line.guests());
    List<Comparison> comparisons = new ArrayList<>();
    if (!line.workloads().isEmpty()) {
      System.out.println(TextReport.heading());
      var jmh = new JmhRun(rust, line.effort(), log);
      for (Workload workload : line.workloads()) {
        Comparison comparison = jmh.measure(workload);
        comparisons.add(comparison);
        System.out.println(TextReport.line(comparison));
      }
    }
    List<ColdStart> coldStarts =
        line.coldStart() ? ColdStart.measure(rust, line.effort().coldStarts(), output) : List.of();
    var results =
        new Results(
            machine,
            Results.today(),
            line.effort().name(),
            line.wasmtime(),
            line.profile(),
            comparisons,
            coldStarts);
    System.out.print(TextReport.coldStarts(results));
    System.out.println();
    System.out.println(TextReport.verdict(results));
    Path json = output.resolve("results.json");
    Files.writeString(json, JsonReport.of(results));
    System.out.println("All rounds: " + json);
    if (line.markdown()) {
      System.out.println();
      System.out.print(MarkdownReport.of(results));
    }
  }
}
