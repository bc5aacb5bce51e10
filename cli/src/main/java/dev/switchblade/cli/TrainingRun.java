package dev.switchblade.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Runs what users run, for the JVM to watch while it makes an AOT cache. The launcher calls it. */
final class TrainingRun implements Runnable {

  private final CommandSpec spec;

  TrainingRun() {
    spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage().hidden(true).description("Runs what users run, silently.");
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public void run() {
    try {
      Path calculator = Files.createTempFile("switchblade-", ".wasm");
      try {
        Files.write(calculator, ShownCode.resource("calculator.wasm"));
        train(calculator.toString());
      } finally {
        Files.delete(calculator);
      }
    } catch (IOException e) {
      throw new CommandFailedException(ExitCode.ENVIRONMENT, e.toString(), e);
    }
  }

  private static void train(String calculator) {
    execute("run", calculator, "--time", "--max-memory", "64MiB", "--invoke", "add(1, 2)");
    execute("run", calculator, "--invoke", "process-data(\"1 + 2\")", "--invoke", "unknown()");
    execute("run", calculator);
    execute("inspect", calculator);
    execute("demo");
    execute("doctor");
    execute("--help");
    execute("--version");
  }

  private static void execute(String... arguments) {
    CommandLine commandLine = Main.command().commandLine();
    var nowhere = new PrintWriter(Writer.nullWriter());
    commandLine.setOut(nowhere).setErr(nowhere).execute(arguments);
  }
}
