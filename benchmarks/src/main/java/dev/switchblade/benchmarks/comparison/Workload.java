package dev.switchblade.benchmarks.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A kind of work that both sides do, and how much longer Java may take. */
enum Workload {
  ADD(Group.CALLS, "add", "Calls.add", 1.15, "`add(u32, u32)`"),
  STRING_32(Group.CALLS, "string-32", "Calls.string32", 1.15, "32-byte string, there and back"),
  BYTES_64(Group.CALLS, "bytes-64", "Calls.bytes64", "`list<u8>` of 64 B, there and back"),
  BYTES_4K(Group.CALLS, "bytes-4k", "Calls.bytes4k", "`list<u8>` of 4 KiB, there and back"),
  BYTES_64K(
      Group.CALLS, "bytes-64k", "Calls.bytes64k", 2.0, "`list<u8>` of 64 KiB, there and back"),
  BYTES_1M(Group.CALLS, "bytes-1m", "Calls.bytes1m", 2.0, "`list<u8>` of 1 MiB, there and back"),
  HOST_LOG_1000(
      Group.CALLS,
      "host-log-1000",
      "Calls.hostLog1000",
      1.15,
      "guest calls a host function with a 31-byte string, 1,000 times"),
  STRINGS_100(
      Group.CALLS, "strings-100", "Calls.strings100", "`list<string>` of 100, there and back"),
  INSTANTIATE_POOLED(
      Group.CALLS,
      "instantiate-pooled",
      "Instances.instantiatePooled",
      1.25,
      "instantiate from a pool, call, drop"),
  INSTANTIATE_WASI(
      Group.CALLS,
      "instantiate-wasi",
      "Instances.instantiateWasi",
      1.25,
      "the same for a store with WASI: arguments, environment, a folder"),

  ASYNC_ADD(
      Group.ASYNC, "async-add", "ConcurrentCalls.add", "`add(u32, u32)`, with concurrency support"),
  ASYNC_STRING_32(
      Group.ASYNC,
      "async-string-32",
      "ConcurrentCalls.string32",
      "32-byte string, there and back, with concurrency support"),
  ASYNC_HOST_LOG_1000(
      Group.ASYNC,
      "async-host-log-1000",
      "ConcurrentCalls.hostLog1000",
      "guest calls a host function with a 31-byte string, 1,000 times, with concurrency support"),

  INSTANTIATE_CALL_CLOSE(
      Group.INSTANCES,
      "instantiate-call-close",
      "ThreadedInstances.pooled",
      1.25,
      "instantiate from a pool, call, close: one thread"),
  INSTANTIATE_CALL_CLOSE_2(
      Group.INSTANCES,
      "instantiate-call-close-2",
      "ThreadedInstances.pooledByTwo",
      1.25,
      "the same on two threads at once, for each"),
  INSTANTIATE_CALL_CLOSE_MAPPED(
      Group.INSTANCES,
      "instantiate-call-close-mapped",
      "ThreadedInstances.mapped",
      1.25,
      "the same without a pool: one thread"),
  INSTANTIATE_CALL_CLOSE_MAPPED_2(
      Group.INSTANCES,
      "instantiate-call-close-mapped-2",
      "ThreadedInstances.mappedByTwo",
      1.25,
      "the same without a pool on two threads at once, for each"),

