package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Another way to host a component, for comparison.
 *
 * @param label for programs and for columns
 * @param description what it is, with its version, in Markdown
 * @param workloads those that it can do
 */
record Peer(String label, String description, HostProgram program, Set<Workload> workloads) {

  /**
   * The dynamic values of the official C API, of which the bindings of other languages are made.
   *
   * @param wasmtime its version
   */
  static Peer official(RustHost rust, String wasmtime) {
    return new Peer(
        "c-api",
        "the dynamic values of the official C API " + wasmtime,
        rust.official(),
        EnumSet.of(
            Workload.DESCRIBE,
            Workload.ENTRIES_1000,
            Workload.TAKE_ENTRIES_1000,
            Workload.POINTS_1000,
            Workload.TAKE_POINTS_1000,
            Workload.DOUBLES_100K,
            Workload.TAKE_DOUBLES_100K,
            Workload.BLOB_1M,
            Workload.MAKE_BLOB_1M,
            Workload.PROFILE));
  }

  /**
   * The package {@code wasmtime} from PyPI.
   *
   * @param python an interpreter that has it
   * @param script {@code benchmarks/python/typed_values.py}
   */
  static Peer python(Path python, Path script, Path guests) throws IOException {
    String version = HostProgram.output(List.of(python.toString(), script.toString(), "version"));
    if (version.isEmpty()) {
      throw new IOException(python + " has no package wasmtime: install it with pip");
    }
    Set<Workload> workloads = EnumSet.noneOf(Workload.class);
    for (Workload workload : Workload.Group.DYNAMIC.workloads()) {
      workload.typed().ifPresent(workloads::add);
    }
    return new Peer(
        "python",
        "`wasmtime` " + version + " from PyPI",
        new HostProgram(List.of(python.toString(), script.toString(), "bench"), guests),
        workloads);
  }

  /**
   * Takes turns with Rust.
   *
   * @param rust the Rust host, through typed functions
   */
  PeerComparison measure(Workload workload, HostProgram rust, Effort effort) throws IOException {
    List<PeerComparison.Round> rounds = new ArrayList<>();
    for (int i = 0; i < effort.peerRounds(); i++) {
      double yardstick = rust.round(workload.rustLabel(), effort.roundMillis());
      double peer = program.round(workload.rustLabel(), effort.roundMillis());
      rounds.add(new PeerComparison.Round(peer, yardstick));
    }
    return new PeerComparison(this, workload, rounds);
  }
}
