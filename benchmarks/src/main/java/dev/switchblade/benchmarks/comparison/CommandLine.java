package dev.switchblade.benchmarks.comparison;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What to measure.
 *
 * @param output the folder for all files that are written
 * @param wasmtime its version
 * @param profile how the native code was built
 */
record CommandLine(
    Path rustHost,
    Path guests,
    Path output,
    String wasmtime,
    String profile,
    Effort effort,
    List<Workload> workloads,
    boolean coldStart,
    boolean markdown) {

  static CommandLine parse(String[] arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    Path rustHost = Path.of(rest.removeFirst());
    Path guests = Path.of(rest.removeFirst());
    Path output = Path.of(rest.removeFirst());
    String wasmtime = rest.removeFirst();
    String profile = rest.removeFirst();
    Effort effort = Effort.FULL;
    List<Workload> workloads = new ArrayList<>();
    boolean coldStart = false;
    boolean markdown = false;
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      switch (argument) {
        case "--quick" -> effort = Effort.QUICK;
        case "--markdown" -> markdown = true;
        case "cold-start" -> coldStart = true;
        default -> workloads.add(Workload.of(argument));
      }
    }
    if (workloads.isEmpty() && !coldStart) {
      workloads.addAll(List.of(Workload.values()));
      coldStart = true;
    }
    return new CommandLine(
        rustHost, guests, output, wasmtime, profile, effort, workloads, coldStart, markdown);
  }
}
