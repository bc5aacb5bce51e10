package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The code of {@code docs/linking-instances.md}: what stands between {@code page:} comments is
 * shown there.
 */
final class LinkingInstancesPageTest {

  private static final Engine engine = Guests.ENGINE;

  @TempDir Path folder;

  /** Exports {@code acme:auth/check}, whose function says what it is told, once per version. */
  private static String checker(int version) {
    return """
    (component
      %1$s
      (core module $m
        (import "libc" "memory" (memory 1))
        (func (export "check") (param i32 i32) (result i32)
          (i32.store8 (local.get 0) (i32.const %3$d))
          (i32.store (i32.const 16) (local.get 0))
          (i32.store (i32.const 20) (local.get 1))
          (i32.const 16)))
      (core instance $m (instantiate $m (with "libc" (instance $libc))))
      (func $check (param "name" string) (result string)
        (canon lift (core func $m "check") %2$s))
      (instance $i (export "check" (func $check)))
      (export "acme:auth/check@1.0.0" (instance $i)))
    """
        .formatted(Guests.LIBC, Guests.WITH_LIBC, 'a' + version);
  }

  /** What {@code process} returns is what {@code check} says. */
  private static final String PROCESSOR =
      """
      (component
        (import "acme:auth/check@1.0.0" (instance $auth
          (export "check" (func (param "name" string) (result string)))))
        %1$s
        (core func $check (canon lower (func $auth "check") %2$s))
        (core module $m
          (import "auth" "check" (func $check (param i32 i32 i32)))
          (func (export "process") (param i32 i32) (result i32)
            (call $check (local.get 0) (local.get 1) (i32.const 16))
            (i32.const 16)))
        (core instance $auth (export "check" (func $check)))
        (core instance $m (instantiate $m (with "auth" (instance $auth))))
        (func (export "process") (param "name" string) (result string)
          (canon lift (core func $m "process") %2$s)))
      """
          .formatted(Guests.LIBC, Guests.WITH_LIBC);

  /** As {@link #checker}, with one parameter more. */
  private static final String DIFFERENT =
      """
      (component
        %1$s
        (core module $m
          (func (export "check") (param i32 i32 i64) (result i32) unreachable))
        (core instance $m (instantiate $m))
        (func $check (param "name" string) (param "at" u64) (result string)
          (canon lift (core func $m "check") %2$s))
        (instance $i (export "check" (func $check)))
        (export "acme:auth/check@1.0.0" (instance $i)))
      """
          .formatted(Guests.LIBC, Guests.WITH_LIBC);

  private Component compile(String name, String text) throws IOException {
    return engine.compile(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void plug() throws IOException {
    try (var checker = compile("checker.wasm", checker(0));
        var processor = compile("processor.wasm", PROCESSOR)) {
      // page: plug
      try (var checkers = new Linker(engine).instantiatePre(checker);
          var processors = new Linker(engine).plug(checkers).instantiatePre(processor);
          var store = new Store(engine)) {
        Instance instance = processors.instantiate(store);
        String answer = (String) instance.func("process").call("ada");
        // page: end
        assertEquals("ada", answer);
      }
    }
  }

  @Test
  void upgrade() throws IOException {
    Path newVersion = Files.writeString(folder.resolve("checker-2.wasm"), checker(1));
    try (var checker = compile("checker.wasm", checker(0));
        var processor = compile("processor.wasm", PROCESSOR);
        var checkers = new Linker(engine).instantiatePre(checker);
        var processors = new Linker(engine).plug(checkers).instantiatePre(processor);
        var store = new Store(engine)) {
      Instance before = processors.instantiate(store);
      // page: upgrade
      try (var part = engine.compile(newVersion);
          var next = new Linker(engine).instantiatePre(part);
          var upgraded = new Linker(engine).plug(next).instantiatePre(processor)) {
        // page: end
        Instance after = upgraded.instantiate(store);
        assertEquals("ada", before.func("process").call("ada"));
        assertEquals("bda", after.func("process").call("ada"));
      }
    }
  }

  @Test
  void replace() throws IOException {
    try (var checker = compile("checker.wasm", checker(0));
        var newChecker = compile("checker-2.wasm", checker(1));
        var processor = compile("processor.wasm", PROCESSOR);
        var checkers = new Linker(engine).instantiatePre(checker);
        var store = new Store(engine)) {
      Instance instance = new Linker(engine).plug(checkers).instantiate(store, processor);
      assertEquals("ada", instance.func("process").call("ada"));
      // page: replace
      Instance next = new Linker(engine).instantiate(store, newChecker);
      instance.plug("acme:auth/check@1.0.0", next);
      // page: end
      assertEquals("bda", instance.func("process").call("ada"));
    }
  }

  @Test
  void differs() throws IOException {
    try (var checker = compile("checker.wasm", DIFFERENT);
        var processor = compile("processor.wasm", PROCESSOR);
        var checkers = new Linker(engine).instantiatePre(checker)) {
      var linker = new Linker(engine).plug(checkers);
      var refused = assertThrows(LinkException.class, () -> linker.instantiatePre(processor));
      assertEquals(shown(page(), "differs"), Objects.requireNonNull(refused.getMessage()));
    }
  }

  @Test
  void anotherStore() throws IOException {
    try (var checker = compile("checker.wasm", checker(1));
        var processor = compile("processor.wasm", PROCESSOR);
        var other = new Store(engine);
        var store = new Store(engine)) {
      Instance elsewhere = new Linker(engine).instantiate(other, checker);
      var linker = new Linker(engine);
      // page: another-store
      linker
          .instance("acme:auth/check@1.0.0")
          .func(
              "check",
              call -> elsewhere.func("acme:auth/check@1.0.0", "check").call(call.string(0)));
      // page: end
      assertEquals("bda", linker.instantiate(store, processor).func("process").call("ada"));
    }
  }

  // ---- the page

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "linking-instances.md"));
  }

  /** The block of code below a comment that names it. */
  private static String shown(String page, String name) {
    var block =
        Pattern.compile(
                "<!-- LinkingInstancesPageTest: " + name + " -->\n```\\w*\n(.*?)\n```",
                Pattern.DOTALL)
            .matcher(page);
    assertTrue(block.find(), name);
    return block.group(1);
  }

  /** Everything that the page shows is here, word for word. */
  @Test
  void thePageShowsWhatIsTested() throws IOException {
    String page = page();
    String code =
        Files.readString(
            Path.of("src/test/java/dev/switchblade/tests/LinkingInstancesPageTest.java"));
    var parts =
        Pattern.compile("( *)// page: ([\\w-]+)\n(.*?)\n *// page: end", Pattern.DOTALL)
            .matcher(code);
    List<String> names = new ArrayList<>(List.of("differs"));
    while (parts.find()) {
      String indent = parts.group(1);
      String text = parts.group(3).replaceAll("(?m)^" + indent, "");
      assertEquals(text, shown(page, parts.group(2)));
      names.add(parts.group(2));
    }
    var all = Pattern.compile("<!-- LinkingInstancesPageTest: ([\\w-]+) -->").matcher(page);
    int count = 0;
    while (all.find()) {
      assertTrue(names.contains(all.group(1)), all.group(1));
      count++;
    }
    assertEquals(names.size(), count);
  }
}
