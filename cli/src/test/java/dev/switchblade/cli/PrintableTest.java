package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void textWithoutControlCharactersStaysAsItIs() {
    String text = "größer, 😀\n\tand a tab";
    assertSame(text, Printable.text(text));
  }

  @Test
  void valuesAreEscapedWhereTheEncodingHasNoBytesForThem() {
    String value = "(\"größer\", '😀')";
    assertSame(value, Printable.wave(value, StandardCharsets.UTF_8));
    assertEquals(
        "(\"gr\\u{f6}\\u{df}er\", '\\u{1f600}')", Printable.wave(value, StandardCharsets.US_ASCII));
    assertEquals("(\"größer\", '\\u{1f600}')", Printable.wave(value, StandardCharsets.ISO_8859_1));
  }

  @Test
  void controlCharactersAreEscaped() {
    assertEquals("a\\u{1b}[2Jb\\u{0d}\\u{9b}", Printable.text("a\033[2Jb\r\u009b"));
  }
}
