package dev.switchblade.benchmarks.comparison;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure.
 *
 * @param script {@code benchmarks/python/typed_values.py}
 * @param output the folder for all files that are written
 * @param wasmtime its version
 * @param profile how the native code was built
 * @param python an interpreter that has the package {@code wasmtime}, if it is to be measured
 * @param workloads with each dynamic one the typed one that it is held against
 * @param peers whether to measure other hosts, too
 */
record CommandLine(
    Path rustHost,
    Path guests,
    Path script,
    Path output,
    String wasmtime,
    String profile,
    Effort effort,
    Optional<Path> python,
    Set<Workload> workloads,
    boolean peers,
    boolean coldStart,
    boolean markdown) {

  static CommandLine parse(String[] arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    Path rustHost = Path.of(rest.removeFirst());
    Path guests = Path.of(rest.removeFirst());
    Path script = Path.of(rest.removeFirst());
    Path output = Path.of(rest.removeFirst());
    String wasmtime = rest.removeFirst();
    String profile = rest.removeFirst();
    Effort effort = Effort.FULL;
    Optional<Path> python = Optional.empty();
    Set<Workload> workloads = EnumSet.noneOf(Workload.class);
    boolean peers = false;
    boolean coldStart = false;
    boolean markdown = false;
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      switch (argument) {
        case "--quick" -> effort = Effort.QUICK;
        case "--markdown" -> markdown = true;
        case "--python" -> python = Optional.of(Path.of(rest.removeFirst()));
        case "peers" -> peers = true;
        case "cold-start" -> coldStart = true;
        default -> workloads.addAll(named(argument));
      }
    }
    if (workloads.isEmpty() && !peers && !coldStart) {
      workloads.addAll(EnumSet.allOf(Workload.class));
      peers = true;
      coldStart = true;
    }
    if (peers) {
      // What they are compared with.
      workloads.addAll(Workload.Group.DYNAMIC.workloads());
    }
    return new CommandLine(
        rustHost, guests, script, output, wasmtime, profile, effort, python, workloads, peers,
        coldStart, markdown);
  }

  private static List<Workload> named(String name) {
    return Arrays.stream(Workload.Group.values())
        .filter(group -> group.label().equals(name))
        .findFirst()
        .map(Workload.Group::workloads)
        .orElseGet(() -> List.of(Workload.of(name)));
  }
}
