package dev.switchblade.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.codegen.wit.About;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MarkdownTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("nothing", "", ""),
        Arguments.of("a line", "Adds an item.", "Adds an item."),
        Arguments.of("lines of a paragraph", "Adds\nan item.", "Adds an item."),
        Arguments.of("spaces around lines", "  Adds \n  an item. ", "Adds an item."),
        Arguments.of("lines of Windows", "Adds\r\nan item.\r\n", "Adds an item."),
        Arguments.of("paragraphs", "One.\n\nTwo.\nMore.", "One.\n\n<p>Two. More."),
        Arguments.of("several empty lines", "\n\nOne.\n\n \n\nTwo.\n\n", "One.\n\n<p>Two."),
        Arguments.of("code over two lines", "A `list\n<u8>`.", "A {@code list <u8>}."),
        Arguments.of(
            "headings",
            "# Carts\nAll of\nthem.\n\n## More ##",
            "<b>Carts</b>\n\n<p>All of them.\n\n<p><b>More</b>"),
        Arguments.of("a heading that is underlined", "Carts\n-----\nAll.", "Carts\n\n<p>All."),
        Arguments.of("no heading", "#carts", "#carts"),
        Arguments.of("a table", "| a |\n|---|\n| b |\nand so on", "| a |\n|---|\n| b |\nand so on"),
        Arguments.of(
            "definitions of links",
            "See [1] and [2].\n\n[1]: https://a.b\n[2]: https://c.d",
            "See [1] and [2].\n\n<p>[1]: https://a.b\n[2]: https://c.d"),
        Arguments.of(
            "a numbered list",
            "1. one,\n   or\n2) two.\n\nThen.",
            "<ol>\n<li>one, or\n<li>two.\n</ol>\n\n<p>Then."),
        Arguments.of("lists of two kinds", "- a\n1. b", "<ul>\n<li>a\n</ul>\n<ol>\n<li>b\n</ol>"),
        Arguments.of("a year at the start of a line", "As of\n2026 it is.", "As of 2026 it is."),
        Arguments.of("lines that end", "One  \ntwo\\\nthree", "One<br>\ntwo<br>\nthree"),
        Arguments.of("code of a line in three backticks", "```a b``` c\nd", "{@code a b} c d"),
        Arguments.of("a block in tildes", "~~~\na  b\n~~~", "<pre>\na  b\n</pre>"),
        Arguments.of(
            "a list of stars that is indented",
            "Modes:\n * read\n * write",
            "Modes:\n<ul>\n<li>read\n<li>write\n</ul>"),
        Arguments.of("code", "See `add` and `total`.", "See {@code add} and {@code total}."),
        Arguments.of("code with HTML in it", "A `list<u8>`.", "A {@code list<u8>}."),
        Arguments.of("code with an at", "As `@since`.", "As {@code @since}."),
        Arguments.of("code with braces", "A `flags {a}`.", "A <code>flags &#123;a&#125;</code>."),
        Arguments.of("code with an end of a comment", "`/* */`", "<code>/* *&#47;</code>"),
        Arguments.of(
            "code with an escape of Java", "Not `\\u00zz`.", "Not <code>&#92;u00zz</code>."),
        Arguments.of("code with backticks", "A `` `a` `` b.", "A {@code `a`} b."),
        Arguments.of("code that doesn't end", "A `list of it.", "A `list of it."),
        Arguments.of("HTML", "a < b && b > c", "a &lt; b &amp;&amp; b &gt; c"),
        Arguments.of("a tag of HTML", "<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        Arguments.of("a tag of Javadoc", "@param a none", "&#64;param a none"),
        Arguments.of("a link of Javadoc", "{@link Foo}", "&#123;&#64;link Foo&#125;"),
        Arguments.of("an end of a comment", "a */ b", "a *&#47; b"),
        Arguments.of("an escape of Java", "C:\\users \\u000a", "C:&#92;users &#92;u000a"),
        Arguments.of(
            "other languages", "Gr\u00fc\u00dfe \ud83d\ude00", "Gr\u00fc\u00dfe \ud83d\ude00"),
        Arguments.of("a list", "- one\n- `two`", "<ul>\n<li>one\n<li>{@code two}\n</ul>"),
        Arguments.of(
            "a list between paragraphs",
            "Either\n- one,\n  or\n- two.\n\nOr none.",
            "Either\n<ul>\n<li>one, or\n<li>two.\n</ul>\n\n<p>Or none."),
        Arguments.of("a list of stars", "* one\n* two", "<ul>\n<li>one\n<li>two\n</ul>"),
        Arguments.of(
            "a list of stars behind text",
            "Either\n* one,\n* two.",
            "Either\n<ul>\n<li>one,\n<li>two.\n</ul>"),
        Arguments.of(
            "a block comment",
            "\n   * One.\n   *\n   * - a\n   *   b\n   * - c",
            "One.\n<ul>\n<li>a b\n<li>c\n</ul>"),
        Arguments.of(
            "a block comment that begins on its first line",
            "One.\n *\n * Two.",
            "One.\n\n<p>Two."),
        Arguments.of("a block comment without stars", "One.\n   Two.", "One. Two."),
        Arguments.of(
            "a line with a star below a line", "2\n* 3 is 6", "2\n<ul>\n<li>3 is 6\n</ul>"),
        Arguments.of(
            "a block of code",
            "Such as\n\n```\nif (a < b) {\n\n  `x`\n}\n```\n\nand so on.",
            "Such as\n<pre>\nif (a &lt; b) &#123;\n\n  `x`\n&#125;\n</pre>\n\n<p>and so on."),
        Arguments.of("a block with a language", "```wit\na: u8\n```", "<pre>\na: u8\n</pre>"),
        Arguments.of("a block that doesn't end", "```\ncode", "<pre>\ncode\n</pre>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void markdownBecomesJavadoc(String what, String markdown, String javadoc) {
    assertEquals(javadoc, Markdown.toJavadoc(markdown));
  }

  @Test
  void noDocumentationIsNoText() {
    assertEquals("", Markdown.toJavadoc(null));
  }

  @Test
  void linesBehindATagStandIn() {
    assertEquals("The owner,\n    \n    <p>by name.", Markdown.inline("The owner,\n\nby name."));
  }

  @Test
  void whatHasNoDocumentationIsDescribedOtherwise() {
    assertEquals("{@code record a}.", of(null));
    assertEquals("{@code record a}.", of("\n"));
  }

  /** A {@code $} is the beginning of an argument where code is put together. */
  @Test
  void dollarsStay() {
    assertEquals("Costs $L and $$.", of("Costs $L and $$."));
  }

  private static String of(@Nullable String docs) {
    return Markdown.of(new About("a", docs, null, null), "{@code record a}.").toString();
  }
}
