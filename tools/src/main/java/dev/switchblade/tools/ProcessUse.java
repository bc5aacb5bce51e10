package dev.switchblade.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this process uses, where {@code /proc} tells; numbers are -1 elsewhere.
 *
 * @param residentBytes resident memory
 * @param nativeBytes resident memory that the Java heap doesn't explain
 * @param files open file descriptors
 * @param threads threads, but for those of pools
 * @param mappings parts that the process's memory consists of
 */
record ProcessUse(long residentBytes, long nativeBytes, long files, long threads, long mappings) {

  private static final Path MAPPINGS = Path.of("/proc/self/smaps");
  private static final Path FILES = Path.of("/proc/self/fd");
  private static final Path TASKS = Path.of("/proc/self/task");

  private static final Pattern RANGE = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) ");

  /** Where a part of the heap begins, and where it could end. */
  private static final Pattern HEAP_RANGE =
      Pattern.compile("\\[0x([0-9a-f]+), (?:0x[0-9a-f]+, )?0x([0-9a-f]+)\\)");

  /**
   * The beginnings of the names of threads of the JVM's and of pools that have a bound, as the
   * system knows them: idle ones go when they like.
   */
  private static final List<String> OF_POOLS =
      List.of("C1 Comp", "C2 Comp", "GC Thread", "G1 ", "VM ", "ForkJoinPool", "tokio-");

  /** What is used now, when garbage has been collected. */
  static ProcessUse settled() {
    collect();
    return now();
  }

  /**
   * What is used when what was begun since another look is over, and cleaners have released what
   * was forgotten; waits for that.
   */
  static ProcessUse settled(ProcessUse before, long slackBytes, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    collect();
    ProcessUse use = now();
    while (System.nanoTime() < end && !use.growthSince(before, slackBytes).isEmpty()) {
      pause(200);
      System.gc();
      trim();
      use = now();
    }
    return use;
  }

  private static ProcessUse now() {
    try {
      List<Mapping> mappings = readMappings();
      if (mappings.isEmpty()) {
        return new ProcessUse(-1, -1, count(FILES), countedThreads(), -1);
      }
      long resident = mappings.stream().mapToLong(Mapping::residentBytes).sum();
      return new ProcessUse(
          resident, resident - heap(mappings), count(FILES), countedThreads(), mappings.size());
    } catch (IOException | UncheckedIOException e) {
      // A thread or file that has gone while it was looked at: the next look is as good.
      return new ProcessUse(-1, -1, -1, -1, -1);
    }
  }

  /** A part of this process's memory. */
  private record Mapping(long start, long end, long residentBytes) {}

  private static List<Mapping> readMappings() throws IOException {
    List<Mapping> mappings = new ArrayList<>();
    if (!Files.isReadable(MAPPINGS)) {
      return mappings;
    }
    long start = 0;
    long end = 0;
    for (String line : Files.readAllLines(MAPPINGS, StandardCharsets.ISO_8859_1)) {
      Matcher range = RANGE.matcher(line);
      if (range.lookingAt()) {
        start = Long.parseUnsignedLong(range.group(1), 16);
        end = Long.parseUnsignedLong(range.group(2), 16);
      } else if (line.startsWith("Rss:")) {
        mappings.add(new Mapping(start, end, Long.parseLong(line.replaceAll("\\D+", "")) << 10));
      }
    }
    return mappings;
  }

  /** How much of it is the Java heap, of which more and more is touched. */
  private static long heap(List<Mapping> mappings) {
    long from = Long.MAX_VALUE;
    long to = 0;
    Matcher range = HEAP_RANGE.matcher(diagnose("gcHeapInfo"));
    while (range.find()) {
      from = Math.min(from, Long.parseUnsignedLong(range.group(1), 16));
      to = Math.max(to, Long.parseUnsignedLong(range.group(2), 16));
    }
    if (to == 0) {
      return Runtime.getRuntime().totalMemory();
    }
    long resident = 0;
    for (Mapping mapping : mappings) {
      if (mapping.start >= from && mapping.end <= to) {
        resident += mapping.residentBytes;
      }
    }
    return resident;
  }

  /** What {@code jcmd} prints for a command; empty in a JVM that doesn't have it. */
  private static String diagnose(String command) {
    try {
      Object answer =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  command,
                  new Object[0],
                  new String[0]);
      return String.valueOf(answer);
    } catch (JMException e) {
      return "";
    }
  }

  /** Several times: what cleaners release is found by the next collection. */
  private static void collect() {
    for (int i = 0; i < 5; i++) {
      System.gc();
      pause(50);
    }
    trim();
  }

  /** Gives back what malloc keeps: compiling a large method takes the JIT hundreds of megabytes. */
  private static void trim() {
    String _ = diagnose("systemTrimNativeHeap");
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return -1;
    }
    try (Stream<Path> open = Files.list(folder)) {
      return open.count();
    }
  }

  private static long countedThreads() throws IOException {
    if (!Files.isDirectory(TASKS)) {
      return -1;
    }
    try (Stream<Path> tasks = Files.list(TASKS)) {
      return tasks.map(ProcessUse::nameOf).filter(ProcessUse::isCounted).count();
    }
  }

  /** Empty if the thread has ended meanwhile. */
  private static String nameOf(Path task) {
    try {
      return Files.readString(task.resolve("comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isCounted(String name) {
    return !name.isEmpty() && OF_POOLS.stream().noneMatch(name::startsWith);
  }

  /** Says what has grown by more than it may. */
  List<String> growthSince(ProcessUse before, long slackBytes) {
    List<String> problems = new ArrayList<>();
    long allowed = slackBytes + Math.max(0, before.nativeBytes) / 10;
    if (nativeBytes - before.nativeBytes > allowed) {
      problems.add(
          "native memory grew from "
              + mebibytes(before.nativeBytes)
              + " to "
              + mebibytes(nativeBytes)
              + ", by more than "
              + mebibytes(allowed));
    }
    if (files > before.files) {
      problems.add("there are " + files + " open files, and there were " + before.files);
    }
    if (threads > before.threads) {
      problems.add("there are " + threads + " threads, and there were " + before.threads);
    }
    return problems;
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
  }

  @Override
  public String toString() {
    return residentBytes < 0
        ? "memory, files and threads are not known here"
        : mebibytes(residentBytes)
            + " resident, "
            + mebibytes(nativeBytes)
            + " of them not Java's heap, "
            + files
            + " open files, "
            + threads
            + " threads, "
            + mappings
            + " mappings";
  }
}
