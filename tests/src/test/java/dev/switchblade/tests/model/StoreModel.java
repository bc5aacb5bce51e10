package dev.switchblade.tests.model;

import dev.switchblade.Store;
import dev.switchblade.abi.Call;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A store, and what the model knows of it. */
final class StoreModel {

  enum Status {
    OPEN,
    LOST,
    CLOSED
  }

  private final Rig rig;
  private @Nullable Store store;
  private volatile Status status = Status.OPEN;

  /** Who is in it. */
  private volatile @Nullable Actor occupant;

  /** A callback threw: the call that goes on will end by it. */
  private volatile boolean doomed;

  /** Somebody wants the call to end that goes on, which it may not notice. */
  private volatile boolean interrupted;

  /** Several threads use it, or a guest was given nonsense: what it answers can't be foretold. */
  private volatile boolean loose;

  private final IdentityHashMap<Object, View<?>> views = new IdentityHashMap<>();
  private final IdentityHashMap<Call, CallModel> calls = new IdentityHashMap<>();

  /** Those that host functions were given. */
  private final List<View<?>> hostViews = new CopyOnWriteArrayList<>();

  StoreModel(Rig rig, Store store) {
    this.rig = rig;
    this.store = store;
  }

  Rig rig() {
    return rig;
  }

  /** The store; asked for before it was forgotten. */
  Store store() {
    return Objects.requireNonNull(store, "the store was forgotten");
  }

  boolean isForgotten() {
    return store == null;
  }

  /** Lets it become unreachable. */
  void forget() {
    store = null;
    synchronized (calls) {
      calls.values().forEach(CallModel::forget);
    }
  }

  /** The arguments of a call that is being prepared may be nonsense now. */
  void scribbled() {
    synchronized (calls) {
      calls.values().forEach(CallModel::scribbled);
    }
  }

  Status status() {
    return status;
  }

  void become(Status next) {
    status = next;
  }

  /** Says whether a thread can enter it now. */
  boolean admits() {
    return status == Status.OPEN && occupant == null;
  }

  boolean isOccupied() {
    return occupant != null;
  }

  void occupy(@Nullable Actor actor) {
    occupant = actor;
  }

  boolean isOccupiedBy(Actor actor) {
    return occupant == actor;
  }

  void doom() {
    doomed = true;
  }

  boolean isDoomed() {
    return doomed;
  }

  void interrupt() {
    interrupted = true;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /** A call is over: what was to end it is forgotten. */
  void calm() {
    doomed = false;
    interrupted = false;
  }

  boolean isLoose() {
    return loose;
  }

  void loosen() {
    loose = true;
  }

  /** The view for a reader, a writer or a {@code HostCall} of this store. */
  <T> View<T> view(T object) {
    synchronized (views) {
      @SuppressWarnings("unchecked") // by its very object
      View<T> view = (View<T>) views.computeIfAbsent(object, any -> new View<>(any, this));
      return view;
    }
  }

  /** A host function is called, with one of these. */
  void hostBegins(Actor actor, View<?>... views) {
    for (View<?> view : views) {
      if (!hostViews.contains(view)) {
        hostViews.add(view);
      }
    }
    hostViews.forEach(view -> view.mayBeUsed(actor));
    for (View<?> view : views) {
      view.use(actor);
    }
  }

  void hostEnds() {
    hostViews.forEach(View::end);
  }

  CallModel call(Call call) {
    synchronized (calls) {
      return calls.computeIfAbsent(call, any -> new CallModel(any, this));
    }
  }
}
