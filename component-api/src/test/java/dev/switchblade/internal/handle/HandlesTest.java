package dev.switchblade.internal.handle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.ClosedException;
import dev.switchblade.HostResource;
import dev.switchblade.Resource;
import dev.switchblade.internal.owner.StoreOwner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of handles: those of guests' resources, and those of the host's objects. */
final class HandlesTest {

  private static final int GUEST = 1 << 31;

  private final StoreOwner owner = new StoreOwner();
  private int drops;
  private final StoreHandles handles = new StoreHandles(owner, () -> drops++);
  private final Object store = new Object();

  @BeforeEach
  void theCallingThreadIsInTheStore() {
    handles.belongTo(store);
    owner.enter();
  }

  private Resource resource(Object instance, int resource, int number) {
    return new Resource(instance, resource, handles, number | GUEST, true);
  }

  @Test
  void aHandleThatIsClosedWaitsToBeDroppedOnce() {
    Resource one = resource(store, 3, 7);
    one.close();
    one.close();
    assertEquals(List.of(7 | GUEST), handles.toDrop().takeAll());
    assertEquals(1, drops);
    assertFalse(one.isOpen());
  }

  @Test
  void aHandleThatIsGivenAwayIsNobodysToDrop() {
    Resource one = resource(store, 3, 7);
    var crossing = new CrossingHandles(handles);
    assertEquals(7 | GUEST, crossing.give(one, store));
    assertThrows(IllegalStateException.class, one::close);
    crossing.over();
    one.close();
    assertTrue(handles.toDrop().isEmpty());
    assertThrows(IllegalStateException.class, () -> new CrossingHandles(handles).give(one, store));
  }

  @Test
  void aCallThatNeverBeginsGivesBackWhatItWasGiven() {
    Resource one = resource(store, 3, 7);
    var crossing = new CrossingHandles(handles);
    crossing.give(one, store);
    crossing.undo();
    assertTrue(one.isOpen());
  }

  @Test
  void aHandleIsNotLentAndGivenInOneCall() {
    Resource one = resource(store, 3, 7);
    var crossing = new CrossingHandles(handles);
    crossing.lend(one, store);
    assertThrows(IllegalArgumentException.class, () -> crossing.give(one, store));
    crossing.over();
    assertEquals(7 | GUEST, crossing.give(one, store));
  }

  @Test
  void handlesOfOtherStoresAndInstancesDoNotCross() {
    Resource one = resource(store, 3, 7);
    var elsewhere = new StoreHandles(new StoreOwner(), () -> {});
    assertThrows(
        IllegalArgumentException.class, () -> new CrossingHandles(elsewhere).lend(one, store));
    assertThrows(
        IllegalArgumentException.class, () -> new CrossingHandles(handles).lend(one, new Object()));
    assertThrows(IllegalArgumentException.class, () -> CrossingHandles.checkIs(one, 4));
    CrossingHandles.checkIs(one, 3);
  }

  @Test
  void whatWasBorrowedEndsWithItsHostFunction() {
    var borrowed = new Resource(null, 3, handles, 7 | GUEST, false);
    var crossing = new CrossingHandles(handles);
    crossing.borrow(borrowed);
    assertTrue(borrowed.isOpen());
    crossing.over();
    assertFalse(borrowed.isOpen());
    borrowed.close();
    assertTrue(handles.toDrop().isEmpty());
  }

  @Test
  void aClosedHandleSaysSo() {
    Resource one = resource(store, 3, 7);
    one.close();
    assertThrows(ClosedException.class, () -> new CrossingHandles(handles).lend(one, store));
  }

  @Test
  void objectsAreFoundByTheirResource() {
    HostResource<String> texts = HostResource.of(String.class);
    HostResource<String> others = HostResource.of(String.class);
    HostObjects objects = handles.hostObjects();
    int number = objects.add(texts, "a");
    assertSame("a", objects.get(texts, number));
    assertThrows(IllegalStateException.class, () -> objects.get(others, number));
    assertThrows(IllegalStateException.class, () -> objects.get(texts, number + 1));
    assertThrows(IllegalStateException.class, () -> objects.get(texts, -1));
    assertSame("a", objects.remove(texts, number));
    assertThrows(IllegalStateException.class, () -> objects.get(texts, number));
    assertEquals(number, objects.add(others, "b"));
  }

  @Test
  void whatGuestsStillHoldIsDestroyedWhateverADestructorThrows() {
    List<String> destroyed = new ArrayList<>();
    HostResource<String> texts =
        HostResource.of(
            String.class,
            text -> {
              destroyed.add(text);
              throw new IllegalStateException("the destructor of a test");
            });
    HostObjects objects = handles.hostObjects();
    objects.add(texts, "a");
    objects.add(texts, "b");
    objects.destroyAll();
    objects.destroyAll();
    assertEquals(List.of("a", "b"), destroyed);
  }

  @Test
  void objectsAreForTheThreadInTheStore() {
    owner.leave();
    assertThrows(IllegalStateException.class, handles::hostObjects);
  }

  @Test
  void whatWaitsIsTakenOutOnce() {
    var queue = new DropQueue(owner);
    assertTrue(queue.isEmpty());
    queue.add(1);
    queue.add(2);
    assertFalse(queue.isEmpty());
    assertEquals(List.of(1, 2), queue.takeAll());
    assertTrue(queue.isEmpty());
    assertEquals(List.of(), queue.takeAll());
  }
}
