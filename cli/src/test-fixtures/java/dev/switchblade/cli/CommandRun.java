package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command printed, and its exit code.
 *
 * @param exitCode one of {@link ExitCode}
 * @param out what went to stdout, its lines ended by {@code \n}
 * @param err what went to stderr, the same
 */
public record CommandRun(int exitCode, String out, String err) {

  /** Runs a command in this process. */
  public static CommandRun of(RootCommand root, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode =
        root.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(texts);
    return new CommandRun(
        exitCode,
        out.toString().replace(System.lineSeparator(), "\n"),
        err.toString().replace(System.lineSeparator(), "\n"));
  }

  /** Checks the exit code, with all that was printed as the message. */
  public CommandRun exits(int expected) {
    assertEquals(expected, exitCode, () -> "stdout:\n" + out + "stderr:\n" + err);
    return this;
  }
}
