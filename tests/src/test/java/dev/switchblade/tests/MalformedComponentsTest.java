package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.SwitchbladeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no components, or were. */
final class MalformedComponentsTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static String refusal(byte[] bytes) {
    String message =
        assertThrows(CompilationException.class, () -> Guests.ENGINE.compile(bytes)).getMessage();
    assertTrue(message.startsWith("component: "), message);
    return message;
  }

  private static String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void noBytesAtAll() {
    assertEquals(
        "component: there are no bytes: neither a component nor its text", refusal(new byte[0]));
  }

  @Test
  void anotherKindOfFile() {
    byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xff};
    assertEquals(
        "component: not WebAssembly: it starts with 7f 45 4c 46 02 01 01 00, and a component with"
            + " 00 61 73 6d 0d 00 01 00",
        refusal(elf));
    String java = refusal("public class Main {}");
    assertTrue(java.contains("neither a binary component nor the text of one"), java);
  }

  @Test
  void zerosAndRandomBytes() {
    refusal(new byte[1]);
    refusal(new byte[1_000]);
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(200) + 1];
      random.nextBytes(bytes);
      refusal(bytes);
      // With a preamble.
      byte[] preamble = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
      byte[] whole = Arrays.copyOf(preamble, 8 + bytes.length);
      System.arraycopy(bytes, 0, whole, 8, bytes.length);
      refusal(whole);
    }
  }

  @Test
  void textThatIsNotWellFormed() {
    for (String text : List.of("(component", "(component))", "(components)", "()", "component")) {
      refusal(text);
    }
    String message = refusal("(component\n  (import \"x\"))");
    assertTrue(message.matches(".*(line |:)2\\b.*"), "where is it? " + message);
  }

  @Test
  void textThatIsNotValid() {
    for (String text :
        List.of(
            "(component (export \"f\" (func 3)))",
            "(component (import \"x\" (func)) (import \"x\" (func)))",
            "(component (import \"X-x-X\" (func)) (export \"f\" (func 9)))",
            "(component (core module (func (result i32))))",
            "(component (import \"c\" (component)))")) {
      refusal(text);
    }
  }

  @Test
  void textThatNestsTooDeep() {
    int depth = 100_000;
    refusal("(".repeat(depth));
    refusal("(component ".repeat(depth) + ")".repeat(depth));
    refusal("(component (type " + "(list ".repeat(depth) + "u8" + ")".repeat(depth) + "))");
    refusal(
        "(component (import \"f\" (func (param \"x\" "
            + "(option ".repeat(200)
            + "u8"
            + ")".repeat(200)
            + "))))");
  }

  @Test
  void coreModules() {
    String expected =
        "component: a core WebAssembly module, not a component; wrap it with `wasm-tools component"
            + " new`";
    assertEquals(expected, refusal("(module)"));
    assertEquals(expected, refusal(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}));
    // What a core module holds is not looked at, but for what it imports.
    assertEquals(expected, refusal(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 99, 99}));
  }

  /** Whether they are binary or text. */
  @Test
  void coreModulesForWasi01() {
    String expected =
        "component: a core WebAssembly module, not a component; it is written for WASI 0.1, and"
            + " Preview1.toComponent makes a component of it";
    String text =
        "(module (import \"env\" \"f\" (func)) (import \"wasi_snapshot_preview1\" \"proc_exit\""
            + " (func (param i32))))";
    assertEquals(expected, refusal(text));
    byte[] binary = {
      0, 'a', 's', 'm', 1, 0, 0, 0, // the preamble
      1, 4, 1, 0x60, 0, 0, // one type
      2, 28, 1, 22, // one import
      'w', 'a', 's', 'i', '_', 's', 'n', 'a', 'p', 's', 'h', 'o', 't', '_', 'p', 'r', 'e', 'v', 'i',
      'e', 'w', '1', 1, 'f', 0, 0
    };
    assertEquals(expected, refusal(binary));
  }

  @Test
  void aComponentTruncatedAtEachPlace() throws IOException {
    byte[] whole = Files.readAllBytes(Guests.file("processor.wasm"));
    for (int length = 0; length < whole.length; length += 64) {
      refusal(Arrays.copyOf(whole, length));
    }
    refusal(Arrays.copyOf(whole, whole.length - 1));
  }

  /** What compiles in spite of them is instantiated, and not called: it might loop for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"processor.wasm", "calculator.wasm", "bench.wasm"})
  void corruptComponentsCompileOrAreRefused(String file) throws IOException {
    byte[] whole = Files.readAllBytes(Guests.file(file));
    var random = new Random(file.hashCode());
    int compiled = 0;
    try (Engine fast = Engine.builder().optimization(Engine.OptimizationLevel.NONE).build()) {
      for (int i = 0; i < 100; i++) {
        byte[] bytes = whole.clone();
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        try (Component component = fast.compile(bytes)) {
          compiled++;
          instantiate(fast, component);
        } catch (CompilationException e) {
          assertTrue(e.getMessage().startsWith("component: "), e.getMessage());
        }
      }
    }
    assertTrue(compiled > 0 && compiled < 100, compiled + " of 100 compiled");
  }

  private static void instantiate(Engine engine, Component component) {
    var linker = new Linker(engine);
    linker.root().func("logger", call -> null);
    try (var store = new Store(engine)) {
      linker.instantiate(store, component);
    } catch (SwitchbladeException e) {
      assertInstanceOf(String.class, e.getMessage());
    }
  }

  @Test
  void filesThatCannotBeRead(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.wasm");
    var unread = assertThrows(UncheckedIOException.class, () -> Guests.ENGINE.compile(missing));
    assertEquals(missing + " can't be read: there is no such file", unread.getMessage());
    assertInstanceOf(NoSuchFileException.class, unread.getCause());
    unread = assertThrows(UncheckedIOException.class, () -> Guests.ENGINE.compile(folder));
    assertTrue(unread.getMessage().startsWith(folder + " can't be read: "), unread.getMessage());
    Path text = folder.resolve("text.wat");
    Files.writeString(text, "(component");
    var exception = assertThrows(CompilationException.class, () -> Guests.ENGINE.compile(text));
    assertTrue(exception.getMessage().startsWith("text.wat: "), exception.getMessage());
  }

  @Test
  void bytesThatHaveAName() {
    byte[] text = "(component".getBytes(StandardCharsets.UTF_8);
    var exception =
        assertThrows(CompilationException.class, () -> Guests.ENGINE.compile("auth", text));
    assertTrue(exception.getMessage().startsWith("auth: "), exception.getMessage());
    try (Component component =
        Guests.ENGINE.compile("auth", "(component)".getBytes(StandardCharsets.UTF_8))) {
      assertEquals("auth", component.name());
    }
  }

  @Test
  void theBytesAreNotSharedWithTheCaller() throws IOException {
    byte[] bytes = Files.readAllBytes(Guests.file("processor.wasm"));
    try (Component component = Guests.ENGINE.compile(bytes)) {
      String wit = component.wit();
      Arrays.fill(bytes, (byte) 0);
      assertEquals(wit, component.wit());
    }
  }

  @Test
  void nothingIsNull() {
    assertThrows(NullPointerException.class, () -> Guests.ENGINE.compile((byte[]) null));
    assertThrows(NullPointerException.class, () -> Guests.ENGINE.compile((Path) null));
    assertThrows(NullPointerException.class, () -> Guests.ENGINE.compileText(null));
    assertThrows(NullPointerException.class, () -> Guests.ENGINE.compile("auth", null));
    assertThrows(NullPointerException.class, () -> Guests.ENGINE.compile(null, new byte[0]));
    var linker = new Linker(Guests.ENGINE);
    assertThrows(NullPointerException.class, () -> linker.root().func("f", null));
    assertThrows(NullPointerException.class, () -> linker.root().func(null, call -> null));
    assertThrows(NullPointerException.class, () -> linker.instance(null));
    assertThrows(NullPointerException.class, () -> linker.instantiatePre(null));
    assertThrows(NullPointerException.class, () -> new Store(null));
    assertThrows(NullPointerException.class, () -> new Store(Guests.ENGINE, (StoreConfig) null));
    assertThrows(NullPointerException.class, () -> new Linker(null));
    try (Component component = Guests.wat("(component)");
        var store = new Store(Guests.ENGINE);
        var pre = linker.instantiatePre(component)) {
      assertThrows(NullPointerException.class, () -> pre.instantiate(null));
      var instance = pre.instantiate(store);
      assertThrows(NullPointerException.class, () -> instance.func(null));
      assertThrows(NullPointerException.class, () -> instance.func(null, "f"));
      assertThrows(NullPointerException.class, () -> linker.instantiate(null, component));
    }
  }
}
