package dev.switchblade.tools;

import dev.switchblade.Engine;
import dev.switchblade.cli.CommandFailedException;
import dev.switchblade.cli.ComponentFile;
import dev.switchblade.cli.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says what idle instances take of the process, and whether fresh ones leave something behind. */
final class InstancesCommand implements Callable<Integer> {

  /** Where a checkout has its guests. */
  private static final Path GUESTS = Path.of("tests", "guests", "wasm");

  /** Of this many there can be a pool. */
  private static final int MOST = 250_000;

  private final CommandSpec spec;

  InstancesCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.addOption(
            OptionSpec.builder("--count")
                .type(Integer.class)
                .paramLabel("N")
                .description("How many instances are idle at once: 1000 unless given.")
                .build())
        .addOption(
            OptionSpec.builder("--seconds")
                .type(Integer.class)
                .paramLabel("N")
                .description(
                    "How long each request has a fresh instance, with the",
                    "warm-up: 60 unless given, 0 for not at all.")
                .build())
        .addOption(
            OptionSpec.builder("--threads")
                .type(Integer.class)
                .paramLabel("N")
                .description("How many make requests: two for each core unless given.")
                .build())
        .addOption(
            OptionSpec.builder("--guests")
                .type(Path.class)
                .paramLabel("FOLDER")
                .description(
                    "The folder of calculator.wasm, processor.wasm and prober.wasm;",
                    "tests/guests/wasm of the checkout unless given.")
                .build());
    spec.usageMessage()
        .sortOptions(false)
        .description(
            "Prints what an idle instance takes: resident memory outside of Java's heap, memory",
            "mappings, Java's heap; from a pool and without one. Then threads make a fresh"
                + " instance",
            "for each request. The exit code is 0 if nothing is left behind: no native memory, no",
            "mapping, no place of the pool, no open file, no thread.")
        .footerHeading("%nExamples:%n")
        .footer("  switchblade instances", "  switchblade instances --count 4000 --seconds 0");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int count = atLeast(1, "--count", 1_000);
    if (count > MOST) {
      throw new CommandFailedException(
          ExitCode.USAGE, "--count: expected " + MOST + " or less, got " + count);
    }
    int seconds = atLeast(0, "--seconds", 60);
    int threads = atLeast(1, "--threads", 2 * Runtime.getRuntime().availableProcessors());
    Path guests = guests();
    idle(guests, count, out);
    if (seconds > 0) {
      fresh(guests, threads, seconds, out);
    }
    return ExitCode.OK;
  }

  private static void idle(Path guests, int count, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-44s %14s %10s %12s%n",
        String.format(Locale.ROOT, "an idle instance, of %,d, called once", count),
        "native KiB",
        "mappings",
        "Java bytes");
    for (IdleInstances.Guest guest : IdleInstances.Guest.values()) {
      for (boolean pooled : new boolean[] {true, false}) {
        Engine.Builder settings = Engine.builder();
        if (pooled) {
          // The prober has more core instances than a pool of so many provides for.
          settings.pooling(Engine.Pooling.of(4 * count).withMemories(count));
        }
        try (Engine engine = ComponentFile.engine(settings);
            var idle = new IdleInstances(engine, guest, guests)) {
          IdleInstances.Use each = idle.measure(count);
          out.printf(
              Locale.ROOT,
              "%-44s %14s %10s %12s%n",
              guest.description + (pooled ? ", from a pool" : ", without a pool"),
              number("%,.1f", each.nativeBytes() / 1024),
              number("%,.2f", each.mappings()),
              number("%,.0f", each.heapBytes()));
          out.flush();
        }
      }
    }
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "not known" : String.format(Locale.ROOT, format, value);
  }

  private static void fresh(Path guests, int threads, int seconds, PrintWriter out) {
    out.printf("%na fresh instance for each request: %d threads, %d s%n", threads, seconds);
    out.flush();
    List<String> problems;
    try (var fresh = new FreshInstances(guests, threads)) {
      problems = fresh.run(Duration.ofSeconds(seconds), out);
    }
    out.flush();
    if (!problems.isEmpty()) {
      throw new CommandFailedException(
          ExitCode.FAILED, "fresh instances failed:\n  " + String.join("\n  ", problems));
    }
  }

  private int atLeast(int least, String option, int otherwise) {
    @Nullable Integer given = spec.findOption(option).getValue();
    int number = given == null ? otherwise : given;
    if (number < least) {
      throw new CommandFailedException(
          ExitCode.USAGE, option + ": expected " + least + " or more, got " + number);
    }
    return number;
  }

  private Path guests() {
    @Nullable Path given = spec.findOption("--guests").getValue();
    Path folder = given == null ? GUESTS : given;
    if (!Files.isRegularFile(folder.resolve("prober.wasm"))) {
      throw new CommandFailedException(
          ExitCode.ENVIRONMENT,
          "there is no prober.wasm in "
              + folder.toAbsolutePath().normalize()
              + ": run ./switchblade in the checkout, or name the folder with --guests");
    }
    return folder;
  }
}
