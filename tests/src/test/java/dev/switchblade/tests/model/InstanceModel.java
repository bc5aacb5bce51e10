package dev.switchblade.tests.model;

import dev.switchblade.Func;
import dev.switchblade.Instance;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/** An instance of the guest, and what the model knows of it. */
final class InstanceModel {

  private final StoreModel store;
  private final Instance instance;
  private final Map<GuestFunction, Func> functions = new EnumMap<>(GuestFunction.class);

  /** The carts that the guest keeps. */
  private final Deque<Cart> kept = new ConcurrentLinkedDeque<>();

  InstanceModel(StoreModel store, Instance instance) {
    this.store = store;
    this.instance = instance;
  }

  StoreModel store() {
    return store;
  }

  Instance instance() {
    return instance;
  }

  synchronized Func func(GuestFunction function) {
    return functions.computeIfAbsent(function, any -> instance.func(any.witName()));
  }

  Deque<Cart> kept() {
    return kept;
  }
}
