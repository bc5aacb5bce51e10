package dev.switchblade.internal.wasi;

import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where standard output or standard error of guests goes, by how it was granted. */
public sealed interface GuestOutput {

  /** Where one store writes to: the lines of each store are its own. Null of null. */
  static @Nullable OutputStream open(@Nullable GuestOutput output) {
    if (output instanceof Lines lines) {
      return new LineStream(lines.line());
    }
    return output instanceof Bytes bytes ? bytes.stream() : null;
  }

  /** To a stream. */
  record Bytes(OutputStream stream) implements GuestOutput {
    public Bytes {
      Objects.requireNonNull(stream, "stream");
    }
  }

  /** To whoever takes lines. */
  record Lines(Consumer<String> line) implements GuestOutput {
    public Lines {
      Objects.requireNonNull(line, "line");
    }
  }
}
