package dev.switchblade.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.internal.ffi.WitTags;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

/** Large lists that go beside the image. */
final class SideTableTest {

  private final SideTable table = new SideTable();

  @Test
  void entriesAreFoundByTheirNumbers() {
    for (int i = 0; i < 20; i++) {
      assertEquals(i, table.add(new byte[i]));
    }
    assertEquals(7, ((byte[]) table.get(7)).length);
    assertThrows(IllegalStateException.class, () -> table.get(20));
  }

  @Test
  void whatAHostFunctionWasGivenIsThereUntilNewValuesCome() {
    byte[] list = new byte[1];
    int entry = table.add(list);
    table.beginValues();
    assertSame(list, table.get(entry));
    table.hostReturned();
    assertSame(list, table.get(entry));
    table.beginValues();
    assertTrue(table.isEmpty());
    assertThrows(IllegalStateException.class, () -> table.get(entry));
  }

  @Test
  void listsThatWereVisitedAreNotThere() {
    int entry = table.addVisited();
    assertThrows(IllegalStateException.class, () -> table.get(entry));
  }

  @Test
  void aListIsCopiedWhereItFitsExactly() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment guest = arena.allocate(16, 8);
      int entry = table.add(new int[] {1, 2, 3});
      assertFalse(table.copyTo(entry, guest.address(), 16));
      assertTrue(table.copyTo(entry, guest.address(), 12));
      assertEquals(3, guest.getAtIndex(ValueLayout.JAVA_INT, 2));
      assertArrayEquals(
          new int[] {1, 2, 3}, (int[]) SideTable.copyFrom(WitTags.U32, guest.address(), 12));
    }
  }

  @Test
  void onlyListsOfNumbersAreCopiedOut() {
    assertThrows(IllegalArgumentException.class, () -> SideTable.copyFrom(WitTags.STRING, 0, 0));
  }
}
