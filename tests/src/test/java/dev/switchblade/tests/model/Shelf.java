package dev.switchblade.tests.model;

import dev.switchblade.HostCall;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;

/** All that was made and kept, live or stale. */
final class Shelf {

  private final Keep<Rig> rigs = new Keep<>();
  private final Keep<StoreModel> stores = new Keep<>();
  private final Keep<InstanceModel> instances = new Keep<>();
  private final Keep<CallModel> calls = new Keep<>();
  private final Keep<View<ImageWriter>> writers = new Keep<>();
  private final Keep<View<ImageReader>> readers = new Keep<>();
  private final Keep<View<HostCall>> hostCalls = new Keep<>();
  private final Keep<Counter> counters = new Keep<>();
  private final Keep<Visit> visits = new Keep<>();

  /** Engines that may be closed. */
  Keep<Rig> rigs() {
    return rigs;
  }

  Keep<StoreModel> stores() {
    return stores;
  }

  Keep<InstanceModel> instances() {
    return instances;
  }

  Keep<CallModel> calls() {
    return calls;
  }

  Keep<View<ImageWriter>> writers() {
    return writers;
  }

  Keep<View<ImageReader>> readers() {
    return readers;
  }

  Keep<View<HostCall>> hostCalls() {
    return hostCalls;
  }

  Keep<Counter> counters() {
    return counters;
  }

  Keep<Visit> visits() {
    return visits;
  }

  /** Lets go of a store, and of all that keeps it reachable. */
  void forget(StoreModel store) {
    stores.remove(one -> one == store);
    instances.remove(one -> one.store() == store);
    counters.remove(one -> one.store() == store && one.kind() == Counter.Kind.COUNTER);
    store.forget();
  }
}
