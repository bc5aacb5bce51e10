package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DemoCommandTest {

  @Test
  void theWholeStoryIsTold() {
    CommandRun run = Switchblade.run("demo").exits(ExitCode.OK);
    assertEquals("", run.err());
    // What only the components can know.
    assertTrue(run.out().contains("import logger: func(msg: string);"), run.out());
    assertTrue(run.out().contains("b7 9a 93 93 90 d3 df"), run.out());
    assertTrue(run.out().contains("  | the sum is 42\n  | two is no number\n"), run.out());
    assertTrue(run.out().contains("total = 1,000,000"), run.out());
    assertTrue(run.out().contains("ok(\"42\")"), run.out());
    assertTrue(run.out().contains("err(not-a-number(\"two\"))"), run.out());
    assertTrue(run.out().contains("integer divide by zero"), run.out());
    assertTrue(run.out().contains("  | 42\n"), run.out());
    assertTrue(run.out().contains("version: rust 1.0.0}"), run.out());
    assertTrue(run.out().contains("version: c 1.0.0}"), run.out());
    assertTrue(run.out().contains(" calls, none failed\n"), run.out());
    assertTrue(run.out().contains(" (in auth)"), run.out());
  }

  @Test
  void theCodeThatRunsIsShown() {
    String out = Switchblade.run("demo").out();
    assertTrue(out.contains("  byte[] inverted = instance.process(payload);"), out);
    assertTrue(out.contains("total = calc.add(total, 1);"), out);
    assertFalse(out.contains("// show"), out);
    assertFalse(out.contains("// end"), out);
  }

  @Test
  void whatIsNoTerminalGetsNoColours() {
    assertFalse(Switchblade.run("demo").out().contains("\033["));
  }
}
