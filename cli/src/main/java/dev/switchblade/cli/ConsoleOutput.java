package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * What guests write, on its way to a console of Windows that takes bytes for another character set
 * than UTF-8, such as code page 437. What that has no bytes for becomes a question mark.
 */
final class ConsoleOutput extends OutputStream {

  private final OutputStream console;
  private final Charset charset;
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** The beginning of a character whose end is still to come. */
  private byte[] begun = {};

  ConsoleOutput(OutputStream console, Charset charset) {
    this.console = console;
    this.charset = charset;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(begun.length + length);
    in.put(begun).put(bytes, offset, length).flip();
    // No byte makes more than one.
    CharBuffer text = CharBuffer.allocate(in.remaining());
    decoder.reset().decode(in, text, false);
    begun = new byte[in.remaining()];
    in.get(begun);
    console.write(text.flip().toString().getBytes(charset));
  }

  @Override
  public void flush() throws IOException {
    console.flush();
  }
}
