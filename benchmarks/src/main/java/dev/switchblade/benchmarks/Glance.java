package dev.switchblade.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.ListVisitor;
import java.lang.foreign.MemorySegment;

/**
 * Looks at a list in place: at its size and its last byte, which proves that it is there. What a
 * program does with the rest is its own business, and not what is measured.
 */
final class Glance implements ListVisitor {

  private long size;
  private byte last;

  @Override
  public void visit(MemorySegment elements) {
    size = elements.byteSize();
    last = elements.get(JAVA_BYTE, size - 1);
  }

  /** In bytes. */
  long size() {
    return size;
  }

  byte last() {
    return last;
  }
}
