package dev.switchblade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/** What is typed at a console of Windows that has another character set than guests have. */
final class ConsoleInput extends InputStream {

  private final Reader console;
  private final char[] typed = new char[1024];
  private ByteBuffer left = ByteBuffer.allocate(0);

  ConsoleInput(InputStream console, Charset charset) {
    this.console = new InputStreamReader(console, charset);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!left.hasRemaining()) {
      int count = console.read(typed);
      if (count < 0) {
        return -1;
      }
      left = UTF_8.encode(CharBuffer.wrap(typed, 0, count));
    }
    int count = Math.min(length, left.remaining());
    left.get(bytes, offset, count);
    return count;
  }
}