  SEAM_SCALARS(
      Group.SEAMS,
      "seam-scalars",
      "FusedSeams.scalars",
      1.05,
      "a component calls another 1,000 times, in one component: `u32` there and back"),
  SEAM_STRING(
      Group.SEAMS,
      "seam-string",
      "FusedSeams.string",
      1.05,
      "a component calls another 1,000 times, in one component: string of 32 B there, of 39 B"
          + " back"),
  SEAM_RECORD(
      Group.SEAMS,
      "seam-record",
      "FusedSeams.record",
      1.05,
      "a component calls another 1,000 times, in one component: record of a string and three"
          + " numbers, there and back"),
  SEAM_BYTES_4K(
      Group.SEAMS,
      "seam-bytes-4k",
      "FusedSeams.bytes4k",
      1.05,
      "a component calls another 1,000 times, in one component: 4 KiB of bytes, there and back"),
  LINKED_SEAM_SCALARS(
      Group.SEAMS,
      SEAM_SCALARS,
      "linked-seam-scalars",
      "LinkedSeams.scalars",
      "a component calls another 1,000 times, compiled apart and linked: `u32` there and back"),
  LINKED_SEAM_STRING(
      Group.SEAMS,
      SEAM_STRING,
      "linked-seam-string",
      "LinkedSeams.string",
      "a component calls another 1,000 times, compiled apart and linked: string of 32 B there, of"
          + " 39 B back"),
  LINKED_SEAM_RECORD(
      Group.SEAMS,
      SEAM_RECORD,
      "linked-seam-record",
      "LinkedSeams.record",
      "a component calls another 1,000 times, compiled apart and linked: record of a string and"
          + " three numbers, there and back"),
  LINKED_SEAM_BYTES_4K(
      Group.SEAMS,
      SEAM_BYTES_4K,
      "linked-seam-bytes-4k",
      "LinkedSeams.bytes4k",
      "a component calls another 1,000 times, compiled apart and linked: 4 KiB of bytes, there and"
          + " back"),
  JAVA_SEAM_SCALARS(
      Group.SEAMS,
      SEAM_SCALARS,
      "java-seam-scalars",
      "JavaSeams.scalars",
      "a component calls another 1,000 times, through a host function in Java: `u32` there and"
          + " back"),
  JAVA_SEAM_STRING(
      Group.SEAMS,
      SEAM_STRING,
      "java-seam-string",
      "JavaSeams.string",
      "a component calls another 1,000 times, through a host function in Java: string of 32 B"
          + " there, of 39 B back"),
  JAVA_SEAM_RECORD(
      Group.SEAMS,
      SEAM_RECORD,
      "java-seam-record",
      "JavaSeams.record",
      "a component calls another 1,000 times, through a host function in Java: record of a string"
          + " and three numbers, there and back"),
  JAVA_SEAM_BYTES_4K(
      Group.SEAMS,
      SEAM_BYTES_4K,
      "java-seam-bytes-4k",
      "JavaSeams.bytes4k",
      "a component calls another 1,000 times, through a host function in Java: 4 KiB of bytes,"
          + " there and back"),
  HTTP_SEAM_SCALARS(
      Group.SEAMS,
      SEAM_SCALARS,
      "http-seam-scalars",
      "HttpSeams.scalars",
      "a component calls another 1,000 times, through HTTP on the same machine: `u32` there and"
          + " back"),
  HTTP_SEAM_STRING(
      Group.SEAMS,
      SEAM_STRING,
      "http-seam-string",
      "HttpSeams.string",
      "a component calls another 1,000 times, through HTTP on the same machine: string of 32 B"
          + " there, of 39 B back"),
  HTTP_SEAM_RECORD(
      Group.SEAMS,
      SEAM_RECORD,
      "http-seam-record",
      "HttpSeams.record",
      "a component calls another 1,000 times, through HTTP on the same machine: record of a string"
          + " and three numbers, there and back"),
  HTTP_SEAM_BYTES_4K(
      Group.SEAMS,
      SEAM_BYTES_4K,
      "http-seam-bytes-4k",
      "HttpSeams.bytes4k",
      "a component calls another 1,000 times, through HTTP on the same machine: 4 KiB of bytes,"
          + " there and back"),

