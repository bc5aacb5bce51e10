package dev.switchblade.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Native memory that is used again. */
final class SegmentPoolTest {

  private final SegmentPool pool = new SegmentPool(64);

  @Test
  void aPieceComesBackAsItWasLeft() {
    MemorySegment piece = pool.acquire();
    assertEquals(64, piece.byteSize());
    piece.set(ValueLayout.JAVA_INT, 0, 7);
    pool.release(piece);
    MemorySegment again = pool.acquire();
    assertEquals(piece.address(), again.address());
    assertEquals(7, again.get(ValueLayout.JAVA_INT, 0));
  }

  @Test
  void aPieceHasOneUser() {
    assertNotEquals(pool.acquire().address(), pool.acquire().address());
  }

  @Test
  void moreThanThereIsRoomForAreForgotten() {
    Set<Long> given = new HashSet<>();
    List<MemorySegment> first = Stream.generate(pool::acquire).limit(1000).toList();
    for (MemorySegment piece : first) {
      given.add(piece.address());
      pool.release(piece);
    }
    // All are held: no address comes twice because a piece was collected.
    List<MemorySegment> again = Stream.generate(pool::acquire).limit(1000).toList();
    long kept = again.stream().filter(piece -> given.contains(piece.address())).count();
    assertEquals(1000, given.size());
    // `first` is still held.
    assertEquals(1000, first.size());
    assertTrue(kept > 0 && kept <= 64, kept + " pieces were kept");
  }

  @Test
  void buffersAreClearedForTheNextStore() {
    MemorySegment buffer = BufferPool.acquire();
    buffer.set(ValueLayout.JAVA_LONG, 0, -1);
    buffer.set(ValueLayout.JAVA_LONG, BufferPool.FIRST_SIZE - 8, -1);
    BufferPool.release(buffer);
    assertEquals(0, buffer.get(ValueLayout.JAVA_LONG, 0));
    assertEquals(0, buffer.get(ValueLayout.JAVA_LONG, BufferPool.FIRST_SIZE - 8));
  }
}
