package dev.switchblade.benchmarks.comparison;

import java.util.OptionalDouble;

/** A kind of work that both sides do, and how much slower than Rust Java may be at it. */
enum Workload {
  ADD("add", "Calls.add", 1.15, "`add(u32, u32)`"),
  STRING_32("string-32", "Calls.string32", 1.15, "32-byte string, there and back"),
  BYTES_64("bytes-64", "Calls.bytes64", "`list<u8>` of 64 B, there and back"),
  BYTES_4K("bytes-4k", "Calls.bytes4k", "`list<u8>` of 4 KiB, there and back"),
  BYTES_64K("bytes-64k", "Calls.bytes64k", 2.0, "`list<u8>` of 64 KiB, there and back"),
  BYTES_1M("bytes-1m", "Calls.bytes1m", 2.0, "`list<u8>` of 1 MiB, there and back"),
  HOST_LOG_1000(
      "host-log-1000",
      "Calls.hostLog1000",
      1.15,
      "guest calls a host function with a 31-byte string, 1,000 times"),
  STRINGS_100("strings-100", "Calls.strings100", "`list<string>` of 100, there and back"),
  INSTANTIATE_POOLED(
      "instantiate-pooled",
      "Instances.instantiatePooled",
      1.25,
      "instantiate from a pool, call, drop");

  private final String label;
  private final String benchmark;
  private final OptionalDouble limit;
  private final String description;

  Workload(String label, String benchmark, String description) {
    this(label, benchmark, OptionalDouble.empty(), description);
  }

  Workload(String label, String benchmark, double limit, String description) {
    this(label, benchmark, OptionalDouble.of(limit), description);
  }

  Workload(String label, String benchmark, OptionalDouble limit, String description) {
    this.label = label;
    this.benchmark = benchmark;
    this.limit = limit;
    this.description = description;
  }

  static Workload of(String label) {
    for (Workload workload : values()) {
      if (workload.label.equals(label)) {
        return workload;
      }
    }
    throw new IllegalArgumentException("there is no workload " + label);
  }

  /** Its name on the command line, in the reports, and in the Rust host. */
  String label() {
    return label;
  }

  /** The JMH benchmark, as a regular expression. */
  String benchmark() {
    return "\\." + benchmark.replace(".", "\\.") + "$";
  }

  /** The largest ratio that is accepted, where one was set. */
  OptionalDouble limit() {
    return limit;
  }

  /** What it is, in Markdown. */
  String description() {
    return description;
  }
}
