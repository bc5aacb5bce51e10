package dev.switchblade.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.codegen.Generator;
import dev.switchblade.codegen.GeneratorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LayoutTest {

  private static final String WORDS = "word ".repeat(18).strip();

  private static Arguments laidOut(String what, String source, String expected) {
    return Arguments.of(what, source, expected);
  }

  static Stream<Arguments> sources() {
    return Stream.of(
        laidOut("code that is fine", "class A {\n  int a;\n}\n", "class A {\n  int a;\n}\n"),
        laidOut("no line at the end", "int a;", "int a;\n"),
        laidOut("spaces at the ends of lines", "int a;  \n  \nint b;\n", "int a;\n\nint b;\n"),
        laidOut("a comment of a line", "  /**\n   * An item.\n   */\n", "  /** An item. */\n"),
        laidOut("an empty body", "class A {\n}\n", "class A {}\n"),
        laidOut("an empty body within", "  void a() {\n  }\n", "  void a() {}\n"),
        laidOut(
            "a comment of lines",
            "/**\n * One.\n *\n * <p>Two.\n */\n",
            "/**\n * One.\n *\n * <p>Two.\n */\n"),
        laidOut(
            "a comment that almost fits on a line",
            "/**\n * " + "x".repeat(94) + "\n */\n",
            "/**\n * " + "x".repeat(94) + "\n */\n"),
        laidOut(
            "a comment that just fits on a line",
            "/**\n * " + "x".repeat(93) + "\n */\n",
            "/** " + "x".repeat(93) + " */\n"),
        laidOut(
            "a long line of a comment",
            "  /**\n   * " + WORDS + " next words\n   */\n",
            "  /**\n   * " + WORDS + " next\n   * words\n   */\n"),
        laidOut(
            "a long line of a tag",
            "/**\n * A.\n *\n * @param a " + WORDS + " next\n */\n",
            "/**\n * A.\n *\n * @param a " + WORDS.substring(5) + "\n *     word next\n */\n"),
        laidOut(
            "a long line behind that of a tag",
            "/**\n * @param a b\n *     " + WORDS + " next words\n */\n",
            "/**\n * @param a b\n *     " + WORDS + "\n *     next words\n */\n"),
        laidOut(
            "a long word",
            "/**\n * See " + "x".repeat(120) + " there.\n */\n",
            "/**\n * See\n * " + "x".repeat(120) + "\n * there.\n */\n"),
        laidOut(
            "code in a comment",
            "/**\n * <pre>\n * " + WORDS + " " + WORDS + "\n * </pre>\n */\n",
            "/**\n * <pre>\n * " + WORDS + " " + WORDS + "\n * </pre>\n */\n"),
        laidOut(
            "an item of a list in a comment",
            "/**\n * Either\n * * this.\n */\n",
            "/**\n * Either\n * * this.\n */\n"),
        laidOut(
            "fields of which nothing is said",
            "  private final A a;\n\n  private final B b;\n\n  void c() {\n",
            "  private final A a;\n  private final B b;\n\n  void c() {\n"),
        laidOut(
            "fields of which something is said",
            "  private final A a;\n\n  /**\n   * B.\n   */\n  private final B b;\n",
            "  private final A a;\n\n  /** B. */\n  private final B b;\n"),
        laidOut(
            "an import",
            "import static " + "a.".repeat(60) + "B;\n",
            "import static " + "a.".repeat(60) + "B;\n"),
        laidOut(
            "arguments that fit on a line of their own",
            "    return call(" + "a".repeat(40) + ", " + "b".repeat(45) + ");\n",
            "    return call(\n        " + "a".repeat(40) + ", " + "b".repeat(45) + ");\n"),
        laidOut(
            "arguments that don't",
            "    return call(" + "a".repeat(50) + ", new B<C, D>(e, f), " + "g".repeat(45) + ");\n",
            "    return call(\n"
                + ("        " + "a".repeat(50) + ",\n")
                + "        new B<C, D>(e, f),\n"
                + ("        " + "g".repeat(45) + ");\n")),
        laidOut(
            "arguments within arguments",
            ("a(b(" + "c".repeat(60) + ", " + "d".repeat(60) + "), e, " + "f".repeat(60) + ");\n"),
            "a(\n"
                + "    b(\n"
                + ("        " + "c".repeat(60) + ",\n")
                + ("        " + "d".repeat(60) + "),\n")
                + "    e,\n"
                + ("    " + "f".repeat(60) + ");\n")),
        laidOut(
            "parentheses and commas in strings",
            "a(\"(, \\\"(\", " + "b".repeat(60) + ", \")\", " + "c".repeat(60) + ");\n",
            "a(\n"
                + "    \"(, \\\"(\",\n"
                + ("    " + "b".repeat(60) + ",\n")
                + "    \")\",\n"
                + ("    " + "c".repeat(60) + ");\n")),
        laidOut(
            "lambdas",
            "a((image, at) -> " + "b".repeat(60) + "(image, at), " + "c".repeat(60) + ");\n",
            "a(\n"
                + ("    (image, at) -> " + "b".repeat(60) + "(image, at),\n")
                + ("    " + "c".repeat(60) + ");\n")),
        laidOut(
            "the longest parentheses",
            "a(b).c().d(" + "e".repeat(60) + ", " + "f".repeat(40) + ").g();\n",
            "a(b).c().d(\n    " + "e".repeat(60) + ",\n    " + "f".repeat(40) + ").g();\n"),
        laidOut(
            "a long line without parentheses",
            "int " + "a".repeat(60) + " = " + "b".repeat(60) + ";\n",
            "int " + "a".repeat(60) + " = " + "b".repeat(60) + ";\n"),
        laidOut(
            "an empty body behind a long line",
            "public record A(int " + "a".repeat(40) + ", int " + "b".repeat(40) + ") {\n}\n",
            "public record A(\n    int " + "a".repeat(40) + ", int " + "b".repeat(40) + ") {}\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void linesAreLaidOut(String what, String source, String expected) {
    assertEquals(expected, Layout.of(source));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void whatIsLaidOutStaysAsItIs(String what, String source, String expected) {
    assertEquals(expected, Layout.of(expected));
  }

  @Test
  void theJavaOfAWorldStaysAsItIs(@TempDir Path folder) throws Exception {
    Path wit = folder.resolve("shop.wit");
    Files.writeString(
        wit,
        """
        package acme:shop;

        /// A place to buy things at, of which a great deal is said here: so much of it that it
        /// doesn't fit on a line of Java either, whatever is done about it.
        interface carts {
          record item { sku-of-the-item: string, quantity: u16, cents: u64, tags: list<string> }
          record many-numbers {
            the-first-of-them: u32, the-second-of-them: u32, the-third-of-them: u32, fourth: u32,
          }
          record nothing-but-flags { some-of-them: permissions }
          flags permissions { read, write }
          variant payment { cash, card(string), points(many-numbers) }
          enum colour { red, green }
          resource cart {
            constructor(owner: string, items: list<item>, paid-by: option<payment>);
            /// ```
            /// a.b()
            /// ```
            add-everything: func(items: list<tuple<item, list<list<string>>, colour>>)
              -> result<list<option<result<item, payment>>>, payment>;
          }
        }

        world shop {
          import carts;
          export carts;
          import log: func(of-what: list<option<result<string, list<string>>>>);
          export run-everything: func(items: list<tuple<u32, string>>, more: list<list<string>>);
        }
        """);
    Map<String, String> files = Generator.generate(GeneratorOptions.builder(wit).build()).files();
    assertTrue(files.size() > 10, files.keySet().toString());
    files.forEach((path, text) -> assertEquals(text, Layout.of(text), path));
  }
}
