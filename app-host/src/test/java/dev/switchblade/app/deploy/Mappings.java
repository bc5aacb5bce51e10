package dev.switchblade.app.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory mappings, which machine code and linear memories are made of. The JVM has others, so that
 * a few more or less mean nothing; a version that stays costs several. On Linux alone.
 */
final class Mappings {

  private Mappings() {}

  private static long count() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
      return lines.count();
    }
  }

  /** Does something again and again, which must not leave one more mapping each time. */
  static void assertNoneLeft(int rounds, Runnable round) throws IOException {
    for (int i = 0; i < 10; i++) {
      round.run();
    }
    long before = count();
    for (int i = 0; i < rounds; i++) {
      round.run();
    }
    long grown = count() - before;
    assertTrue(grown < rounds, () -> rounds + " rounds have left " + grown + " mappings");
  }
}
