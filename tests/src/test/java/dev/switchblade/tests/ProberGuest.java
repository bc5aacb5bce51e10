package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.fail;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.WasiConfig;
import java.util.Objects;

/** {@code prober.wasm}, which tries whatever WASI offers, in a store of its own. */
final class ProberGuest implements AutoCloseable {

  static final Engine ENGINE = Engine.builder().interruptible(true).build();
  static final Component COMPONENT = ENGINE.compile(Guests.file("prober.wasm"));
  private static final InstancePre PRE = new Linker(ENGINE).instantiatePre(COMPONENT);

  /** The same on an engine whose guests run on stacks of their own; compiled if a test needs it. */
  private static final class Concurrent {
    static final Engine ENGINE = Engine.builder().interruptible(true).concurrency(true).build();
    static final Component COMPONENT = ENGINE.compile(Guests.file("prober.wasm"));
    static final InstancePre PRE = new Linker(ENGINE).instantiatePre(COMPONENT);
  }

  private final Store store;
  private final Instance instance;

  ProberGuest(WasiConfig wasi) {
    this(StoreConfig.defaults().withWasi(wasi));
  }

  ProberGuest(StoreConfig config) {
    this(config, false);
  }

  /** On an engine with or without concurrency support. */
  ProberGuest(StoreConfig config, boolean concurrent) {
    store = new Store(concurrent ? Concurrent.ENGINE : ENGINE, config);
    try {
      instance = (concurrent ? Concurrent.PRE : PRE).instantiate(store);
    } catch (Throwable e) {
      store.close();
      throw e;
    }
  }

  Store store() {
    return store;
  }

  /** Calls a function that returns something. */
  Object call(String function, Object... arguments) {
    return Objects.requireNonNull(instance.func(function).call(arguments), function);
  }

  /** Calls a function that returns nothing. */
  void run(String function, Object... arguments) {
    instance.func(function).call(arguments);
  }

  /** Calls a function that returns a result, and tells whether it succeeded. */
  boolean succeeds(String function, Object... arguments) {
    return ((Result<?, ?>) call(function, arguments)).isOk();
  }

  /** What a function returns that must succeed; null if its success says no more. */
  Object ok(String function, Object... arguments) {
    return switch ((Result<?, ?>) call(function, arguments)) {
      case Result.Ok<?, ?> ok -> ok.value() == null ? "" : ok.value();
      case Result.Err<?, ?> error -> fail(function + " failed: " + error.error());
    };
  }

  /** The error of a function that must fail. */
  String error(String function, Object... arguments) {
    return switch ((Result<?, ?>) call(function, arguments)) {
      case Result.Ok<?, ?> ok -> fail(function + " must fail and returned " + ok.value());
      case Result.Err<?, ?> error -> String.valueOf(error.error());
    };
  }

  @Override
  public void close() {
    store.close();
  }
}
