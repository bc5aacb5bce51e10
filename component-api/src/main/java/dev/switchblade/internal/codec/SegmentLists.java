package dev.switchblade.internal.codec;

import dev.switchblade.InvalidValueException;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ReleasedSegmentException;
import java.lang.foreign.MemorySegment;

/** Lists that are given as memory which holds their elements in the canonical ABI's layout. */
final class SegmentLists {

  private SegmentLists() {}

  /**
   * Writes a list.
   *
   * @param layout of an element
   * @throws BadValueException if the memory can't be one
   */
  static void put(
      ImageWriter image, long at, MemorySegment elements, long elementSize, Codec.Layout layout) {
    try {
      ImageAccess.putSegment(image, at, elements, elementSize, layout == Codec.Layout.PLAIN);
    } catch (InvalidValueException | ReleasedSegmentException e) {
      throw new BadValueException(e);
    }
  }
}
