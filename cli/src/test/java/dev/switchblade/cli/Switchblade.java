package dev.switchblade.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command under test, and components for it. */
final class Switchblade {

  private Switchblade() {}

  /** Runs a command in this process. */
  static CommandRun run(Object... arguments) {
    return CommandRun.of(Main.command(), arguments);
  }

  /** A component that the command line brings along, as a file. */
  static Path guest(Path folder, String name) throws IOException {
    return Files.write(folder.resolve(name), ShownCode.resource(name));
  }

  /** A component from its text, as a file. */
  static Path guest(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
