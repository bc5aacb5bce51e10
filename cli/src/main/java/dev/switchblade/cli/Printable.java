package dev.switchblade.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HexFormat;

/** Text of a component's making, on its way to a terminal. */
public final class Printable {

  private Printable() {}

  /**
   * The text with its control characters in escaped form, other than line ends and tabs: a
   * component is not trusted, and must not get to move the cursor.
   *
   * @param text what a component has to do with
   * @return what can be printed
   */
  public static String text(String text) {
    if (text.codePoints().noneMatch(Printable::isControl)) {
      return text;
    }
    var printable = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              if (isControl(character)) {
                printable.append("\\u{").append(hex(character)).append('}');
              } else {
                printable.appendCodePoint(character);
              }
            });
    return printable.toString();
  }

  /**
   * A value in WAVE, with what an encoding has no bytes for in escaped form: it can only be in
   * strings and characters.
   */
  static String wave(String value, Charset encoding) {
    CharsetEncoder encoder = encoding.newEncoder();
    if (encoder.canEncode(value)) {
      return value;
    }
    var printable = new StringBuilder(value.length() + 16);
    value
        .codePoints()
        .forEach(
            character -> {
              if (encoder.canEncode(Character.toString(character))) {
                printable.appendCodePoint(character);
              } else {
                printable.append("\\u{").append(Integer.toHexString(character)).append('}');
              }
            });
    return printable.toString();
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t';
  }

  private static String hex(int character) {
    return HexFormat.of().toHexDigits((byte) character);
  }
}
