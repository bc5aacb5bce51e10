package dev.switchblade.tools;

import dev.switchblade.cli.CommandFailedException;
import dev.switchblade.cli.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Runs guests of all kinds on many threads for a while, and looks at what is left. */
final class SoakCommand implements Callable<Integer> {

  /** Where a checkout has its guests. */
  private static final Path GUESTS = Path.of("tests", "guests", "wasm");

  private final CommandSpec spec;

  SoakCommand() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.addOption(
            OptionSpec.builder("--seconds")
                .type(Integer.class)
                .paramLabel("N")
                .description("How long to run, with the warm-up: 60 unless given, 2 at least.")
                .build())
        .addOption(
            OptionSpec.builder("--threads")
                .type(Integer.class)
                .paramLabel("N")
                .description("How many threads call guests: two for each core unless given.")
                .build())
        .addOption(
            OptionSpec.builder("--seed")
                .type(Long.class)
                .paramLabel("S")
                .description("Has each thread do the same work in the same order again.")
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
            "Runs a random mix of guests on many threads: calls, traps, deadlines, interrupts,",
            "stores that are closed, host functions that throw, files, output, garbage.",
            "The exit code is 0 if every result was right and nothing is left behind: no",
            "native memory, no instance, no open file, no thread.")
        .footerHeading("%nExamples:%n")
        .footer("  switchblade soak --seconds 600", "  switchblade soak --threads 16 --seed 1");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int seconds = atLeast(2, "--seconds", 60);
    int threads = atLeast(1, "--threads", 2 * Runtime.getRuntime().availableProcessors());
    @Nullable Long given = spec.findOption("--seed").getValue();
    long seed = given == null ? ThreadLocalRandom.current().nextLong(1_000_000) : given;
    Path guests = guests();
    out.println("soak: " + threads + " threads, " + seconds + " s, --seed " + seed);
    out.flush();
    List<String> problems;
    try (var soak = new Soak(guests, threads, seed)) {
      problems = soak.run(Duration.ofSeconds(seconds), out);
    }
    out.flush();
    if (!problems.isEmpty()) {
      throw new CommandFailedException(
          ExitCode.FAILED, "the soak failed:\n  " + String.join("\n  ", problems));
    }
    return ExitCode.OK;
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
