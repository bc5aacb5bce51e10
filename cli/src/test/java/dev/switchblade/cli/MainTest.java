package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void helpGoesToStdoutWithExamplesAndExitCodes() {
    String out = CommandRun.of("--help").exits(ExitCode.OK).out();
    for (String command : new String[] {"run", "inspect", "demo", "doctor"}) {
      assertTrue(out.contains("\n  " + command + " "), out);
    }
    assertTrue(out.contains("Examples:"), out);
    for (int code = ExitCode.OK; code <= ExitCode.ENVIRONMENT; code++) {
      assertTrue(out.contains("\n   " + code + "   "), out);
    }
    assertFalse(out.contains("training-run"), out);
  }

  @Test
  void eachCommandHasHelp() {
    for (String command : new String[] {"run", "inspect", "demo", "doctor"}) {
      CommandRun run = CommandRun.of(command, "--help").exits(ExitCode.OK);
      assertTrue(run.out().startsWith("Usage: switchblade " + command), run.out());
    }
  }

  @Test
  void theVersionIsPrinted() {
    assertTrue(CommandRun.of("--version").exits(ExitCode.OK).out().startsWith("switchblade "));
  }

  @Test
  void withoutACommandTheHelpGoesToStderr() {
    CommandRun run = CommandRun.of().exits(ExitCode.USAGE);
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("Usage: switchblade"), run.err());
  }

  @Test
  void aMistypedCommandGetsASuggestion() {
    String err = CommandRun.of("inspekt").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("inspect"), err);
    assertTrue(err.contains("`switchblade --help`"), err);
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    String err = CommandRun.of("run", "--tme", "x.wasm").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("`switchblade run --help`"), err);
  }

  @Test
  void aMissingFileNameIsWrongUsage() {
    String err = CommandRun.of("run").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("FILE"), err);
  }

  @Test
  void theTrainingRunOfTheAotCacheIsSilent() {
    CommandRun run = CommandRun.of("training-run").exits(ExitCode.OK);
    assertEquals("", run.out());
    assertEquals("", run.err());
  }
}
