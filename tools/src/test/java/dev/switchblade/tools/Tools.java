package dev.switchblade.tools;

import dev.switchblade.cli.CommandRun;

/** The commands under test. */
final class Tools {

  private Tools() {}

  /** Runs a command in this process. */
  static CommandRun run(Object... arguments) {
    return CommandRun.of(Main.command(), arguments);
  }
}
