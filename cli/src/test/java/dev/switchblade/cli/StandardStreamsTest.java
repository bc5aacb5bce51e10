package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command as a process, with standard streams that are closed, full, or read by nobody. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "it needs a shell, mkfifo and /dev/full")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StandardStreamsTest {

  private record Ending(int exitCode, String out, String err) {}

  @TempDir Path folder;
  private Path prober;

  @BeforeEach
  void writeGuests() throws IOException {
    Switchblade.guest(folder, "calculator.wasm");
    prober = Path.of("..", "tests", "guests", "wasm", "prober.wasm").toAbsolutePath();
  }

  /**
   * Runs the command in a process of its own.
   *
   * @param redirection what a shell has behind it
   */
  private Ending run(String redirection, Object... arguments)
      throws IOException, InterruptedException {
    return shell("\"$@\" " + redirection + "; echo $? >code", arguments);
  }

  /** Runs it with a pipe for its output, of which the other end is closed before it starts. */
  private Ending unread(Object... arguments) throws IOException, InterruptedException {
    return shell(
        """
        mkfifo closed
        { read -r _ <closed; "$@"; echo $? >code; } | { exec <&-; echo >closed; }
        rm closed
        """,
        arguments);
  }

  private Ending shell(String script, Object... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    command.add(Main.class.getName());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    process.waitFor();
    return new Ending(
        Integer.parseInt(Files.readString(folder.resolve("code")).strip()),
        Files.readString(out),
        Files.readString(err));
  }

  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator, -1))
        .map(path -> Path.of(path).toAbsolutePath().toString())
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElse("");
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("--help"),
        List.of("doctor"),
        List.of("demo"),
        List.of("inspect", "calculator.wasm"),
        List.of("run", "calculator.wasm", "--invoke", "add(1, 2)"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatWritesToAFullDiskSaysSo(List<String> command) throws IOException, InterruptedException {
    Ending ending = run(">/dev/full", command.toArray());
    assertEquals(ExitCode.ENVIRONMENT, ending.exitCode(), ending.err());
    assertTrue(
        ending.err().startsWith("switchblade: standard output can't be written: "), ending.err());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatNobodyReadsEndsSilently(List<String> command) throws IOException, InterruptedException {
    Ending ending = unread(command.toArray());
    assertEquals(ExitCode.BROKEN_PIPE, ending.exitCode(), ending.err());
    assertEquals("", ending.err());
  }

  @Test
  void aClosedOutputIsNoOutput() throws IOException, InterruptedException {
    Ending ending = run(">&-", "inspect", "calculator.wasm");
    assertEquals(ExitCode.ENVIRONMENT, ending.exitCode(), ending.err());
  }

  @Test
  void guestsAreToldThatTheirOutputIsLost() throws IOException, InterruptedException {
    Ending full = run(">/dev/full", "run", prober, "--invoke", "print(\"x\")");
    assertEquals(ExitCode.ENVIRONMENT, full.exitCode(), full.err());
    // What the guest says when a stream doesn't take it.
    assertTrue(full.err().contains("the stream takes it"), full.err());
    Ending unread = unread("run", prober, "--invoke", "print(\"x\")");
    assertEquals(ExitCode.BROKEN_PIPE, unread.exitCode(), unread.err());
    assertTrue(unread.err().contains("the stream takes it"), unread.err());
    assertFalse(unread.err().contains("switchblade: "), unread.err());
  }

  @Test
  void nothingIsCalledAfterOutputWasLost() throws IOException, InterruptedException {
    Ending ending =
        run(
            ">/dev/full",
            "run",
            prober,
            "--invoke",
            "args()",
            "--invoke",
            "print-error(\"called\")");
    assertEquals(ExitCode.ENVIRONMENT, ending.exitCode(), ending.err());
    assertFalse(ending.err().contains("called"), ending.err());
  }

  @Test
  void aProgramWithoutStandardInputReadsNothing() throws IOException, InterruptedException {
    Ending ending = run("<&-", "run", prober, "--invoke", "read-all-input()");
    assertEquals(new Ending(ExitCode.OK, "ok([])\n", ""), ending);
  }

  @Test
  void standardInputIsRead() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("in"), "ab", UTF_8);
    Ending ending = run("<in", "run", prober, "--invoke", "read-all-input()");
    assertEquals(new Ending(ExitCode.OK, "ok([97, 98])\n", ""), ending);
  }
}
