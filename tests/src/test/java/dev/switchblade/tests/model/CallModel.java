package dev.switchblade.tests.model;

import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A {@link Call}, and what the model knows of it. The object may stand for many calls in turn. */
final class CallModel {

  enum State {
    OVER,
    OPEN,
    RUNNING,
    RETURNED
  }

  private final Call call;
  private final StoreModel store;
  private volatile State state = State.OVER;
  private volatile @Nullable Actor caller;
  private volatile @Nullable InstanceModel instance;
  private volatile @Nullable GuestFunction function;

  /** All that was written. */
  private final List<Exchange> written = new CopyOnWriteArrayList<>();

  /** What must come of it; null if the arguments make no sense. */
  private volatile @Nullable Exchange exchange;

  /** Something of the result can't be read again. */
  private volatile boolean spent;

  private volatile @Nullable View<ImageWriter> writer;
  private volatile @Nullable View<ImageReader> reader;

  CallModel(Call call, StoreModel store) {
    this.call = call;
    this.store = store;
  }

  Call call() {
    return call;
  }

  StoreModel store() {
    return store;
  }

  State state() {
    return state;
  }

  boolean isCalledBy(Actor actor) {
    return caller == actor;
  }

  /** Says whether an actor may do what needs the call to be in a state. */
  boolean allows(Actor actor, State needed) {
    return state == needed && caller == actor;
  }

  /** Null if the call is over, and its store was forgotten. */
  @Nullable InstanceModel instance() {
    return instance;
  }

  GuestFunction function() {
    return Objects.requireNonNull(function, "the call was never begun");
  }

  void open(Actor actor, InstanceModel on, GuestFunction called) {
    caller = actor;
    instance = on;
    function = called;
    written.clear();
    exchange = null;
    spent = false;
    state = State.OPEN;
    mayBeUsed(writer, actor);
  }

  private static void mayBeUsed(@Nullable View<?> view, Actor actor) {
    if (view != null) {
      view.mayBeUsed(actor);
    }
  }

  void hasWriter(View<ImageWriter> view) {
    writer = view;
  }

  void hasReader(View<ImageReader> view) {
    reader = view;
  }

  void wrote(Exchange one) {
    // Handles that were written before are passed as well, or not: nobody knows.
    exchange = passesHandles() ? null : one;
    written.add(one);
    one.written();
  }

  /** Something was written that isn't an argument. */
  void scribbled() {
    if (state == State.OPEN) {
      exchange = null;
    }
  }

  /** What the call must do; null if its arguments make no sense. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  boolean passesHandles() {
    return written.stream().anyMatch(Exchange::hasHandles);
  }

  void run() {
    state = State.RUNNING;
    endWriter();
    written.forEach(Exchange::crossing);
  }

  /** It was refused before the guest began. */
  void undo() {
    written.forEach(Exchange::undone);
    end();
  }

  void returned(Actor actor) {
    state = State.RETURNED;
    mayBeUsed(reader, actor);
    Exchange succeeded = exchange;
    if (succeeded != null) {
      succeeded.succeeded();
    }
  }

  boolean isSpent() {
    return spent;
  }

  void spend() {
    spent = true;
  }

  void end() {
    Exchange last = exchange;
    if (state == State.RETURNED && last != null && !spent) {
      last.unread();
    }
    state = State.OVER;
    endWriter();
    View<ImageReader> read = reader;
    if (read != null) {
      read.end();
    }
    if (store.isForgotten()) {
      forget();
    }
  }

  /** Lets the instance become unreachable, unless the call is under way. */
  void forget() {
    if (state == State.OVER) {
      instance = null;
      exchange = null;
      written.clear();
    }
  }

  private void endWriter() {
    View<ImageWriter> wrote = writer;
    if (wrote != null) {
      wrote.end();
    }
  }
}
