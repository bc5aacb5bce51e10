package dev.switchblade.tests.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where one sequence is performed: all objects that it makes, and the threads that it has. */
final class World {

  private final Shelf shelf = new Shelf();
  private final Threads threads;
  private final Actor main = new Actor(this, "the main thread");
  private final List<Actor> helpers =
      List.of(new Actor(this, "the second thread"), new Actor(this, "the third thread"));

  /** All stores; those that were not forgotten are closed in the end. */
  private final List<StoreModel> stores = new ArrayList<>();

  private final Map<Integer, Counter.Life> counters = new ConcurrentHashMap<>();
  private final AtomicInteger nextCounter = new AtomicInteger(1);
  private final List<Cart> carts = new ArrayList<>();
  private final AtomicReference<@Nullable Violation> violation = new AtomicReference<>();
  private volatile boolean numbersMayRepeat;
  private volatile boolean racing;
  private volatile boolean foreseeable = true;

  /** Whether what is otherwise than the model has it ends the sequence. */
  private final boolean judging;

  World(Threads threads, boolean judging) {
    this.threads = threads;
    this.judging = judging;
  }

  Shelf shelf() {
    return shelf;
  }

  /** Several threads are at work at once. */
  boolean isRacing() {
    return racing;
  }

  /** Says whether whose each object is can be told. */
  boolean isForeseeable() {
    return foreseeable;
  }

  /** From now on nobody can tell whose each object is. */
  void surprise() {
    foreseeable = false;
  }

  /** From now on a store's answers can't be foretold. */
  void loosen(StoreModel store) {
    surprise();
    store.loosen();
  }

  /** Ends the sequence because something is otherwise than the model has it. */
  void judge(Violation found) {
    if (judging) {
      throw found;
    }
  }

  /** Remembers the first thing that was otherwise than the model has it. */
  Violation fail(Violation found) {
    if (judging) {
      violation.compareAndSet(null, found);
    }
    return found;
  }

  /** Ends the sequence if something went wrong, on whatever thread. */
  void checkpoint() {
    Violation found = violation.get();
    if (found != null) {
      throw found;
    }
  }

  synchronized List<Counter.Life> newCounters(int count) {
    List<Counter.Life> lives = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var life = new Counter.Life(nextCounter.getAndIncrement());
      counters.put(life.id(), life);
      lives.add(life);
    }
    return lives;
  }

  /**
   * A guest makes counters of numbers that nobody has written: they may be those of others, which
   * an earlier call in the store has left.
   */
  void numbersMayRepeat() {
    numbersMayRepeat = true;
  }

  /** The destructor of a counter has told its number. */
  void destroyed(int id) {
    boolean first = counter(id).destroy();
    if (!first && !numbersMayRepeat) {
      throw new Violation("the destructor of counter " + id + " runs a second time", null);
    }
  }

  private Counter.Life counter(int id) {
    return Objects.requireNonNull(counters.get(id), "no such counter was made");
  }

  synchronized Cart newCart(int number) {
    var cart = new Cart(number, this);
    carts.add(cart);
    return cart;
  }

  /** The cart of a number is the host's again. */
  synchronized void takeBack(int number) {
    carts.stream().filter(cart -> cart.number() == number).forEach(cart -> cart.moveTo(null));
  }

  synchronized void add(StoreModel store) {
    stores.add(store);
  }

  /** Lets go of a store. */
  synchronized void forget(StoreModel store, Shelf from) {
    from.forget(store);
    main.begun().removeIf(call -> call.store() == store);
    helpers.forEach(helper -> helper.begun().removeIf(call -> call.store() == store));
  }

  /**
   * Has another thread perform steps, and then do something.
   *
   * @return null if there is no thread for it now
   */
  @Nullable Future<?> aside(Actor asking, Runnable then, List<Step> steps) {
    if (asking != main || racing) {
      return null;
    }
    Actor helper = helpers.getFirst();
    return threads.start(
        0,
        () -> {
          helper.perform(steps);
          then.run();
        });
  }

  /** Performs a sequence. */
  void perform(Sequence sequence) {
    main.perform(sequence.alone());
    if (!sequence.together().isEmpty()) {
      race(sequence.together());
    }
    main.perform(sequence.after());
    finish();
    checkpoint();
  }

  private void race(List<List<Step>> together) {
    synchronized (this) {
      stores.forEach(this::loosen);
    }
    surprise();
    racing = true;
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 1; i < together.size(); i++) {
      Actor helper = helpers.get(i - 1);
      List<Step> steps = together.get(i);
      tasks.add(threads.start(i - 1, () -> helper.perform(steps)));
    }
    main.perform(together.getFirst());
    tasks.forEach(Threads::join);
    racing = false;
  }

  /** Closes everything, which must be possible now. */
  private void finish() {
    for (int i = 0; i < helpers.size(); i++) {
      Actor helper = helpers.get(i);
      if (!helper.begun().isEmpty()) {
        Threads.join(threads.start(i, helper::finish));
      }
    }
    main.finish();
    try {
      for (StoreModel store : List.copyOf(stores)) {
        if (!store.isForgotten()) {
          StoreDeeds.closeInTheEnd(main, store);
        }
      }
      carts.forEach(Cart::check);
    } catch (Violation e) {
      fail(e);
    }
    shelf.rigs().forEach(Rig::closeAll);
  }
}
