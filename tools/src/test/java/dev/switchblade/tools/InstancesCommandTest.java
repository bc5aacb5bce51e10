package dev.switchblade.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Engine;
import dev.switchblade.cli.CommandRun;
import dev.switchblade.cli.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InstancesCommandTest {

  /** As Maven runs tests: in the module's folder. */
  private static final Path GUESTS = Path.of("..", "tests", "guests", "wasm");

  @Test
  void eachGuestHasItsLines() {
    CommandRun run =
        Tools.run("instances", "--count", 20, "--seconds", 0, "--guests", GUESTS)
            .exits(ExitCode.OK);
    for (var guest : IdleInstances.Guest.values()) {
      assertTrue(run.out().contains("\n" + guest.description + ", from a pool "), run.out());
      assertTrue(run.out().contains("\n" + guest.description + ", without a pool "), run.out());
    }
    assertEquals("", run.err());
  }

  @Test
  void freshInstancesLeaveNothingBehind() {
    CommandRun run =
        Tools.run("instances", "--count", 1, "--seconds", 8, "--threads", 3, "--guests", GUESTS)
            .exits(ExitCode.OK);
    assertTrue(run.out().contains("3 threads, 8 s\n"), run.out());
    assertTrue(run.out().contains(" requests, "), run.out());
    assertEquals("", run.err());
  }

  /** What is measured is there: each instance has a memory of its own, of a page and more. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems don't tell")
  void anInstanceTakesMemoryAndMappings() {
    try (Engine engine = Engine.create();
        var idle = new IdleInstances(engine, IdleInstances.Guest.PROCESSOR, GUESTS)) {
      IdleInstances.Use each = idle.measure(300);
      assertTrue(each.mappings() >= 1, each.toString());
      assertTrue(each.nativeBytes() >= 4096, each.toString());
    }
  }

  @Test
  void wrongNumbersAreWrongUsage() {
    String err = Tools.run("instances", "--count", 0).exits(ExitCode.USAGE).err();
    assertTrue(err.contains("--count: expected 1 or more, got 0"), err);
    err = Tools.run("instances", "--seconds", -1).exits(ExitCode.USAGE).err();
    assertTrue(err.contains("--seconds: expected 0 or more, got -1"), err);
  }

  @Test
  void guestsThatAreNotThereAreAProblemOfTheEnvironment() {
    String err = Tools.run("instances", "--guests", "nowhere").exits(ExitCode.ENVIRONMENT).err();
    assertTrue(err.contains("nowhere"), err);
  }
}
