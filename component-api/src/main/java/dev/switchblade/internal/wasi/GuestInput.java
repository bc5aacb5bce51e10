package dev.switchblade.internal.wasi;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/** Where standard input of guests comes from, by how it was granted. */
public sealed interface GuestInput {

  /** From bytes, which nobody changes; equal by their contents. */
  @SuppressWarnings("ArrayRecordComponent") // compared as it says
  record Bytes(byte[] bytes) implements GuestInput {
    /** Copies the bytes. */
    public Bytes {
      bytes = bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /** From a stream. */
  record Stream(InputStream stream) implements GuestInput {
    public Stream {
      Objects.requireNonNull(stream, "stream");
    }
  }
}
