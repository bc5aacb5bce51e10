package dev.switchblade;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** Cuts what is written into lines. */
final class LineStream extends OutputStream {

  /** A line without an end is cut here. */
  private static final int LONGEST = 8 << 10;

  private final Consumer<String> consumer;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineStream(Consumer<String> consumer) {
    this.consumer = Objects.requireNonNull(consumer, "consumer");
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\n') {
      end();
      return;
    }
    line.write(b);
    // Not between the bytes of a character.
    if (line.size() >= LONGEST && (b & 0xc0) != 0x80 && b >= 0) {
      end();
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  private void end() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    consumer.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  /** Hands over what has no end yet. */
  @Override
  public synchronized void close() {
    if (line.size() > 0) {
      end();
    }
  }
}