  DESCRIBE(
      Group.TYPES,
      "describe",
      "TypedValues.describe",
      1.15,
      "record of a `u64` and three strings in, string out"),
  ENTRIES_1000(
      Group.TYPES,
      "entries-1000",
      "TypedValues.entries1000",
      1.0,
      "`list<record { id: u32, name: string }>` of 1,000 as result"),
  TAKE_ENTRIES_1000(
      Group.TYPES,
      "take-entries-1000",
      "TypedValues.takeEntries1000",
      1.15,
      "`list<record { id: u32, name: string }>` of 1,000 as argument"),
  POINTS_1000(
      Group.TYPES,
      "points-1000",
      "TypedValues.points1000",
      1.0,
      "`list<record { x: s32, y: f64 }>` of 1,000 as result"),
  POINTS_1000_IN_PLACE(
      POINTS_1000,
      "points-1000-in-place",
      "TypedValues.points1000InPlace",
      "`list<record { x: s32, y: f64 }>` of 1,000 as result, looked at in place"),
  TAKE_POINTS_1000(
      Group.TYPES,
      "take-points-1000",
      "TypedValues.takePoints1000",
      0.5,
      "`list<record { x: s32, y: f64 }>` of 1,000 as argument"),
  TAKE_POINTS_1000_SEGMENT(
      TAKE_POINTS_1000,
      "take-points-1000-segment",
      "TypedValues.takePoints1000Segment",
      "`list<record { x: s32, y: f64 }>` of 1,000 as argument, from a `MemorySegment`"),
  DOUBLES_100K(
      Group.TYPES,
      "doubles-100k",
      "TypedValues.doubles100k",
      1.1,
      "`list<f64>` of 100,000 as result"),
  DOUBLES_100K_IN_PLACE(
      DOUBLES_100K,
      "doubles-100k-in-place",
      "TypedValues.doubles100kInPlace",
      0.7,
      "`list<f64>` of 100,000 as result, looked at in place"),
  TAKE_DOUBLES_100K(
      Group.TYPES,
      "take-doubles-100k",
      "TypedValues.takeDoubles100k",
      1.1,
      "`list<f64>` of 100,000 as argument"),
  TAKE_DOUBLES_100K_SEGMENT(
      TAKE_DOUBLES_100K,
      "take-doubles-100k-segment",
      "TypedValues.takeDoubles100kSegment",
      1.0,
      "`list<f64>` of 100,000 as argument, from a `MemorySegment`"),
  BLOB_1M(Group.TYPES, "blob-1m", "TypedValues.blob1m", "`list<u8>` of 1 MiB as argument"),
  MAKE_BLOB_1M(
      Group.TYPES, "make-blob-1m", "TypedValues.makeBlob1m", "`list<u8>` of 1 MiB as result"),
  MAKE_BLOB_1M_IN_PLACE(
      MAKE_BLOB_1M,
      "make-blob-1m-in-place",
      "TypedValues.makeBlob1mInPlace",
      "`list<u8>` of 1 MiB as result, looked at in place"),
  BYTES_1M_IN_PLACE(
      BYTES_1M,
      "bytes-1m-in-place",
      "Calls.bytes1mInPlace",
      0.6,
      "`list<u8>` of 1 MiB from `byte[]`, what comes back looked at in place"),
  PROFILE(
      Group.TYPES,
      "profile",
      "TypedValues.profile",
      1.25,
      "record with string, option, list and flags as result"),
  VARIANT(
      Group.TYPES, "variant", "TypedValues.variant", 1.2, "variant with payload, there and back"),
  OPTION(Group.TYPES, "option", "TypedValues.option", 1.2, "`option<u32>`, there and back"),
  RESULT(Group.TYPES, "result", "TypedValues.result", 1.2, "`result<u32, string>`, there and back"),
  COUNTER(Group.TYPES, "counter", "TypedValues.counter", 1.2, "method of a guest resource"),
  CONVERT_1000(
      Group.TYPES,
      "convert-1000",
      "TypedValues.convert1000",
      1.2,
      "guest calls a host function that takes and returns a record, 1,000 times"),

  DYNAMIC_DESCRIBE(Group.DYNAMIC, DESCRIBE, "DynamicValues.describe"),
  DYNAMIC_ENTRIES_1000(Group.DYNAMIC, ENTRIES_1000, "DynamicValues.entries1000"),
  DYNAMIC_TAKE_ENTRIES_1000(Group.DYNAMIC, TAKE_ENTRIES_1000, "DynamicValues.takeEntries1000"),
  DYNAMIC_POINTS_1000(Group.DYNAMIC, POINTS_1000, "DynamicValues.points1000"),
  DYNAMIC_TAKE_POINTS_1000(Group.DYNAMIC, TAKE_POINTS_1000, "DynamicValues.takePoints1000"),
  DYNAMIC_DOUBLES_100K(Group.DYNAMIC, DOUBLES_100K, "DynamicValues.doubles100k"),
  DYNAMIC_TAKE_DOUBLES_100K(Group.DYNAMIC, TAKE_DOUBLES_100K, "DynamicValues.takeDoubles100k"),
  DYNAMIC_BLOB_1M(Group.DYNAMIC, BLOB_1M, "DynamicValues.blob1m"),
  DYNAMIC_MAKE_BLOB_1M(Group.DYNAMIC, MAKE_BLOB_1M, "DynamicValues.makeBlob1m"),
  DYNAMIC_PROFILE(Group.DYNAMIC, PROFILE, "DynamicValues.profile"),
  DYNAMIC_VARIANT(Group.DYNAMIC, VARIANT, "DynamicValues.variant"),
  DYNAMIC_OPTION(Group.DYNAMIC, OPTION, "DynamicValues.option"),
  DYNAMIC_RESULT(Group.DYNAMIC, RESULT, "DynamicValues.result"),
  DYNAMIC_COUNTER(Group.DYNAMIC, COUNTER, "DynamicValues.counter"),
  DYNAMIC_CONVERT_1000(Group.DYNAMIC, CONVERT_1000, "DynamicValues.convert1000"),

