package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WASI is the native library's, unless the host wants to implement it. */
final class ImplementWasiTest {

  private static final String CLOCK = "acme/alarm/wasi/clocks/monotonic_clock/MonotonicClock.java";
  private static final String STREAM = "acme/alarm/wasi/io/streams/OutputStream.java";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("alarm.wit"),
        """
        package acme:alarm;

        interface bells {
          use wasi:io/streams@0.2.0.{output-stream};
          ring: func(to: borrow<output-stream>);
          own-bell: func() -> output-stream;
        }

        world alarm {
          import wasi:clocks/monotonic-clock@0.2.0;
          import bells;
          export wake: func(at: u64);
        }
        """);
    Files.createDirectory(folder.resolve("deps"));
    Files.writeString(
        folder.resolve("deps/clocks.wit"),
        """
        package wasi:clocks@0.2.0;

        interface monotonic-clock {
          type instant = u64;
          now: func() -> instant;
        }
        """);
    Files.writeString(
        folder.resolve("deps/io.wit"),
        """
        package wasi:io@0.2.0;

        interface streams {
          enum stream-error { closed, failed }
          resource output-stream {
            check-write: func() -> result<u64, stream-error>;
          }
        }
        """);
  }

  private SortedMap<String, String> generate(boolean implementWasi) {
    return Generator.generate(GeneratorOptions.builder(folder).implementWasi(implementWasi).build())
        .files();
  }

  @Test
  void theHostImplementsWhatIsNotWasi() {
    SortedMap<String, String> files = generate(false);
    assertFalse(files.containsKey(CLOCK), files.keySet().toString());
    String world = files.get("acme/alarm/Alarm.java");
    assertFalse(world.contains("monotonic"), world);
    assertTrue(world.contains("instantiate(Component component, Bells bells)"), world);
    assertFalse(world.contains("interface Imports"), world);
  }

  /** Resources of the library's have no class of their own. */
  @Test
  void resourcesOfWasiAreHandles() {
    SortedMap<String, String> files = generate(false);
    assertFalse(files.containsKey(STREAM), files.keySet().toString());
    String bells = files.get("acme/alarm/bells/Bells.java");
    assertTrue(bells.contains("void ring(Resource to);"), bells);
    assertTrue(bells.contains("Resource ownBell();"), bells);
  }

  /** Whoever names them has them, as plain data of an interface that is imported. */
  @Test
  void plainDataOfWasiIsGenerated() {
    SortedMap<String, String> files = generate(false);
    assertTrue(
        files.containsKey("acme/alarm/wasi/io/streams/StreamError.java"),
        files.keySet().toString());
  }

  @Test
  void theHostImplementsWasiIfItWants() {
    SortedMap<String, String> files = generate(true);
    String world = files.get("acme/alarm/Alarm.java");
    assertTrue(world.contains("  public interface Imports {"), world);
    assertTrue(world.contains("    MonotonicClock monotonicClock();"), world);
    assertTrue(world.contains("    Bells bells();"), world);
    assertTrue(files.get(CLOCK).contains("  long now();"), files.get(CLOCK));
    assertTrue(
        files.get(STREAM).contains("  Result<Long, StreamError> checkWrite();"), files.get(STREAM));
    String bells = files.get("acme/alarm/bells/Bells.java");
    assertTrue(bells.contains("void ring(OutputStream to);"), bells);
  }

  @Test
  void whatIsGeneratedDependsOnNothingElse() {
    assertEquals(generate(false), generate(false));
    assertEquals(generate(true), generate(true));
  }
}
