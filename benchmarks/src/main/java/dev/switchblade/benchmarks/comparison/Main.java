package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures everything, and reports. {@code benchmarks/run} says what the arguments are. */
public final class Main {

  private Main() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException {
    CommandLine line = CommandLine.parse(arguments);
    Path output = line.output();
    Files.createDirectories(output);
    Path logs = Files.createDirectories(output.resolve("jmh"));
    Machine machine = Machine.here();
    if (machine.isBusy()) {
      System.out.printf(
          "This machine is busy (load %.1f on %d cores): the figures will be off.%n",
          machine.load(), machine.cores());
    }
    var rust = new RustHost(line.rustHost(), line.guests());
    List<Peer> peers = peers(line, rust);
    var jmh = new JmhRun(rust.typed(), line.effort(), logs);
    List<Comparison> comparisons = compare(line, jmh);
    List<DynamicComparison> dynamic = compareDynamic(line, jmh);
    List<PeerComparison> peerComparisons = comparePeers(peers, rust.typed(), line.effort());
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
            dynamic,
            peers,
            peerComparisons,
            coldStarts);
    System.out.print(TextReport.peers(results));
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

  /** The other hosts; asked first, so that one that isn't there is found before an hour is over. */
  private static List<Peer> peers(CommandLine line, RustHost rust) throws IOException {
    List<Peer> peers = new ArrayList<>();
    if (line.peers()) {
      peers.add(Peer.official(rust, line.wasmtime()));
      if (line.python().isPresent()) {
        peers.add(Peer.python(line.python().get(), line.script(), line.guests()));
      }
    }
    return peers;
  }

  /** Java and Rust, in the order of the workloads. */
  private static List<Comparison> compare(CommandLine line, JmhRun jmh) throws IOException {
    List<Comparison> comparisons = new ArrayList<>();
    for (Workload workload : line.workloads()) {
      if (workload.typed().isEmpty()) {
        if (comparisons.isEmpty()) {
          System.out.println(TextReport.heading());
        }
        Comparison comparison = jmh.measure(workload);
        comparisons.add(comparison);
        System.out.println(TextReport.line(comparison));
      }
    }
    return comparisons;
  }

  /** Java and Java. */
  private static List<DynamicComparison> compareDynamic(CommandLine line, JmhRun jmh)
      throws IOException {
    List<DynamicComparison> dynamic = new ArrayList<>();
    for (Workload workload : line.workloads()) {
      if (workload.typed().isPresent()) {
        if (dynamic.isEmpty()) {
          System.out.println(TextReport.dynamicHeading());
        }
        DynamicComparison comparison = jmh.measure(workload, workload.typed().get());
        dynamic.add(comparison);
        System.out.println(TextReport.line(comparison));
      }
    }
    return dynamic;
  }

  private static List<PeerComparison> comparePeers(
      List<Peer> peers, HostProgram rust, Effort effort) throws IOException {
    List<PeerComparison> comparisons = new ArrayList<>();
    for (Peer peer : peers) {
      for (Workload workload : peer.workloads()) {
        comparisons.add(peer.measure(workload, rust, effort));
      }
    }
    return comparisons;
  }
}
