package dev.switchblade.tests.model;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.switchblade.tests.model.Counter.Kind;
import dev.switchblade.tests.model.Counter.State;
import java.util.EnumSet;
import java.util.Set;

/** What is done to handles of resources, and to lists that were seen in place. */
final class ResourceDeeds {

  private ResourceDeeds() {}

  static void close(Actor actor, Step step) {
    Dice dice = step.dice();
    Counter counter = actor.shelf(dice).counters().pick(dice);
    if (counter == null) {
      return;
    }
    StoreModel store = counter.store();
    if (counter.state() == State.GIVING) {
      attempt(actor, step, counter, EnumSet.of(End.STATE));
    } else if (counter.state() == State.HELD && counter.kind() != Kind.BORROWED_STREAM) {
      counter.become(State.CLOSED);
      if (store.isLoose() || store.isForgotten()) {
        actor.stay(store, step, "Resource.close", EnumSet.of(End.RETURNS), () -> closing(counter));
      } else if (store.admits()) {
        actor.enter(store, step, "Resource.close", EnumSet.of(End.RETURNS), () -> closing(counter));
        checkDestroyed(counter);
      } else {
        attempt(actor, step, counter, EnumSet.of(End.RETURNS));
      }
    } else if (counter.state() == State.GIVEN && store.isOccupied()) {
      // By the call that goes on, perhaps.
      attempt(actor, step, counter, EnumSet.of(End.RETURNS, End.STATE));
    } else {
      attempt(actor, step, counter, EnumSet.of(End.RETURNS));
    }
  }

  /** Runs no destructor, unless other threads have a say in it. */
  private static void attempt(Actor actor, Step step, Counter counter, Set<End> ends) {
    actor.stayIfLoose(counter.store(), step, "Resource.close", ends, () -> closing(counter));
  }

  private static Object closing(Counter counter) {
    counter.resource().close();
    return counter;
  }

  private static void checkDestroyed(Counter counter) {
    if (counter.kind() == Kind.COUNTER
        && counter.store().status() == StoreModel.Status.OPEN
        && !counter.life().isDestroyed()) {
      throw new Violation("counter " + counter.life().id() + " is closed, and lives", null);
    }
  }

  static void look(Actor actor, Step step) {
    Dice dice = step.dice();
    Counter counter = actor.shelf(dice).counters().pick(dice);
    if (counter == null) {
      return;
    }
    boolean held = counter.state() == State.HELD;
    Outcome outcome =
        actor.attempt(
            "Resource.isOpen",
            EnumSet.of(End.RETURNS),
            () -> {
              String text = counter.resource().toString();
              return text.isEmpty() || counter.resource().isOpen();
            });
    boolean foreseeable = !counter.store().isLoose() && counter.kind() != Kind.BORROWED_STREAM;
    if (foreseeable && !Boolean.valueOf(held).equals(outcome.value())) {
      throw new Violation(counter.resource() + " should be " + counter.state(), null);
    }
  }

  /** Leaves a handle to the cleaner. */
  static void forget(Actor actor, Step step) {
    Dice dice = step.dice();
    Shelf shelf = actor.shelf(dice);
    Counter counter = shelf.counters().pick(dice);
    if (counter != null) {
      shelf.counters().remove(one -> one == counter);
    }
  }

  static void lookAtList(Actor actor, Step step) {
    Dice dice = step.dice();
    Visit visit = actor.shelf(dice).visits().pick(dice);
    if (visit == null) {
      return;
    }
    Set<End> ends =
        visit.isOver()
            ? EnumSet.of(End.STATE, End.THREAD)
            : visit.visitor() == actor ? EnumSet.of(End.RETURNS) : EnumSet.of(End.THREAD);
    if (actor.world().isRacing()) {
      ends = EnumSet.of(End.RETURNS, End.STATE, End.THREAD);
    }
    actor.attempt(
        "a list that was seen in place",
        ends,
        () ->
            visit.elements().byteSize() == 0
                ? throwIfOver(visit)
                : visit.elements().get(JAVA_BYTE, visit.elements().byteSize() - 1));
  }

  /** An empty one can't be accessed; its scope tells. */
  private static Object throwIfOver(Visit visit) {
    if (!visit.elements().scope().isAlive()) {
      throw new IllegalStateException("over");
    }
    if (!visit.elements().isAccessibleBy(Thread.currentThread())) {
      throw new WrongThreadException("another thread's");
    }
    return visit;
  }
}
