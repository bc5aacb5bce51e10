package dev.switchblade.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.cli.CommandRun;
import dev.switchblade.cli.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SoakCommandTest {

  /** As Maven runs tests: in the module's folder. */
  private static final Path GUESTS = Path.of("..", "tests", "guests", "wasm");

  @Test
  void aShortSoakLeavesNothingBehind() {
    CommandRun run =
        Tools.run("soak", "--seconds", 60, "--seed", 1, "--guests", GUESTS).exits(ExitCode.OK);
    assertTrue(run.out().startsWith("soak: "), run.out());
    assertTrue(run.out().contains("--seed 1\n"), run.out());
    for (var kind : SoakWork.Kind.values()) {
      assertTrue(run.out().contains("\n" + kind.description + " "), run.out());
    }
    assertEquals("", run.err());
  }

  @Test
  void guestsThatAreNotThereAreAProblemOfTheEnvironment() {
    String err = Tools.run("soak", "--guests", "nowhere").exits(ExitCode.ENVIRONMENT).err();
    assertTrue(err.contains("nowhere"), err);
    assertTrue(err.contains("--guests"), err);
  }

  @Test
  void numbersThatAreTooSmallAreWrongUsage() {
    String err = Tools.run("soak", "--seconds", 1).exits(ExitCode.USAGE).err();
    assertTrue(err.contains("--seconds: expected 2 or more, got 1"), err);
    err = Tools.run("soak", "--threads", 0).exits(ExitCode.USAGE).err();
    assertTrue(err.contains("--threads: expected 1 or more, got 0"), err);
  }

  @Test
  void growthIsToldWithItsNumbers() {
    var before = new ProcessUse(500L << 20, 100L << 20, 20, 30, 40);
    long slack = 64L << 20;
    assertEquals(List.of(), before.growthSince(before, slack));
    // 64 MiB and a tenth.
    assertEquals(
        List.of(), new ProcessUse(900L << 20, 173L << 20, 20, 30, 40).growthSince(before, slack));
    List<String> grown =
        new ProcessUse(900L << 20, 175L << 20, 21, 31, 41).growthSince(before, slack);
    assertEquals(
        List.of(
            "native memory grew from 100.0 MiB to 175.0 MiB, by more than 74.0 MiB",
            "there are 21 open files, and there were 20",
            "there are 31 threads, and there were 30"),
        grown);
  }

  @Test
  void whereNothingIsKnownNothingHasGrown() {
    var unknown = new ProcessUse(-1, -1, -1, -1, -1);
    assertEquals(List.of(), unknown.growthSince(unknown, 0));
    assertFalse(unknown.toString().contains("-1"), unknown.toString());
  }
}
