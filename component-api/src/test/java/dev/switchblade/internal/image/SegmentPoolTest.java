package dev.switchblade.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
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
    Stream.generate(pool::acquire)
        .limit(1000)
        .toList()
        .forEach(
            piece -> {
              given.add(piece.address());
              pool.release(piece);
            });
    Set<Long> again = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      again.add(pool.acquire().address());
    }
    assertEquals(1000, given.size());
    assertEquals(1000, again.size());
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
