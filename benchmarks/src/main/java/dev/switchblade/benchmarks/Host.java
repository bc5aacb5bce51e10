package dev.switchblade.benchmarks;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.nio.file.Path;

/**
 * The host of {@code bench.wasm}: engine, logger, stores. Its settings are those of the Rust host.
 */
final class Host implements Workloads.Imports, AutoCloseable {

  private static final Limits LIMITS = Limits.defaults().withCopiedBytes(1 << 30);

  private final Engine engine;
  private final Component component;
  private final InstancePre pre;
  private long loggedChars;

  private Host(Engine engine) {
    this.engine = engine;
    component =
        engine.compile(
            Path.of(System.getProperty(TurnTaker.GUESTS, "tests/guests/wasm"), "bench.wasm"));
    var linker = new Linker(engine);
    Workloads.addToLinker(linker, this);
    pre = linker.instantiatePre(component);
  }

  static Host onDemand() {
    return new Host(Engine.create());
  }

  static Host pooling() {
    return new Host(Engine.builder().pooling(Engine.Pooling.of(100)).build());
  }

  Store store() {
    return new Store(engine, LIMITS);
  }

  InstancePre pre() {
    return pre;
  }

  @Override
  public void logger(String message) {
    loggedChars += message.length();
  }

  long loggedChars() {
    return loggedChars;
  }

  @Override
  public void close() {
    pre.close();
    component.close();
    engine.close();
  }
}
