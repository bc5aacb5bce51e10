package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.wit.Wit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WIT as the native library resolves it: the generator's tests read what it says. */
final class WitResolveTest {

  @TempDir private Path folder;
  private Path wit;

  @BeforeEach
  void write() throws Exception {
    wit = Files.createDirectory(folder.resolve("wit"));
    Files.writeString(
        wit.resolve("shop.wit"),
        """
        package acme:shop@1.0.0;

        world shop {
          import acme:time/clock;
          export open: func();
          @unstable(feature = night)
          export close-late: func();
        }
        """);
    Files.createDirectory(wit.resolve("deps"));
    Files.writeString(
        wit.resolve("deps/time.wit"),
        """
        package acme:time;

        interface clock {
          now: func() -> u64;
        }
        """);
  }

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static String resolve(Path path, String world, String... features) {
    return new String(Wit.resolve(path, world, List.of(features), false), StandardCharsets.UTF_8);
  }

  private static String refused(Path path, String world) {
    return assertThrows(
            CompilationException.class, () -> Wit.resolve(path, world, List.of(), false))
        .getMessage();
  }

  private static void assertContains(String part, String text) {
    assertTrue(text.contains(part), () -> part + " in\n" + text);
  }

  @Test
  void aFolderIsResolvedWithWhatItDependsOn() {
    String json = resolve(wit, "shop");
    assertContains("\"key\":\"acme:time/clock\"", json);
    assertContains("\"name\":\"now\"", json);
    assertContains("\"name\":\"open\"", json);
    assertContains("shop.wit:3:7\"", json);
    assertContains("shop.wit\"", json);
    assertContains("time.wit\"", json);
  }

  @Test
  void whatItDependsOnMayBeWebAssemblyInTextForm() throws Exception {
    String fromWit = resolve(wit, "shop");
    Path time = wit.resolve("deps/time.wit");
    Files.move(time, folder.resolve("time.wit"));
    Files.writeString(
        wit.resolve("deps/time.wat"),
        """
        (component
          (type (component
            (type (instance
              (type (func (result u64)))
              (export "now" (func (type 0)))))
            (export "acme:time/clock" (instance (type 0)))))
          (export "clock" (type 0)))
        """);
    String fromText = resolve(wit, "shop");
    assertContains("\"key\":\"acme:time/clock\"", fromText);
    assertContains("\"name\":\"now\"", fromText);
    assertContains("time.wit\"", fromWit);
    Files.writeString(wit.resolve("deps/time.wat"), "(component\n  (no-such-field))");
    String message = refused(wit, "shop");
    assertContains("time.wat:2:4", message);
    assertContains("no-such-field", message);
  }

  @Test
  void theOnlyWorldNeedsNoName() {
    assertEquals(resolve(wit, "shop"), resolve(wit, ""));
  }

  @Test
  void aFileIsResolvedAlone() throws Exception {
    Path file = folder.resolve("alone.wit");
    Files.writeString(file, "package a:b;\nworld one { export f: func(); }\nworld two {}\n");
    assertContains("\"name\":\"f\"", resolve(file, "one"));
    assertFalse(resolve(file, "two").contains("\"name\":\"f\""));
    assertContains("\"name\":\"f\"", resolve(file, "a:b/one"));
  }

  @Test
  void aComponentHasItsWorld() throws Exception {
    String json = resolve(Guests.file("processor.wasm"), "");
    assertContains("\"name\":\"logger\"", json);
    assertContains("\"name\":\"process\"", json);
    Path text = folder.resolve("adder.wat");
    Files.writeString(text, "(component (import \"a:b/c\" (instance)) (import \"f\" (func)))");
    assertContains("\"name\":\"f\"", resolve(text, ""));
  }

  @Test
  void featuresAreOnIfTheyAreNamedOrAllAre() {
    assertFalse(resolve(wit, "").contains("close-late"));
    assertFalse(resolve(wit, "", "day").contains("close-late"));
    assertContains("close-late", resolve(wit, "", "day", "night"));
    String all = new String(Wit.resolve(wit, "", List.of(), true), StandardCharsets.UTF_8);
    assertContains("close-late", all);
  }

  @Test
  void aWorldThatIsNotThereIsNamed() {
    String message = refused(wit, "market");
    assertContains("market", message);
    assertContains(wit.toString(), message);
    assertContains("market", refused(Guests.file("processor.wasm"), "market"));
  }

