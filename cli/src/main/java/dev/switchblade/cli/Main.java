package dev.switchblade.cli;

import dev.switchblade.codegen.Bindgen;

/** The {@code switchblade} command. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    RootCommand.run(Main::command, arguments);
  }

  /** The command and what it can do. */
  static RootCommand command() {
    return new RootCommand("Runs WebAssembly components on the JVM.")
        .add("run", new RunCommand().spec())
        .add("inspect", new InspectCommand().spec())
        .add("demo", new DemoCommand().spec())
        .add("doctor", new DoctorCommand().spec())
        .add("bindgen", Bindgen.spec())
        .add("conformance", new ConformanceCommand().spec())
        .add("wasi-testsuite", new WasiTestsuiteCommand().spec())
        .add("soak", new SoakCommand().spec())
        .add("training-run", new TrainingRun().spec())
        .footer(
            "Examples:",
            "  switchblade demo",
            "  switchblade inspect calculator.wasm",
            "  switchblade run calculator.wasm --invoke 'add(1, 2)'",
            "  switchblade run --help");
  }
}
