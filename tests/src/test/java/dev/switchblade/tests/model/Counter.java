package dev.switchblade.tests.model;

import dev.switchblade.Resource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A counter of the guest's, or a stream of WASI's, with what the model knows of it. */
final class Counter {

  enum Kind {
    COUNTER,
    STREAM,
    BORROWED_STREAM
  }

  enum State {
    HELD,
    GIVING,
    GIVEN,
    CLOSED
  }

  private final Kind kind;
  private final Resource resource;
  private final StoreModel store;

  /** Whose functions take it; null for what the host was given. */
  private final @Nullable InstanceModel instance;

  private final Life life;
  private volatile State state = State.HELD;

  /** What outlives the host's handle: an {@code own} that comes back is another handle. */
  static final class Life {
    private final int id;
    private final AtomicInteger destroyed = new AtomicInteger();
    private int value;

    Life(int id) {
      this.id = id;
    }

    int id() {
      return id;
    }

    int value() {
      return value;
    }

    int increment() {
      return ++value;
    }

    /** Its destructor runs; says whether for the first time. */
    boolean destroy() {
      return destroyed.incrementAndGet() == 1;
    }

    boolean isDestroyed() {
      return destroyed.get() != 0;
    }
  }

  private Counter(
      Kind kind, Resource resource, StoreModel store, @Nullable InstanceModel instance, Life life) {
    this.kind = kind;
    this.resource = resource;
    this.store = store;
    this.instance = instance;
    this.life = life;
  }

  /** A counter. */
  static Counter of(Resource resource, InstanceModel instance, Life life) {
    return new Counter(Kind.COUNTER, resource, instance.store(), instance, life);
  }

  /** A stream that a host function was given. */
  static Counter stream(Kind kind, Resource resource, StoreModel store) {
    return new Counter(kind, resource, store, null, new Life(0));
  }

  Kind kind() {
    return kind;
  }

  Resource resource() {
    return resource;
  }

  boolean isOf(InstanceModel callee) {
    return instance == callee;
  }

  StoreModel store() {
    return store;
  }

  Life life() {
    return life;
  }

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
  }

  boolean canBePassed() {
    return kind == Kind.COUNTER && state == State.HELD;
  }
}
