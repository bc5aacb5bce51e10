package dev.switchblade.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.cli.CommandRun;
import dev.switchblade.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MainTest {

  private static final Set<String> COMMANDS =
      Set.of("conformance", "wasi-testsuite", "soak", "instances");

  @Test
  void helpListsTheCommands() {
    String out = Tools.run("--help").exits(ExitCode.OK).out();
    for (String command : COMMANDS) {
      assertTrue(out.contains("\n  " + command + " "), out);
    }
  }

  @Test
  void eachCommandHasHelpUnderTheNameThatUsersType() {
    for (String command : COMMANDS) {
      CommandRun run = Tools.run(command, "--help").exits(ExitCode.OK);
      assertTrue(run.out().startsWith("Usage: switchblade " + command), run.out());
    }
  }

  @Test
  void theLauncherKnowsTheCommands() throws IOException {
    // As Maven runs tests: in the module's folder.
    String launcher = Files.readString(Path.of("../switchblade"));
    Matcher list = Pattern.compile("^tools='([^']*)'$", Pattern.MULTILINE).matcher(launcher);
    assertTrue(list.find(), "no list of tools in ./switchblade");
    assertEquals(
        new TreeSet<>(Main.command().commandLine().getSubcommands().keySet()),
        new TreeSet<>(Set.of(list.group(1).split(" ", -1))));
  }
}
