package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void helpGoesToStdoutWithExamplesAndExitCodes() {
    String out = Switchblade.run("--help").exits(ExitCode.OK).out();
    for (String command : new String[] {"run", "compile", "inspect", "demo", "doctor"}) {
      assertTrue(out.contains("\n  " + command + " "), out);
    }
    assertTrue(out.contains("Examples:"), out);
    for (int code = ExitCode.OK; code <= ExitCode.ENVIRONMENT; code++) {
      assertTrue(out.contains("\n    " + code + "   "), out);
    }
    assertFalse(out.contains("training-run"), out);
  }

  @Test
  void toolsAreListedWhereThereAreSome() {
    assertFalse(Switchblade.run("--help").out().contains("checkout"));
    System.setProperty("switchblade.cli.tools", "conformance soak");
    try {
      String out = Switchblade.run("--help").exits(ExitCode.OK).out();
      assertTrue(out.contains("\n  switchblade conformance --help\n"), out);
      assertTrue(out.contains("\n  switchblade soak --help\n"), out);
    } finally {
      System.clearProperty("switchblade.cli.tools");
    }
  }

  @Test
  void eachCommandHasHelp() {
    for (String command : new String[] {"run", "compile", "inspect", "demo", "doctor"}) {
      CommandRun run = Switchblade.run(command, "--help").exits(ExitCode.OK);
      assertTrue(run.out().startsWith("Usage: switchblade " + command), run.out());
    }
  }

  @Test
  void theVersionIsPrinted() {
    assertTrue(Switchblade.run("--version").exits(ExitCode.OK).out().startsWith("switchblade "));
  }

  @Test
  void withoutACommandTheHelpGoesToStderr() {
    CommandRun run = Switchblade.run().exits(ExitCode.USAGE);
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("Usage: switchblade"), run.err());
  }

  @Test
  void aMistypedCommandGetsASuggestion() {
    String err = Switchblade.run("inspekt").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("inspect"), err);
    assertTrue(err.contains("`switchblade --help`"), err);
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    String err = Switchblade.run("run", "--tme", "x.wasm").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("`switchblade run --help`"), err);
  }

  @Test
  void aMissingFileNameIsWrongUsage() {
    String err = Switchblade.run("run").exits(ExitCode.USAGE).err();
    assertTrue(err.contains("FILE"), err);
  }

  @Test
  void theTrainingRunOfTheAotCacheIsSilent() {
    CommandRun run = Switchblade.run("training-run").exits(ExitCode.OK);
    assertEquals("", run.out());
    assertEquals("", run.err());
  }
}
