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

  private static final String NOBODY_CAN = "Can't be called from Java";

  /** What generated code says of a function, which may be in an interface or in a resource. */
  private static String docsOf(SortedMap<String, String> files, String method) {
    for (String text : files.values()) {
      int at = text.replaceAll("\\s+", " ").indexOf(" " + method + "(");
      if (at >= 0) {
        String before = text.replaceAll("\\s+", " ").substring(0, at);
        return before.substring(before.lastIndexOf("/**")).replace(" * ", " ");
      }
    }
    throw new AssertionError("no method " + method);
  }

  private SortedMap<String, String> generate(String world, boolean implementWasi)
      throws IOException {
    Files.writeString(folder.resolve("alarm.wit"), "package acme:alarm;\n" + world);
    return generate(implementWasi);
  }

  /** As with {@code wasi:http/proxy}: a request comes from nowhere. */
  @Test
  void aFunctionThatNeedsWhatOnlyComponentsHaveSaysSo() throws IOException {
    String world =
        """
        interface handler {
          use wasi:io/streams@0.2.0.{output-stream};
          record reply { to: output-stream, code: u16 }
          /// Answers.
          answer: func(reply: reply);
          pass: func(pair: tuple<u8, borrow<output-stream>>);
          perhaps: func(to: option<borrow<output-stream>>);
          plain: func(code: u16);
        }
        world alarm {
          import wasi:io/streams@0.2.0;
          export handler;
        }
        """;
    SortedMap<String, String> files = generate(world, false);
    String docs = docsOf(files, "void answer");
    assertTrue(docs.startsWith("/** Answers. "), docs);
    assertTrue(docs.contains(NOBODY_CAN), docs);
    assertTrue(docs.contains("{@code output-stream} of {@code wasi:io/streams@0.2.0}"), docs);
    assertTrue(docs.contains("{@code --implement-wasi}"), docs);
    assertTrue(docsOf(files, "void pass").contains(NOBODY_CAN));
    // Without one is a way to call it.
    assertFalse(docsOf(files, "void perhaps").contains(NOBODY_CAN));
    assertFalse(docsOf(files, "void plain").contains(NOBODY_CAN));
    assertFalse(docsOf(generate(world, true), "void answer").contains(NOBODY_CAN));
  }

  /** A component may give what another function of it takes. */
  @Test
  void aFunctionThatNeedsWhatTheComponentHandsOutCanBeCalled() throws IOException {
    String use = "use wasi:io/streams@0.2.0.{output-stream};";
    String returned =
        "interface giver { "
            + use
            + " give: func() -> result<list<output-stream>>; }"
            + "interface taker { "
            + use
            + " take: func(to: output-stream); }"
            + "world alarm { export giver; export taker; }";
    assertFalse(docsOf(generate(returned, false), "void take").contains(NOBODY_CAN));
    String told =
        "interface hearer { "
            + use
            + " hear: func(of: option<borrow<output-stream>>); }"
            + "interface taker { "
            + use
            + " take: func(to: borrow<output-stream>); }"
            + "world alarm { import hearer; export taker; }";
    assertFalse(docsOf(generate(told, false), "void take").contains(NOBODY_CAN));
    String neither =
        "interface hearer { hear: func(of: u8); }"
            + "interface taker { "
            + use
            + " take: func(to: borrow<output-stream>); }"
            + "world alarm { import hearer; export taker; }";
    assertTrue(docsOf(generate(neither, false), "void take").contains(NOBODY_CAN));
  }

  @Test
  void whatIsGeneratedDependsOnNothingElse() {
    assertEquals(generate(false), generate(false));
    assertEquals(generate(true), generate(true));
  }
}
