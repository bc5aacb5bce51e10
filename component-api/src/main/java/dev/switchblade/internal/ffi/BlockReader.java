package dev.switchblade.internal.ffi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the little-endian blocks of {@code switchblade.h}. */
public final class BlockReader {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private int next;

  public BlockReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public int u8() {
    return bytes[next++] & 0xff;
  }

  public boolean flag() {
    return u8() != 0;
  }

  public int s32() {
    int value = (int) INT.get(bytes, next);
    next += 4;
    return value;
  }

  long s64() {
    long value = (long) LONG.get(bytes, next);
    next += 8;
    return value;
  }

  /** A count, and so many bytes. */
  public byte[] bytes() {
    int count = s32();
    byte[] found = Arrays.copyOfRange(bytes, next, next + count);
    next += count;
    return found;
  }

  public String string() {
    int length = s32();
    String text = new String(bytes, next, length, StandardCharsets.UTF_8);
    next += length;
    return text;
  }
}
