package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where Java may have an expression, a full name begins with the variable of that name, if there is
 * one (JLS 6.4.2): no package that generated code names is hidden so, whatever the WIT is called.
 */
final class ObscuredNamesTest {

  /**
   * First segments of packages: of Java's, of ours, of countries, and the generator's variables.
   */
  private static final List<String> WORDS =
      List.of(
          "java",
          "dev",
          "org",
          "com",
          "io",
          "box",
          "at",
          "it",
          "image",
          "image1",
          "value",
          "value1",
          "call",
          "arguments",
          "returned",
          "linker",
          "imports",
          "implementation",
          "instance",
          "exports",
          "component",
          "config",
          "own-store",
          "prepared",
          "visitor",
          "error",
          "e",
          "other",
          "that",
          "hash",
          "var",
          "sealed",
          "of",
          "close");

  /**
   * A world in which all is called WORD, and classes are called alike, so that some are named in
   * full.
   */
  private static final String WIT =
      """
      package WORD:WORD;

      interface FACE {
        use WORD:one/types.{thing as thing1};
        use WORD:two/types.{thing as thing2};
        WORD: func(WORD: thing1, java: thing2, dev: list<thing1>, org: list<u8>) -> option<thing2>;
        at: func(it: tuple<thing1, thing2>) -> result<thing1, thing2>;
        resource res {
          constructor(WORD: thing1, dev: thing2);
          WORD: func(WORD: list<option<thing1>>) -> result<list<thing1>, thing2>;
          of: static func(WORD: thing1) -> thing2;
        }
      }

      interface objects {
        use WORD:one/types.{thing as thing1};
        use WORD:two/types.{thing as thing2};
        record objects { WORD: string, java: list<u8>, dev: list<string>, x: f32, y: thing2 }
        record arrays { java: list<string>, dev: list<option<list<u8>>>, WORD: objects }
        record image-reader { WORD: thing1, java: string, x: thing2 }
        variant image-writer { WORD(image-reader), java(thing1), dev(list<thing2>) }
        enum store { WORD, java }
        flags optional { WORD, dev }
        resource contents { WORD: func(WORD: store, java: objects, x: optional) -> arrays; }
        resource linker-instance { java: static func(WORD: borrow<linker-instance>) -> arrays; }
        WORD: func(WORD: objects, java: arrays, dev: image-reader) -> image-writer;
        java: func(WORD: contents, dev: list<store>) -> result<optional, objects>;
        dev: func(WORD: borrow<contents>) -> option<option<store>>;
      }

      interface mirror { use objects.{objects, store}; WORD: func(java: list<objects>) -> store; }

      world LAND {
        import FACE;
        import objects;
        import mirror;
        import java: func(WORD: string) -> result<string, string>;
        import WORD: func(java: string) -> result<list<string>, string>;
        import WORD:one/types;
        import WORD:two/types;
        export FACE;
        export objects;
        export org: func(WORD: string, java: list<u8>) -> result<list<u8>, string>;
        export WORD: func(WORD: list<string>) -> option<list<u8>>;
        export WORD:one/types;
        export WORD:two/types;
      }

      package WORD:one {
        interface types {
          record thing { WORD: u32, java: string }
          WORD: func(WORD: thing, java: list<thing>);
        }
      }

      package WORD:two {
        interface types {
          record thing { WORD: u64, dev: string }
          WORD: func(WORD: thing, dev: list<thing>);
        }
      }
      """;

  @TempDir private Path folder;

  /**
   * Options for such a world.
   *
   * @param face what its interface is called
   * @param land what it is called itself
   */
  private GeneratorOptions.Builder options(String word, String face, String land)
      throws IOException {
    String text = WIT;
    for (String there : List.of("java", "dev", "org", "at", "it", "of")) {
      if (word.equals(there)) {
        text = text.replaceAll("\\b" + there + "(?=[:(,} ])", "the-" + there);
      }
    }
    text = text.replace("FACE", face).replace("LAND", land).replace("WORD", word);
    return GeneratorOptions.builder(Files.writeString(folder.resolve(land + ".wit"), text));
  }

  private List<JavaSources.Finding> findings(GeneratorOptions.Builder options) throws IOException {
    SortedMap<String, String> files = Generator.generate(options.build()).files();
    assertTrue(files.size() > 20, files.keySet().toString());
    return JavaSources.compile(files, Files.createTempDirectory(folder, "classes"));
  }

  static List<String> words() {
    return WORDS;
  }

  @ParameterizedTest
  @MethodSource("words")
  void aVariableHidesNoPackage(String word) throws IOException {
    assertEquals(List.of(), findings(options(word, word, "land")));
  }

  @ParameterizedTest
  @MethodSource("words")
  void norDoesOneOfAWorldThatThrows(String word) throws IOException {
    assertEquals(List.of(), findings(options(word, "face", word).throwErrors(true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"it.acme.shop", "at.acme.shop", "image.tools", "value", "exports"})
  void norDoesOneInAPackageThatIsGiven(String name) throws IOException {
    assertEquals(List.of(), findings(options("acme", "shop", "land").packageName(name)));
  }

  /** Names are strings in what is generated, and of any length. */
  @Test
  void aNameMayBeLong() throws IOException {
    String name = "a".repeat(20_000);
    String text = "package at:box;\nworld land { export " + name + ": func(at: u8); }\n";
    Path file = Files.writeString(folder.resolve("long.wit"), text);
    SortedMap<String, String> files =
        Generator.generate(GeneratorOptions.builder(file).build()).files();
    assertEquals(List.of(), JavaSources.compile(files, folder.resolve("classes")));
  }
}
