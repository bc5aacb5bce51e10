package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.AccessEvent;
import dev.switchblade.wasi.WasiConfig;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A guest that tries sockets and HTTP, in a store of its own. */
final class NetworkGuest implements AutoCloseable {

  static final String LABEL = "a tenant";

  /** What guests run on. */
  enum On {
    /** The stack of the thread that calls them. */
    THREADS,
    /** The same, but their code can't be stopped: only what waits can. */
    UNSTOPPABLE,
    /** Stacks of their own. */
    FIBERS;

    Engine engine() {
      return switch (this) {
        case THREADS -> Threads.ENGINE;
        case UNSTOPPABLE -> Guests.ENGINE;
        case FIBERS -> Fibers.ENGINE;
      };
    }

    private InstancePre prober() {
      return switch (this) {
        case THREADS -> Threads.PROBER;
        case UNSTOPPABLE -> Unstoppable.PROBER;
        case FIBERS -> Fibers.PROBER;
      };
    }
  }

  private static final class Threads {
    static final Engine ENGINE = Engine.builder().interruptible(true).build();
    static final InstancePre PROBER = link(ENGINE);
  }

  private static final class Unstoppable {
    static final InstancePre PROBER = link(Guests.ENGINE);
  }

  private static final class Fibers {
    static final Engine ENGINE = Engine.builder().interruptible(true).concurrency(true).build();
    static final InstancePre PROBER = link(ENGINE);
  }

  private static InstancePre link(Engine engine) {
    return new Linker(engine).instantiatePre(engine.compile(Guests.file("prober.wasm")));
  }

  private final Store store;
  private final Instance instance;
  private final List<AccessEvent> events;

  private NetworkGuest(On on, Limits limits, WasiConfig wasi, List<AccessEvent> events) {
    this.events = events;
    this.store =
        new Store(
            on.engine(), StoreConfig.builder().label(LABEL).limits(limits).wasi(wasi).build());
    this.instance = on.prober().instantiate(store);
  }

  static NetworkGuest open(WasiConfig.Builder wasi) {
    return open(On.THREADS, wasi);
  }

  static NetworkGuest open(On on, WasiConfig.Builder wasi) {
    return open(on, Limits.defaults(), wasi);
  }

  static NetworkGuest open(On on, Limits limits, WasiConfig.Builder wasi) {
    var events = new CopyOnWriteArrayList<AccessEvent>();
    return new NetworkGuest(on, limits, wasi.onAccess(events::add).build(), events);
  }

  /** What it has asked for. */
  List<AccessEvent> events() {
    return events;
  }

  @Nullable Object call(String function, @Nullable Object... arguments) {
    return instance.func(function).call(arguments);
  }

  /** What a function returns that must succeed. */
  @Nullable Object succeed(String function, @Nullable Object... arguments) {
    Object result = call(function, arguments);
    return assertInstanceOf(Result.Ok.class, result, () -> function + ": " + result).value();
  }

  /** What a function says that must fail. */
  String fail(String function, @Nullable Object... arguments) {
    Object result = call(function, arguments);
    return (String)
        Objects.requireNonNull(
            assertInstanceOf(Result.Err.class, result, () -> function + ": " + result).error());
  }

  /** Ends the call that runs, if one does. */
  void interrupt() {
    store.interrupt();
  }

  /** Calls a function on a thread of its own. */
  Waiting begin(String function, @Nullable Object... arguments) {
    var end = new CompletableFuture<End>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    Object result = call(function, arguments);
                    end.complete(new End(result, null, Thread.currentThread().isInterrupted()));
                  } catch (Throwable e) {
                    end.complete(new End(null, e, Thread.currentThread().isInterrupted()));
                  }
                });
    return new Waiting(thread, end);
  }

  /** A call on another thread. */
  record Waiting(Thread thread, CompletableFuture<End> end) {

    End await() throws InterruptedException, ExecutionException {
      return end.get();
    }
  }

  /**
   * How a call ended.
   *
   * @param interrupted whether its thread was told to interrupt what it does
   */
  record End(@Nullable Object result, @Nullable Throwable failure, boolean interrupted) {}

  @Override
  public void close() {
    store.close();
  }
}
