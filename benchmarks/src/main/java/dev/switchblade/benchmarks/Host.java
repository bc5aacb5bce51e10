package dev.switchblade.benchmarks;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** The host of a guest: engine, host functions, stores. Its settings are those of the Rust host. */
final class Host implements AutoCloseable {

  private static final Limits LIMITS = Limits.defaults().withCopiedBytes(1 << 30);

  private final Engine engine;
  private final Component component;
  private final InstancePre pre;

  private Host(Engine engine, String guest, Consumer<Linker> imports) {
    this.engine = engine;
    component = engine.compile(guests().resolve(guest));
    var linker = new Linker(engine);
    imports.accept(linker);
    pre = linker.instantiatePre(component);
  }

  /**
   * Compiles and links a guest whose instances get their memory when they are made.
   *
   * @param guest the name of its file
   * @param imports defines what it imports
   */
  static Host onDemand(String guest, Consumer<Linker> imports) {
    return new Host(Engine.create(), guest, imports);
  }

  /** The same with memory that is mapped once for all instances. */
  static Host pooling(String guest, Consumer<Linker> imports) {
    return new Host(Engine.builder().pooling(Engine.Pooling.of(100)).build(), guest, imports);
  }

  /** The same with guests that run on fibers. */
  static Host concurrent(String guest, Consumer<Linker> imports) {
    return new Host(Engine.builder().concurrency(true).build(), guest, imports);
  }

  /** The same with calls that hop from virtual threads to a pool. */
  static Host hopping(ExecutorService pool, String guest, Consumer<Linker> imports) {
    return new Host(Engine.builder().virtualThreadCalls(pool).build(), guest, imports);
  }

  /** The folder of the guests. */
  static Path guests() {
    return Path.of(System.getProperty(TurnTaker.GUESTS, "tests/guests/wasm"));
  }

  Store store(StoreConfig config) {
    return new Store(engine, config);
  }

  Store store() {
    return new Store(engine, LIMITS);
  }

  InstancePre pre() {
    return pre;
  }

  @Override
  public void close() {
    pre.close();
    component.close();
    engine.close();
  }
}
