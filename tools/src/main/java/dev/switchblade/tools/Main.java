package dev.switchblade.tools;

import dev.switchblade.cli.RootCommand;

/** The {@code switchblade} command, with what those need who work on Switchblade. */
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

  /** The command and what it can do. The launcher has a list of these names. */
  static RootCommand command() {
    return new RootCommand("Tries whether Switchblade is what it should be.")
        .add("conformance", new ConformanceCommand().spec())
        .add("wasi-testsuite", new WasiTestsuiteCommand().spec())
        .add("soak", new SoakCommand().spec())
        .add("instances", new InstancesCommand().spec())
        .footer(
            "Examples:",
            "  switchblade conformance tests/conformance",
            "  switchblade soak --seconds 600",
            "  switchblade instances --count 4000",
            "  switchblade soak --help");
  }
}
