package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** What a command printed, and its exit code. */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command in this process. */
  static CommandRun of(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine commandLine =
        Main.command()
            .commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = commandLine.execute(texts);
    return new CommandRun(
        exitCode,
        out.toString().replace(System.lineSeparator(), "\n"),
        err.toString().replace(System.lineSeparator(), "\n"));
  }

  /** Checks the exit code, with all that was printed as the message. */
  CommandRun exits(int expected) {
    assertEquals(expected, exitCode, () -> "stdout:\n" + out + "stderr:\n" + err);
    return this;
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