  @Test
  void oneOfSeveralWorldsMustBeNamed() throws Exception {
    Path file = folder.resolve("two.wit");
    Files.writeString(file, "package a:b;\nworld one {}\nworld two {}\n");
    assertContains("world", refused(file, ""));
    Path none = folder.resolve("none.wit");
    Files.writeString(none, "package a:b;\ninterface i {}\n");
    assertContains("world", refused(none, ""));
  }

  @Test
  void aMistakeIsPointedAt() throws Exception {
    Path file = wit.resolve("more.wit");
    Files.writeString(file, "interface more {\n  f: func(a u8);\n}\n");
    String message = refused(wit, "shop");
    assertContains("more.wit:2:13", message);
    assertContains(" 2 |   f: func(a u8);\n", message);
    assertTrue(message.lines().anyMatch(line -> line.strip().matches("\\| +\\^-*")), message);
  }

  @Test
  void whatIsNotFoundIsPointedAt() throws Exception {
    Path file = wit.resolve("more.wit");
    Files.writeString(file, "interface more {\n  f: func(a: nowhere);\n}\n");
    String message = refused(wit, "shop");
    assertContains("nowhere", message);
    assertContains("more.wit:2:14", message);
  }

  @Test
  void aMissingFileIsNamed() {
    for (String name : List.of("missing", "missing.wit", "missing.wasm")) {
      String message = refused(folder.resolve(name), "");
      assertContains(folder.resolve(name).toString(), message);
    }
  }

  @Test
  void whatIsNoWitIsRefused() throws Exception {
    Path file = folder.resolve("noise.wasm");
    Files.write(file, new byte[] {0, 1, 2, 3, (byte) 0xff});
    assertContains(file.toString(), refused(file, ""));
    Path module = folder.resolve("module.wat");
    Files.writeString(module, "(module)");
    assertContains(module.toString(), refused(module, ""));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertContains(empty.toString(), refused(empty, ""));
    Path text = folder.resolve("text.wit");
    Files.write(text, new byte[] {'w', 'o', 'r', 'l', 'd', ' ', (byte) 0xff});
    assertContains(text.toString(), refused(text, ""));
  }

  /** The grammar of WIT has them, components can't. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          f: func(x: list<u8, 0>);                        | more than zero elements
          record r {} f: func(x: r);                      | at least one field
          f: func() -> list<tuple<>>;                     | at least one type
          f: func(x: list<u8, 4294967295>);               | exceeds limit
          f: func(x: tuple<list<u64, 268435455>, u64>);   | 2 GiB or more in place
          f: func(x: list<list<u8, 65535>, 65535>);       | 2 GiB or more in place
          type a = list<u64, 268435456>;                  | list a has values of 2 GiB
          f: func(x: list<u64, 134217728>, y: list<u64, 134217728>); | the parameters of f together
          """)
  void whatNoComponentCanHaveIsRefused(String items, String why) throws Exception {
    String text = "package a:b; interface i { " + items + " } world w { import i; }";
    assertContains(why, refused(Files.writeString(folder.resolve("a.wit"), text), "w"));
  }

  /** Each is twice as large as the one before: nobody writes them out. */
  @Test
  void typesThatGrowWithoutBoundAreRefused() throws Exception {
    var text = new StringBuilder("package a:b; interface i { type a0 = tuple<u8, u8>;\n");
    for (int i = 1; i < 60; i++) {
      text.append("type a%2$d = tuple<a%1$d, a%1$d>;%n".formatted(i - 1, i));
    }
    text.append("f: func(x: a59); } world w { import i; export i; }");
    assertContains(
        "effective type size exceeds",
        refused(Files.writeString(folder.resolve("b.wit"), text), ""));
  }

  @Test
  void typesThatAreLargeAreFine() throws Exception {
    String text =
        "package a:b; interface i { f: func(x: tuple<list<u8, 1073741823>, u64>); }"
            + " world w { import i; }";
    assertContains(
        "\"offsets\":[0,1073741824]",
        resolve(Files.writeString(folder.resolve("a.wit"), text), "w"));
  }

  @Test
  void namesMayHaveOtherLetters() throws Exception {
    Path other = Files.createDirectory(folder.resolve("gr\u00fc\u00dfe \ud83d\ude00"));
    Path file = other.resolve("w.wit");
    Files.writeString(file, "package a:b;\nworld w { export f: func(); }\n");
    assertContains("gr\u00fc\u00dfe \ud83d\ude00", resolve(file, "w"));
  }
}