  GENERATED_ADD(Group.GENERATED, ADD, "GeneratedCalls.add"),
  GENERATED_STRING_32(Group.GENERATED, STRING_32, "GeneratedCalls.string32"),
  GENERATED_BYTES_64(Group.GENERATED, BYTES_64, "GeneratedCalls.bytes64"),
  GENERATED_BYTES_64K(Group.GENERATED, BYTES_64K, "GeneratedCalls.bytes64k"),
  GENERATED_HOST_LOG_1000(Group.GENERATED, HOST_LOG_1000, "GeneratedCalls.hostLog1000"),
  GENERATED_STRINGS_100(Group.GENERATED, STRINGS_100, "GeneratedCalls.strings100"),
  GENERATED_DESCRIBE(Group.GENERATED, DESCRIBE, "GeneratedValues.describe"),
  GENERATED_ENTRIES_1000(Group.GENERATED, ENTRIES_1000, "GeneratedValues.entries1000"),
  GENERATED_TAKE_ENTRIES_1000(
      Group.GENERATED, TAKE_ENTRIES_1000, "GeneratedValues.takeEntries1000"),
  GENERATED_POINTS_1000(Group.GENERATED, POINTS_1000, "GeneratedValues.points1000"),
  GENERATED_TAKE_POINTS_1000(Group.GENERATED, TAKE_POINTS_1000, "GeneratedValues.takePoints1000"),
  GENERATED_DOUBLES_100K(Group.GENERATED, DOUBLES_100K, "GeneratedValues.doubles100k"),
  GENERATED_TAKE_DOUBLES_100K(
      Group.GENERATED, TAKE_DOUBLES_100K, "GeneratedValues.takeDoubles100k"),
  GENERATED_BLOB_1M(Group.GENERATED, BLOB_1M, "GeneratedValues.blob1m"),
  GENERATED_MAKE_BLOB_1M(Group.GENERATED, MAKE_BLOB_1M, "GeneratedValues.makeBlob1m"),
  GENERATED_PROFILE(Group.GENERATED, PROFILE, "GeneratedValues.profile"),
  GENERATED_VARIANT(Group.GENERATED, VARIANT, "GeneratedValues.variant"),
  GENERATED_OPTION(Group.GENERATED, OPTION, "GeneratedValues.option"),
  GENERATED_RESULT(Group.GENERATED, RESULT, "GeneratedValues.result"),
  GENERATED_COUNTER(Group.GENERATED, COUNTER, "GeneratedValues.counter"),
  GENERATED_CONVERT_1000(Group.GENERATED, CONVERT_1000, "GeneratedValues.convert1000"),
  GENERATED_POINTS_1000_IN_PLACE(
      Group.GENERATED, POINTS_1000_IN_PLACE, "GeneratedValues.points1000InPlace"),
  GENERATED_TAKE_POINTS_1000_SEGMENT(
      Group.GENERATED, TAKE_POINTS_1000_SEGMENT, "GeneratedValues.takePoints1000Segment"),
  GENERATED_DOUBLES_100K_IN_PLACE(
      Group.GENERATED, DOUBLES_100K_IN_PLACE, "GeneratedValues.doubles100kInPlace"),
  GENERATED_TAKE_DOUBLES_100K_SEGMENT(
      Group.GENERATED, TAKE_DOUBLES_100K_SEGMENT, "GeneratedValues.takeDoubles100kSegment"),
  GENERATED_MAKE_BLOB_1M_IN_PLACE(
      Group.GENERATED, MAKE_BLOB_1M_IN_PLACE, "GeneratedValues.makeBlob1mInPlace"),
  GENERATED_BYTES_1M_IN_PLACE(Group.GENERATED, BYTES_1M_IN_PLACE, "GeneratedCalls.bytes1mInPlace");

  /** What is measured together, by one name on the command line. */
  enum Group {
    /** Numbers, strings, bytes, instances. */
    CALLS("calls"),

