package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.switchblade.tests.model.Runner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Public methods of all objects, live and stale, are called in random order, on several threads and
 * inside of callbacks: each does what the model says, and the JVM lives.
 *
 * <p>For a long run, {@code -Dmodel.sequences=1000000} at Maven. A failure names its sequence, and
 * {@code -Dmodel.sequence=…} repeats it, with {@code -Dmodel.smallest} on the way to the smallest
 * that fails too.
 */
final class ModelTest {

  private static final int JVMS = 2;

  /** What the end of the output must show: a stack trace with its causes. */
  private static final int LINES = 150;

  @Property(tries = JVMS, shrinking = ShrinkingMode.OFF)
  void allMethodsDoWhatTheModelSays(@ForAll long seed) throws Exception {
    String sequence = System.getProperty("model.sequence");
    int count = Integer.getInteger("model.sequences", 6_000) / JVMS;
    List<String> arguments =
        sequence == null
            // Seeds are counted up.
            ? List.of(Long.toString(seed >> 1), Integer.toString(count))
            : List.of(sequence);
    End end = run(arguments);
    if (end.failed() && sequence != null && System.getProperty("model.smallest") != null) {
      String smallest = Runner.smallest(sequence, name -> run(List.of(name)).failed());
      end = run(List.of(smallest));
    }
    assertEquals(0, end.exitCode(), end.output());
    assertFalse(end.crashed(), end.output());
  }

  /** How a JVM ended. */
  private record End(int exitCode, boolean crashed, String output) {
    boolean failed() {
      return exitCode != 0 || crashed;
    }
  }

  private static End run(List<String> arguments) {
    try {
      Path folder = Files.createTempDirectory("model");
      try {
        var jvm = new ForkedJvm(folder, ModelProgram.class, arguments.toArray(String[]::new));
        String output = lastLines(jvm.process());
        int exitCode = jvm.process().waitFor();
        return new End(exitCode, Files.exists(folder.resolve("hs_err.log")), output);
      } finally {
        delete(folder);
      }
    } catch (Exception e) {
      throw new AssertionError("no JVM could be started", e);
    }
  }

  /** Each sequence is a line: the last ones tell enough. */
  private static String lastLines(Process process) throws IOException {
    Deque<String> lines = new ArrayDeque<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        if (lines.size() > LINES) {
          lines.remove();
        }
      }
    }
    return String.join("\n", lines);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
