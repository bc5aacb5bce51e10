package dev.switchblade.tests.model;

import dev.switchblade.Instance;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.tests.model.StoreModel.Status;
import dev.switchblade.wasi.WasiConfig;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** What is done to stores. */
final class StoreDeeds {

  private static final StoreConfig WITH_CONSUMER =
      StoreConfig.defaults()
          .withWasi(WasiConfig.builder().stdout(Host::print).onAccess(Host::hear).build());

  private StoreDeeds() {}

  static void make(Actor actor, Step step) {
    Dice dice = step.dice();
    Rig own = actor.shelf(dice).rigs().pick(dice);
    Rig rig = own != null && dice.oneIn(2) ? own : Rig.shared(dice);
    StoreConfig config = dice.oneIn(3) ? WITH_CONSUMER : StoreConfig.defaults();
    Outcome outcome =
        actor.attempt(
            "new Store",
            rig.isEngineClosed() ? refusedOrRacing(actor) : returnsOrRacing(actor, rig),
            () -> new Store(rig.engine(), config));
    if (outcome.returned()) {
      var store = new StoreModel(rig, (Store) Objects.requireNonNull(outcome.value()));
      actor.home().stores().add(store, dice);
      actor.world().add(store);
      instantiate(actor, step, store);
    }
  }

  private static Set<End> refusedOrRacing(Actor actor) {
    return actor.world().isRacing() ? EnumSet.of(End.RETURNS, End.STATE) : EnumSet.of(End.STATE);
  }

  private static Set<End> returnsOrRacing(Actor actor, Rig rig) {
    return actor.world().isRacing() && rig.isCloseable()
        ? EnumSet.of(End.RETURNS, End.STATE)
        : EnumSet.of(End.RETURNS);
  }

  static void instantiate(Actor actor, Step step) {
    Dice dice = step.dice();
    StoreModel store = actor.shelf(dice).stores().pick(dice);
    if (store != null) {
      instantiate(actor, step, store);
    }
  }

  private static void instantiate(Actor actor, Step step, StoreModel store) {
    Dice dice = step.dice();
    Rig rig = store.rig();
    boolean byLinker = dice.oneIn(20);
    boolean closed = byLinker ? rig.isComponentClosed() : rig.isPreClosed();
    Store target = store.store();
    Outcome outcome =
        actor.enter(
            store,
            step,
            byLinker ? "Linker.instantiate" : "InstancePre.instantiate",
            closed ? refusedOrRacing(actor) : returnsOrRacing(actor, rig),
            () ->
                byLinker
                    ? rig.linker().instantiate(target, rig.component())
                    : rig.pre().instantiate(target));
    if (outcome.value() instanceof Instance instance && !store.isForgotten()) {
      actor.shelfOf(store).instances().add(new InstanceModel(store, instance), dice);
    }
  }

  static void close(Actor actor, Step step) {
    Dice dice = step.dice();
    StoreModel store = actor.shelf(dice).stores().pick(dice);
    if (store != null) {
      close(actor, step, store);
    }
  }

  static void close(Actor actor, Step step, StoreModel store) {
    if (store.isLoose()) {
      actor.stay(store, step, "Store.close", EnumSet.of(End.RETURNS), () -> closing(store));
    } else if (store.isOccupied()) {
      actor.attempt(store, "Store.close", EnumSet.of(End.STATE), () -> closing(store));
    } else if (store.status() == Status.CLOSED) {
      actor.attempt(store, "Store.close", EnumSet.of(End.RETURNS), () -> closing(store));
    } else {
      // What is done meanwhile, by destructors, finds it closed.
      store.become(Status.CLOSED);
      actor.stay(store, step, "Store.close", EnumSet.of(End.RETURNS), () -> closing(store));
      store.become(Status.CLOSED);
    }
  }

  /** Nobody is in a store any more: it can be closed, twice, whatever was done to it. */
  static void closeInTheEnd(Actor actor, StoreModel store) {
    for (int i = 0; i < 2; i++) {
      Outcome outcome = actor.call(store, Step.NONE, "Store.close", () -> closing(store));
      if (!outcome.returned()) {
        throw new Violation("a store can't be closed that nobody is in", outcome.thrown());
      }
    }
  }

  private static Object closing(StoreModel store) {
    store.store().close();
    return store;
  }

  static void interrupt(Actor actor, Step step) {
    Dice dice = step.dice();
    StoreModel store = actor.shelf(dice).stores().pick(dice);
    if (store == null) {
      return;
    }
    if (store.isOccupied()) {
      store.interrupt();
      if (!store.isOccupiedBy(actor)) {
        // The call of the other thread ends when it will.
        actor.world().loosen(store);
      }
    }
    actor.attempt(
        "Store.interrupt",
        EnumSet.of(End.RETURNS),
        () -> {
          store.store().interrupt();
          return null;
        });
  }

  static void fuel(Actor actor, Step step) {
    Dice dice = step.dice();
    StoreModel store = actor.shelf(dice).stores().pick(dice);
    if (store == null) {
      return;
    }
    Store asked = store.store();
    if (store.rig().countsFuel()) {
      actor.enter(store, step, "Store.fuel", EnumSet.of(End.RETURNS), asked::fuel);
    } else {
      actor.attempt(store, "Store.fuel", EnumSet.of(End.STATE), asked::fuel);
    }
  }

  /** Lets go of a store without closing it, and of what it is reached by. */
  static void forget(Actor actor, Step step) {
    Dice dice = step.dice();
    Shelf shelf = actor.shelf(dice);
    StoreModel store = shelf.stores().pick(dice);
    if (store != null && !store.isLoose()) {
      actor.world().forget(store, shelf);
    }
  }
}