    /** Some of them on engines with concurrency support. */
    ASYNC("async"),

    /** Instances that live for one call, on one thread and on two. */
    INSTANCES("instances"),

    /** One component calls another: all ways to do so, held against Rust with one component. */
    SEAMS("seams"),

    /** Values of compound types as Java classes, and what spares a copy. */
    TYPES("types"),

    /** The same values without classes, by {@code Func.call}; held against the former. */
    DYNAMIC("dynamic", 2.0),

    /** Generated code, held against what is written by hand. */
    GENERATED("generated", 1.05);

    private final String label;

    /** How much more than the way it is held against its workloads may take. */
    private final OptionalDouble limit;

    Group(String label) {
      this.label = label;
      this.limit = OptionalDouble.empty();
    }

    Group(String label, double limit) {
      this.label = label;
      this.limit = OptionalDouble.of(limit);
    }

    String label() {
      return label;
    }

    List<Workload> workloads() {
      return Arrays.stream(Workload.values()).filter(one -> one.group == this).toList();
    }
  }

  private final Group group;
  private final String label;
  private final String benchmark;
  private final OptionalDouble limit;
  private final String description;
  private final String rustLabel;
  private final @Nullable Workload typed;

  Workload(Group group, String label, String benchmark, String description) {
    this(group, label, benchmark, OptionalDouble.empty(), description, label, null);
  }

  Workload(Group group, String label, String benchmark, double limit, String description) {
    this(group, label, benchmark, OptionalDouble.of(limit), description, label, null);
  }

  /** Another way to do in Java what is one and the same in Rust. */
  Workload(Workload sameInRust, String label, String benchmark, String description) {
    this(
        Group.TYPES,
        label,
        benchmark,
        OptionalDouble.empty(),
        description,
        sameInRust.rustLabel,
        null);
  }

  /** Another way to do in Java what is one and the same in Rust. */
  Workload(Workload sameInRust, String label, String benchmark, double limit, String description) {
    this(
        Group.TYPES,
        label,
        benchmark,
        OptionalDouble.of(limit),
        description,
        sameInRust.rustLabel,
        null);
  }

  /** The same in a group of its own. */
  Workload(Group group, Workload sameInRust, String label, String benchmark, String description) {
    this(group, label, benchmark, OptionalDouble.empty(), description, sameInRust.rustLabel, null);
  }

  /** Another way to do it in Java, held against the typed one that is written by hand. */
  Workload(Group group, Workload typed, String benchmark) {
    this(
        group,
        group.label + "-" + typed.label,
        benchmark,
        group.limit,
        group.label + ": " + typed.description,
        typed.rustLabel,
        typed);
  }

  Workload(
      Group group,
      String label,
      String benchmark,
      OptionalDouble limit,
      String description,
      String rustLabel,
      @Nullable Workload typed) {
    this.group = group;
    this.label = label;
    this.benchmark = benchmark;
    this.limit = limit;
    this.description = description;
    this.rustLabel = rustLabel;
    this.typed = typed;
  }

  static Workload of(String label) {
    for (Workload workload : values()) {
      if (workload.label.equals(label)) {
        return workload;
      }
    }
    throw new IllegalArgumentException("there is no workload " + label);
  }

  /** The dynamic way to do this. */
  Optional<Workload> dynamic() {
    return Arrays.stream(values())
        .filter(workload -> workload.typed == this && workload.group == Group.DYNAMIC)
        .findFirst();
  }

  /** What another way is held against; empty for a workload that is held against Rust. */
  Optional<Workload> typed() {
    return Optional.ofNullable(typed);
  }

  /** Its name on the command line and in the reports. */
  String label() {
    return label;
  }

  /** The name of the same work in the Rust host, and in all others. */
  String rustLabel() {
    return rustLabel;
  }

  /** The JMH benchmark, as a regular expression. */
  String benchmark() {
    return "\\." + benchmark.replace(".", "\\.") + "$";
  }

  /** The largest ratio that is accepted, where one was set. */
  OptionalDouble limit() {
    return limit;
  }

  /** Says whether a ratio, rounded as it is printed, is more than is accepted. */
  boolean isOver(double ratio) {
    return limit.isPresent() && Math.round(ratio * 100) > Math.round(limit.getAsDouble() * 100);
  }

  /** What it is, in Markdown. */
  String description() {
    return description;
  }
}
