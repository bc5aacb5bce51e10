package dev.switchblade.internal.upcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Objects that native code names by numbers. */
final class SlotsTest {

  private final Slots<String> slots = new Slots<>();

  @Test
  void objectsAreFoundByTheirNumbersHoweverManyThereAre() {
    for (int i = 0; i < 1000; i++) {
      assertEquals(i, slots.add("object " + i));
    }
    assertEquals("object 0", slots.get(0));
    assertEquals("object 999", slots.get(999));
  }

  @Test
  void aNumberThatWasGivenBackIsNobodysUntilItIsGivenAgain() {
    int one = slots.add("one");
    int other = slots.add("other");
    assertNotEquals(one, other);
    slots.remove(one);
    assertThrows(IllegalStateException.class, () -> slots.get(one));
    assertEquals("other", slots.get(other));
    assertEquals(one, slots.add("third"));
    assertEquals("third", slots.get(one));
  }

  @Test
  void allNumbersCanBeGivenBack() {
    for (int i = 0; i < 200; i++) {
      slots.add("object");
    }
    for (int i = 0; i < 200; i++) {
      slots.remove(i);
    }
    assertEquals(199, slots.add("again"));
  }
}
