package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wrong WIT gets a message that says what is wrong, and points at it: file, line, column, and a
 * caret below the line. In these texts, the place is between {@code «} and {@code »}.
 */
final class ErrorsTest {

  @TempDir private Path folder;

  private static String messageOf(GeneratorOptions.Builder options) {
    return String.valueOf(
        assertThrows(GenerationException.class, () -> Generator.generate(options.build()))
            .getMessage());
  }

  private static String messageOf(Path input) {
    return messageOf(GeneratorOptions.builder(input));
  }

  /** Generates for a text that is wrong at the place that is marked; gives the message. */
  private String check(String marked) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.wit"), marked.replaceAll("[«»]", ""));
    String message = messageOf(file);
    checkPointer(message, file, marked);
    return message;
  }

  private static void checkPointer(String message, Path file, String marked) {
    String before = marked.substring(0, marked.indexOf('«'));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    String place = file + ":" + line + ":" + column;
    List<String> lines = message.lines().toList();
    assertTrue(lines.stream().anyMatch(one -> one.endsWith(place)), () -> place + " in " + message);
    String whole = marked.replaceAll("[«»]", "").lines().toList().get(line - 1);
    // Of long lines a part is shown.
    String source = whole.substring(0, Math.min(whole.length(), 200));
    for (int i = 0; i + 1 < lines.size(); i++) {
      int start = lines.get(i).indexOf(source);
      if (start >= 0) {
        assertEquals(start + column - 1, lines.get(i + 1).indexOf('^'), message);
        return;
      }
    }
    throw new AssertionError("the line is not there: " + message);
  }

  private static void assertSays(String expected, String message) {
    assertTrue(message.contains(expected), () -> message + "\nlacks: " + expected);
  }

  @Test
  void whatIsNoWit() throws IOException {
    String message =
        check(
            """
            package a:b;
            world w {
              export run: func(«:»
            """);
    assertSays("expected", message);
  }

  @Test
  void aTypeThatIsNotThere() throws IOException {
    String message =
        check(
            """
            package a:b;
            interface i {
              find: func(key: «kex») -> u32;
            }
            world w { export i; }
            """);
    assertSays("`kex` does not exist", message);
  }

  @Test
  void aTypeThatIsThereTwice() throws IOException {
    String message =
        check(
            """
            package a:b;
            interface i {
              type key = u32;
              record «key» { text: string }
            }
            world w { export i; }
            """);
    assertSays("`key` is defined more than once", message);
  }

  @Test
  void anInterfaceThatIsNotThere() throws IOException {
    String message =
        check(
            """
            package a:b;
            interface shop {}
            world w { export «shops»; }
            """);
    assertSays("`shops`", message);
  }

  /** WIT has no case: wit-parser doesn't say where in the file they are. */
  @Test
  void namesThatDifferInCaseAlone() throws IOException {
    for (String world :
        List.of(
            "world w { export get-user: func(); export GET-USER: func(); }",
            "world w { import get-user: func(); import get-USER: interface {} }")) {
      Path file = Files.writeString(folder.resolve("wrong.wit"), "package a:b;\n" + world);
      String message = messageOf(file);
      assertTrue(message.startsWith(file + ": "), message);
      assertSays("conflicts with", message);
      assertSays("`get-user`", message);
    }
  }

  /** In a file, in a folder, and behind a dependency: the package, the line, and where it goes. */
  @Test
  void aPackageThatIsNowhere() throws IOException {
    String marked =
        """
        package a:b;
        world w {
          import «c:colours»/shades@1.0.0;
        }
        """;
    String alone = check(marked);
    assertSays("'c:colours@1.0.0' not found", alone);
    assertSays("give its folder, with c:colours@1.0.0 in the folder `deps` there", alone);

    Path main = Files.createDirectory(folder.resolve("main"));
    Path file = Files.writeString(main.resolve("world.wit"), marked.replaceAll("[«»]", ""));
    String inFolder = messageOf(main);
    checkPointer(inFolder, file, marked);
    assertSays("Put c:colours@1.0.0 into " + main.resolve("deps"), inFolder);

    Path deps = Files.createDirectory(main.resolve("deps"));
    String behind =
        """
        package c:colours@1.0.0;
        interface shades {
          use «d:paper»/kinds.{kind};
        }
        """;
    Path colours = Files.writeString(deps.resolve("colours.wit"), behind.replaceAll("[«»]", ""));
    String message = messageOf(main);
    checkPointer(message, colours, behind);
    assertSays("Put d:paper into " + deps, message);
  }

  @Test
  void severalPackagesInOneFolder() throws IOException {
    Files.writeString(folder.resolve("a.wit"), "package a:b;\nworld w {}\n");
    Files.writeString(folder.resolve("c.wit"), "package c:d;\ninterface i {}\n");
    String message = messageOf(folder);
    assertSays("c.wit:1:9", message);
    assertSays("`a:b`", message);
    assertSays("`c:d`", message);
    assertSays("put others into " + folder.resolve("deps"), message);
    // One that names none is of the folder's package.
    Files.writeString(folder.resolve("c.wit"), "interface i { f: func(x: y); }\n");
    assertFalse(messageOf(folder).contains("deps"), messageOf(folder));
  }

  @Test
  void aTypeThatHasItself() throws IOException {
    String message =
        check(
            """
            package a:b;
            interface i {
              record tree { children: list<«tree»> }
            }
            world w { export i; }
            """);
    assertSays("`tree` depends on itself", message);
  }

  @Test
  void aBorrowThatIsReturned() throws IOException {
    check(
        """
        package a:b;
        interface i {
          resource r;
          «lend»: func() -> borrow<r>;
        }
        world w { export i; }
        """);
  }

  @Test
  void aPackageThatIsNotThere() throws IOException {
    String message =
        check(
            """
            package a:b;
            world w { import «c:d»/e; }
            """);
    assertSays("c:d", message);
  }

  @Test
  void somethingWrongInAFileOfADependency() throws IOException {
    Path wit = Files.createDirectories(folder.resolve("wit"));
    Path dependencies = Files.createDirectories(wit.resolve("deps"));
    Files.writeString(wit.resolve("w.wit"), "package a:b;\nworld w { import c:d/e; }\n");
    String marked = "package c:d;\n\ninterface e {\n  f: func(x: «nothing»);\n}\n";
    Path file = Files.writeString(dependencies.resolve("d.wit"), marked.replaceAll("[«»]", ""));
    checkPointer(messageOf(wit), file, marked);
  }

  @Test
  void anAsyncFunctionThatIsNotSupportedYet() throws IOException {
    String message =
        check(
            """
            package a:b;
            interface i {
              now: func() -> u64;
              «later»: async func() -> u64;
            }
            world w { export i; }
            """);
    assertSays("a:b/i#later is async", message);
  }

  @Test
  void aStreamInsideOfATypeThatIsUsed() throws IOException {
    String message =
        check(
            """
            package a:b;
            interface i {
              record «body» { bytes: stream<u8> }
              send: func(body: option<body>);
            }
            world w { export i; }
            """);
    assertSays("a:b/i#body has a stream", message);
    assertSays("a:b/i#send has a stream", message);
  }

  @Test
  void everyFunctionThatIsNotSupportedIsNamed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("several.wit"),
            """
            package a:b;
            world w {
              import one: async func();
              import two: func();
              export three: func() -> future<string>;
            }
            """);
    String message = messageOf(file);
    assertSays("one", message);
    assertSays("several.wit:3:", message);
    assertSays("three", message);
    assertSays("several.wit:5:", message);
    assertFalse(message.contains("several.wit:4:"), message);
  }

  @Test
  void flagsThatAreTooMany() throws IOException {
    var labels = new StringBuilder("label0");
    for (int i = 1; i < 33; i++) {
      labels.append(", label").append(i);
    }
    String message =
        check(
            """
            package a:b;
            interface i {
              flags «many» { %s }
              f: func(x: many);
            }
            world w { export i; }
            """
                .formatted(labels));
    assertSays("at most 32", message);
  }

  @Test
  void aWorldThatIsNotThere() throws IOException {
    Path file = Files.writeString(folder.resolve("a.wit"), "package a:b;\nworld shop {}\n");
    String message = messageOf(GeneratorOptions.builder(file).world("shoq"));
    assertSays("a.wit", message);
    assertSays("shoq", message);
  }

  @Test
  void aWorldThatHasToBeChosen() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.wit"), "package a:b;\nworld one {}\nworld two {}\n");
    String message = messageOf(file);
    assertSays("a.wit", message);
    assertSays("one", message);
    assertSays("two", message);
  }

  @Test
  void noWorldAtAll() throws IOException {
    Path file = Files.writeString(folder.resolve("a.wit"), "package a:b;\ninterface i {}\n");
    assertSays("no worlds", messageOf(file));
  }

  @Test
  void aFileThatIsNotThere() {
    assertSays("missing.wit", messageOf(folder.resolve("missing.wit")));
  }

  @Test
  void aFolderWithoutWit() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertSays(empty.toString(), messageOf(empty));
  }

  @Test
  void aCoreModule() throws IOException {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0};
    Path file = Files.write(folder.resolve("core.wasm"), module);
    String message = messageOf(file);
    assertSays("core.wasm", message);
    assertSays("module", message);
  }

  @Test
  void somethingElseThanWebAssembly() throws IOException {
    Path file = Files.writeString(folder.resolve("readme.wasm"), "# Read me\n");
    assertSays("readme.wasm", messageOf(file));
  }
}
