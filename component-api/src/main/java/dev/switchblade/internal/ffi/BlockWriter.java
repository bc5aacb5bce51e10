package dev.switchblade.internal.ffi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the little-endian blocks of {@code switchblade.h}. */
public final class BlockWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Appends the lowest bytes of a number. */
  public void number(long value, int size) {
    for (int i = 0; i < size; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
  }

  /** Appends the length of a string, and the string. */
  public void string(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends a count of bytes, and the bytes. */
  public void bytes(byte[] value) {
    bytes(value, value.length);
  }

  /** Appends a count of bytes, and so many. */
  public void bytes(byte[] value, int count) {
    number(count, 4);
    bytes.write(value, 0, count);
  }

  public byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
