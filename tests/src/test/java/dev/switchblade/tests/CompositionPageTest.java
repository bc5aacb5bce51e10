package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.CompositionException;
import dev.switchblade.CompositionScript;
import dev.switchblade.CompositionTree;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The code of {@code docs/composition.md}: what stands between {@code page:} comments is shown
 * there.
 */
final class CompositionPageTest {

  private final Engine engine = Guests.ENGINE;

  @TempDir Path folder;

  /** Takes tokens that have four bytes, and traps if there are none. */
  private static final String AUTH =
      """
      (component
      %1$s
        (core module $code
          (func $check (export "check") (param i32 i32) (result i32)
            (if (i32.eqz (local.get 1)) (then unreachable))
            (i32.eq (local.get 1) (i32.const 4))))
        (core instance $code (instantiate $code))
        (func $check (param "token" string) (result bool)
          (canon lift (core func $code "check") %2$s))
        (instance $exported (export "check" (func $check)))
        (export "acme:auth/check@1.2.0" (instance $exported)))
      """
          .formatted(Guests.LIBC, Guests.WITH_LIBC);

  /** Asks whether a token is good. */
  private static final String PROCESSOR =
      """
      (component
        (import "acme:auth/check@1.2.0" (instance $auth
          (export "check" (func (param "token" string) (result bool)))))
      %1$s
        (core func $check (canon lower (func $auth "check") %2$s))
        (core module $code
          (import "auth" "check" (func $check (param i32 i32) (result i32)))
          (func (export "process") (param i32 i32) (result i32)
            (call $check (local.get 0) (local.get 1))))
        (core instance $auth (export "check" (func $check)))
        (core instance $code (instantiate $code (with "auth" (instance $auth))))
        (func (export "process") (param "token" string) (result bool)
          (canon lift (core func $code "process") %2$s)))
      """
          .formatted(Guests.LIBC, Guests.WITH_LIBC);

  private static final String FILTER =
      AUTH.replace(
              "(component",
              """
              (component
                (import "acme:auth/check@1.2.0" (instance $up
                  (export "check" (func (param "token" string) (result bool)))))
              """)
          .replace(
              "(core module $code",
              """
              (core func $lowered (canon lower (func $up "check") %s))
              (core instance $host (export "check" (func $lowered)))
              (core module $code
                (import "up" "check" (func $up (param i32 i32) (result i32)))
              """
                  .formatted(Guests.WITH_LIBC))
          .replace(
              "(if (i32.eqz (local.get 1)) (then unreachable))",
              "(if (i32.gt_u (local.get 1) (i32.const 100)) (then (return (i32.const 0))))"
                  + " (return (call $up (local.get 0) (local.get 1)))")
          .replace("(instantiate $code)", "(instantiate $code (with \"up\" (instance $host)))");

  private Path auth;
  private Path processor;

  @BeforeEach
  void files() throws Exception {
    auth = Files.writeString(folder.resolve("auth.wasm"), AUTH);
    processor = Files.writeString(folder.resolve("processor.wasm"), PROCESSOR);
  }

  private Object process(Component app, Linker linker, String token) {
    try (var store = new Store(engine)) {
      return linker.instantiate(store, app).func("process").call(token);
    }
  }

  @Test
  void firstSteps() throws Exception {
    // page: first
    Composition composition =
        Composition.of(engine)
            .add("auth", auth) // a file, bytes, or a component that is compiled already
            .add("processor", processor) // imports acme:auth/check
            .plug("auth", "processor") // all that matches
            .export("processor"); // all that it exports
    try (Component app = composition.compile();
        var store = new Store(engine)) {
      boolean good =
          (boolean) new Linker(engine).instantiate(store, app).func("process").call("abcd");
      assertTrue(good);
    }
    // page: end
    // page: bytes
    Files.write(folder.resolve("app.wasm"), composition.toBytes());
    // page: end
    try (Component app = engine.compile(folder.resolve("app.wasm"))) {
      assertEquals(true, process(app, new Linker(engine), "abcd"));
    }
    // page: with
    Component stricter = engine.compileText(AUTH.replace("(i32.const 4)", "(i32.const 8)"));
    Composition next = composition.with("auth", stricter);
    // page: end
    try (Component app = next.compile()) {
      assertEquals(false, process(app, new Linker(engine), "abcd"));
      assertEquals(true, process(app, new Linker(engine), "abcdefgh"));
    }
  }

