package dev.switchblade.internal.upcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
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

  /** Also of those that are added while the table moves to a larger array. */
  @Test
  void eachThreadFindsItsObjectsWhileOthersComeAndGo() throws Exception {
    List<FutureTask<Void>> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      var thread =
          new FutureTask<Void>(
              () -> {
                String name = Thread.currentThread() + " object ";
                int[] numbers = new int[100];
                for (int round = 0; round < 100; round++) {
                  for (int j = 0; j < numbers.length; j++) {
                    numbers[j] = slots.add(name + j);
                  }
                  for (int j = 0; j < numbers.length; j++) {
                    assertEquals(name + j, slots.get(numbers[j]));
                    assertEquals(name + j, slots.remove(numbers[j]));
                  }
                }
                return null;
              });
      threads.add(thread);
      Thread.ofPlatform().start(thread);
    }
    for (var thread : threads) {
      thread.get();
    }
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
