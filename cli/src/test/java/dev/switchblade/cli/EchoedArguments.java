package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;

/** What {@link LauncherOnWindowsTest} has launched in the command's place: it says what it got. */
public final class EchoedArguments {

  private EchoedArguments() {}

  /** Prints each argument in a line of its own, and exits with 7. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, UTF_8);
    for (String argument : arguments) {
      out.println("<" + argument + ">");
    }
    System.exit(7);
  }
}
