package dev.switchblade.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
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
  void whoeverGetsAPieceSeesHowItWasLeft() throws Exception {
    List<FutureTask<Long>> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      var thread =
          new FutureTask<>(
              () -> {
                long used = 0;
                for (long j = 0; j < 20_000; j++) {
                  MemorySegment piece = pool.acquire();
                  long left = piece.get(ValueLayout.JAVA_LONG, 56);
                  assertEquals(left, piece.get(ValueLayout.JAVA_LONG, 0));
                  used += left == 0 ? 0 : 1;
                  long mine = Thread.currentThread().threadId() << 32 | j;
                  piece.set(ValueLayout.JAVA_LONG, 0, mine);
                  piece.set(ValueLayout.JAVA_LONG, 56, mine);
                  assertEquals(mine, piece.get(ValueLayout.JAVA_LONG, 0));
                  pool.release(piece);
                }
                return used;
              });
      threads.add(thread);
      Thread.ofPlatform().start(thread);
    }
    for (var thread : threads) {
      assertTrue(thread.get() > 0, "no piece came back");
    }
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
