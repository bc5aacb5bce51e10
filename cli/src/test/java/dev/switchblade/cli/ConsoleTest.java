package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Guests' UTF-8, and consoles of Windows with another character set. */
class ConsoleTest {

  private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

  private static byte[] shown(byte[]... writes) throws IOException {
    var console = new ByteArrayOutputStream();
    try (var out = new ConsoleOutput(console, CODE_PAGE_437)) {
      for (byte[] bytes : writes) {
        out.write(bytes);
      }
      out.flush();
    }
    return console.toByteArray();
  }

  @Test
  void whatGuestsWriteIsInTheConsolesCharacterSet() throws IOException {
    assertArrayEquals(
        "plain, Grüße, ½\r\n".getBytes(CODE_PAGE_437),
        shown("plain, Grüße, ½\r\n".getBytes(UTF_8)));
  }

  @Test
  void charactersMayComeInPieces() throws IOException {
    byte[] text = "ä½".getBytes(UTF_8);
    byte[][] pieces = new byte[text.length][];
    for (int i = 0; i < text.length; i++) {
      pieces[i] = new byte[] {text[i]};
    }
    assertArrayEquals("ä½".getBytes(CODE_PAGE_437), shown(pieces));
  }

  @Test
  void whatTheConsoleLacksOrIsNoTextIsAQuestionMark() throws IOException {
    byte[] broken = {'a', (byte) 0xff, 'b', (byte) 0xe2, 'c'};
    assertEquals("a?b?c", new String(shown(broken), CODE_PAGE_437));
    assertEquals("?x?", new String(shown("€x\ud83d\ude00".getBytes(UTF_8)), CODE_PAGE_437));
  }

  @Test
  void whatIsTypedIsUtf8ToGuests() throws IOException {
    byte[] typed = "Grüße ½\n".getBytes(CODE_PAGE_437);
    try (var in = new ConsoleInput(new ByteArrayInputStream(typed), CODE_PAGE_437)) {
      assertEquals('G', in.read());
      assertArrayEquals("rü".getBytes(UTF_8), in.readNBytes(3));
      assertEquals("ße ½\n", new String(in.readAllBytes(), UTF_8));
      assertEquals(-1, in.read());
    }
  }

  @Test
  void filesAndPipesOfWindowsGetUtf8() {
    assertEquals(UTF_8, StandardStreams.onWindows(ISO_8859_1, "ISO-8859-1", false));
  }

  @Test
  void aConsoleOfWindowsGetsWhatItTakes() {
    assertEquals(CODE_PAGE_437, StandardStreams.onWindows(CODE_PAGE_437, "ISO-8859-1", false));
    assertEquals(ISO_8859_1, StandardStreams.onWindows(ISO_8859_1, "ISO-8859-1", true));
    assertEquals(UTF_8, StandardStreams.onWindows(UTF_8, "ISO-8859-1", true));
  }
}
