package dev.switchblade.benchmarks.comparison;

import java.nio.file.Path;
import java.util.List;

/**
 * The program in {@code benchmarks/rust}.
 *
 * @param program its path
 * @param guests the folder of the guests
 */
record RustHost(Path program, Path guests) {

  /** Measures through typed functions: what Java is held against. */
  HostProgram typed() {
    return new HostProgram(List.of(program.toString(), "bench"), guests);
  }

  /** Measures through the dynamic values of the official C API. */
  HostProgram official() {
    return new HostProgram(List.of(program.toString(), "bench-official"), guests);
  }

  /** The command of a cold start. */
  List<String> coldStart() {
    return List.of(program.toString(), "cold", "--guests", guests.toString());
  }
}
