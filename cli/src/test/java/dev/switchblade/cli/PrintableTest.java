package dev.switchblade.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void textWithoutControlCharactersStaysAsItIs() {
    String text = "größer, 😀\n\tand a tab";
    assertSame(text, Printable.text(text));
  }

  @Test
  void controlCharactersAreEscaped() {
    assertEquals("a\\u{1b}[2Jb\\u{0d}\\u{9b}", Printable.text("a\033[2Jb\r\u009b"));
  }
}
