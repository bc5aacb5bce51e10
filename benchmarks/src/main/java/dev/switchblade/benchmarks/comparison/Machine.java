package dev.switchblade.benchmarks.comparison;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where was measured.
 *
 * @param load how many threads wanted to run before anything was measured, on average over a
 *     minute; negative if unknown
 */
record Machine(int cores, String processor, String system, String jdk, double load) {

  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processorModel(),
        System.getProperty("os.name").toLowerCase(Locale.ROOT)
            + "-"
            + System.getProperty("os.arch"),
        System.getProperty("java.vendor.version", System.getProperty("java.vm.vendor"))
            + " ("
            + Runtime.version()
            + ")",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Whether other work is likely to disturb. */
  boolean isBusy() {
    return load > 0.5 * cores;
  }

  private static String processorModel() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      // Linux only, and not worth more.
      return "unknown";
    }
  }
}
