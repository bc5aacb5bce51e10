package dev.switchblade.tests.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A thread that performs steps in a world. */
final class Actor {

  private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

  private final World world;
  private final String name;

  /** What it made in stores that no other thread knows. */
  private final Shelf own = new Shelf();

  /** Its stays in stores, the innermost last. */
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** The calls it has begun, which only it can end. */
  private final Set<CallModel> begun = new LinkedHashSet<>();

  Actor(World world, String name) {
    this.world = world;
    this.name = name;
  }

  /** The actor of this thread; null on the threads of the JVM. */
  static @Nullable Actor current() {
    return CURRENT.get();
  }

  World world() {
    return world;
  }

  /** What a step may pick from: while threads race, that of all, or its own. */
  Shelf shelf(Dice dice) {
    return world.isRacing() && dice.oneIn(2) ? own : world.shelf();
  }

  /** Where what belongs to a store is kept. */
  Shelf shelfOf(StoreModel store) {
    return world.isRacing() && !store.isLoose() ? own : world.shelf();
  }

  /** Where new stores are kept. */
  Shelf home() {
    return world.isRacing() ? own : world.shelf();
  }

  void keep(Counter counter) {
    shelfOf(counter.store()).counters().add(counter, new Dice(counter.life().id()));
  }

  Set<CallModel> begun() {
    return begun;
  }

  /** Performs steps on the calling thread; what goes wrong is told to the world. */
  void perform(List<Step> steps) {
    @Nullable Actor before = CURRENT.get();
    CURRENT.set(this);
    try {
      for (Step step : steps) {
        world.checkpoint();
        step.deed().perform(this, step);
      }
    } catch (ScriptedException | ScriptedException.Unchecked e) {
      // Nobody called back: it ends these steps.
      return;
    } catch (Violation e) {
      world.fail(e);
    } catch (Throwable e) {
      world.fail(new Violation(name + " can't go on", e));
    } finally {
      CURRENT.set(before);
    }
  }

  /** Its innermost stay in a store. */
  Frame frame() {
    Frame frame = frames.peek();
    if (frame == null) {
      throw new Violation(name + " is called back, and has called nothing", null);
    }
    return frame;
  }

  /** Says whether it is in a store, however deep. */
  boolean isIn(StoreModel store) {
    return frames.stream().anyMatch(frame -> frame.store() == store);
  }

  /**
   * Performs the steps that are for one callback.
   *
   * @throws ScriptedException if one of them says so
   */
  void performInside() throws Exception {
    try {
      for (Step step : frame().next()) {
        world.checkpoint();
        step.deed().perform(this, step);
      }
    } catch (Violation e) {
      // Whatever it is thrown into may hide it.
      world.fail(e);
      throw e;
    }
  }

  /** The same where nothing checked can be thrown. */
  void performInsideUnchecked() {
    try {
      performInside();
    } catch (Violation | RuntimeException e) {
      throw e;
    } catch (ScriptedException e) {
      throw new ScriptedException.Unchecked();
    } catch (Exception e) {
      throw world.fail(new Violation(name + " can't go on", e));
    }
  }

  /** Calls a method, and holds how it ends against how it can. */
  Outcome attempt(
      StoreModel store, String what, Set<End> ends, Callable<? extends @Nullable Object> body) {
    Outcome outcome = Outcome.of(what, body);
    expect(store, outcome, ends);
    return outcome;
  }

  /** The same for what belongs to no store. */
  Outcome attempt(String what, Set<End> ends, Callable<? extends @Nullable Object> body) {
    Outcome outcome = Outcome.of(what, body);
    require(outcome, ends);
    return outcome;
  }

  private void expect(StoreModel store, Outcome outcome, Set<End> ends) {
    if (store.isLoose()) {
      Set<End> either = EnumSet.copyOf(End.DOCUMENTED);
      either.addAll(ends);
      require(outcome, either);
    } else {
      require(outcome, ends);
    }
  }

  private void require(Outcome outcome, Set<End> ends) {
    if (!ends.contains(outcome.end())) {
      world.judge(
          new Violation(
              name
                  + ": "
                  + outcome.what()
                  + " must end with "
                  + ends
                  + ", and ended with "
                  + outcome.end()
                  + (outcome.returned() ? " " + outcome.value() : ""),
              outcome.thrown()));
    }
  }

  /**
   * Calls a method that enters a store and leaves it again.
   *
   * @param ends how it ends if the store is free
   */
  Outcome enter(
      StoreModel store,
      Step step,
      String what,
      Set<End> ends,
      Callable<? extends @Nullable Object> body) {
    if (!store.isLoose() && !store.admits()) {
      return attempt(store, what, EnumSet.of(End.STATE), body);
    }
    boolean takes = !store.isLoose();
    if (takes) {
      store.occupy(this);
    }
    try {
      return stay(store, step, what, ends, body);
    } finally {
      if (takes) {
        store.occupy(null);
      }
    }
  }

  /** Calls a method of a call that is in its store already, or is about to end. */
  Outcome stay(
      StoreModel store,
      Step step,
      String what,
      Set<End> ends,
      Callable<? extends @Nullable Object> body) {
    Outcome outcome = call(store, step, what, body);
    world.checkpoint();
    settle(store, outcome, ends);
    return outcome;
  }

  /** The same for a method that is refused, unless other threads have a say in it. */
  void stayIfLoose(
      StoreModel store,
      Step step,
      String what,
      Set<End> ends,
      Callable<? extends @Nullable Object> body) {
    if (store.isLoose()) {
      stay(store, step, what, ends, body);
    } else {
      attempt(store, what, ends, body);
    }
  }

  /** Calls a method that runs code of the user's, and no guest. */
  Outcome compute(
      StoreModel store,
      Step step,
      String what,
      Set<End> ends,
      Callable<? extends @Nullable Object> body) {
    Outcome outcome = call(store, step, what, body);
    world.checkpoint();
    expect(store, outcome, ends);
    return outcome;
  }

  /** Calls a method during which steps are performed, and lets it end as it will. */
  Outcome call(
      StoreModel store, Step step, String what, Callable<? extends @Nullable Object> body) {
    var frame = new Frame(store, step);
    frames.push(frame);
    try {
      return Outcome.of(what, body);
    } finally {
      frames.pop();
      frame.join();
    }
  }

  /** What callbacks did decides how a call can end, and what becomes of the store. */
  private void settle(StoreModel store, Outcome outcome, Set<End> ends) {
    Set<End> can = EnumSet.copyOf(ends);
    if (store.isDoomed() || store.isInterrupted()) {
      can.add(End.GUEST);
    }
    expect(store, outcome, can);
    if (outcome.end() == End.GUEST || store.isDoomed()) {
      store.become(StoreModel.Status.LOST);
    }
    store.calm();
  }

  /** Has another thread perform steps, and waits for it. */
  void elsewhere(List<Step> steps) {
    Future<?> task = world.aside(this, () -> {}, steps);
    if (task != null) {
      Threads.join(task);
    }
  }

  /** Ends what it has begun. */
  void finish() {
    CURRENT.set(this);
    try {
      for (CallModel call : begun) {
        CallDeeds.close(this, Step.NONE, call);
      }
    } catch (Violation e) {
      world.fail(e);
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