  @Test
  void byName() throws Exception {
    Composition parts = Composition.of(engine).add("auth", auth).add("processor", processor);
    // page: names
    Composition named =
        parts
            .plug("auth", "acme:auth/check", "processor") // only that; the version is clear
            .export("processor", "process") // only that
            .export("auth", "acme:auth/check", "acme:app/tokens@1.0.0"); // under another name
    // page: end
    try (Component app = named.compile()) {
      assertEquals(2, app.exports().size());
      assertEquals(true, process(app, new Linker(engine), "abcd"));
    }
  }

  @Test
  void filters() throws Exception {
    byte[] filter = FILTER.getBytes(UTF_8);
    // page: filter
    Composition filtered =
        Composition.of(engine)
            .add("auth", auth)
            .add("short-only", filter) // imports acme:auth/check, and exports it
            .add("processor", processor)
            .plug("auth", "short-only")
            .plug("short-only", "processor")
            .export("processor");
    // page: end
    try (Component app = filtered.compile()) {
      assertEquals(true, process(app, new Linker(engine), "abcd"));
      assertEquals(false, process(app, new Linker(engine), "x".repeat(101)));
    }
  }

  @Test
  void theHost() throws Exception {
    List<String> asked = new ArrayList<>();
    // page: host
    Composition open =
        Composition.of(engine).add("processor", processor).export("processor"); // nothing plugged
    var linker = new Linker(engine);
    linker.instance("acme:auth/check@1.2.0").func("check", call -> asked.add(call.string(0)));
    // page: end
    try (Component app = open.compile()) {
      assertEquals(true, process(app, linker, "abc"));
      assertEquals(List.of("abc"), asked);
    }
  }

  @Test
  void mistakes() throws Exception {
    String other =
        AUTH.replace("check@1.2.0", "check@2.0.0")
            .replace("(param \"token\" string) (result", "(param \"text\" string) (result");
    Component newer = engine.compileText(other);
    Composition composition =
        Composition.of(engine)
            .add("auth", newer)
            .add("processor", processor)
            .plug("auth", "processor")
            .export("processor");
    // page: mistakes
    CompositionException refused = assertThrows(CompositionException.class, composition::toBytes);
    assertEquals(CompositionException.Kind.INCOMPATIBLE, refused.kind());
    assertEquals("processor", refused.problems().getFirst().consumer());
    // page: end
    String page = Files.readString(Path.of("..", "docs", "composition.md"));
    assertTrue(page.contains("```\n" + refused.getMessage() + "\n```"), refused.getMessage());
  }

  @Test
  void traps() throws Exception {
    try (Component app =
            Composition.of(engine)
                .add("auth", auth)
                .add("processor", processor)
                .plug("auth", "processor")
                .export("processor")
                .compile();
        var store = new Store(engine)) {
      var process = new Linker(engine).instantiate(store, app).func("process");
      // page: traps
      TrapException trap = assertThrows(TrapException.class, () -> process.call(""));
      assertEquals("auth", trap.part());
      assertEquals("check", trap.guestTrace().getFirst().function());
      // page: end
      assertNotNull(trap.getMessage());
    }
  }

  @Test
  void texts() throws Exception {
    String text = Files.readString(Path.of("..", "docs", "composition.md"));
    int start = text.indexOf("```wac\n") + "```wac\n".length();
    String wac = text.substring(start, text.indexOf("```", start));
    // page: wac
    Component app =
        CompositionScript.of(engine, wac)
            .add("acme:auth", auth)
            .add("acme:processor", processor)
            .compile();
    // page: end
    assertEquals(true, process(app, new Linker(engine), "abcd"));
    // page: tree
    CompositionTree tree = app.composition();
    assertTrue(tree.isComposition());
    CompositionTree.Part last = tree.parts().getLast();
    assertEquals("processor", last.name());
    assertEquals("auth", last.imports().getFirst().part());
    // page: end
    assertFalse(tree.exports().isEmpty());
    app.close();
  }

  @Test
  void thePageShowsThisCodeAndNoOther() throws Exception {
    PageCode.assertShown("composition.md", CompositionPageTest.class);
  }
}
