package dev.switchblade.internal.wasi;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts what is written into lines. Used by one thread at a time. */
final class LineStream extends OutputStream {

  /** A line without an end is cut here, between two characters. */
  private static final int LONGEST = 8 << 10;

  private final Consumer<String> consumer;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /** The line that went before was cut: its end, if that comes now, ends nothing. */
  private boolean cut;

  LineStream(Consumer<String> consumer) {
    this.consumer = Objects.requireNonNull(consumer, "consumer");
  }

  @Override
  public void write(int b) {
    if (b == '\n') {
      if (!cut || line.size() > 0) {
        hand();
      }
      cut = false;
      return;
    }
    boolean beginsCharacter = (b & 0xc0) != 0x80;
    // Bytes that are no text at all are cut too, somewhat later.
    if (line.size() >= LONGEST && (beginsCharacter || line.size() >= LONGEST + 4)) {
      hand();
      cut = true;
    }
    line.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  private void hand() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    consumer.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  /** Hands over what has no end yet. */
  @Override
  public void close() {
    if (line.size() > 0) {
      hand();
    }
  }

  /** Ends a stream of a store that is being closed, if it is one of these. */
  static void end(@Nullable OutputStream stream) {
    if (stream instanceof LineStream lines) {
      try {
        lines.close();
      } catch (Throwable e) {
        System.getLogger(LineStream.class.getName())
            .log(Level.WARNING, "the consumer of a guest's last line failed", e);
      }
    }
  }
}
