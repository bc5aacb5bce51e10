package dev.switchblade.tools;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.cli.ComponentFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The guests of a soak, in engines of several kinds: as they come, with a pool, with stacks of
 * their own for guests.
 *
 * @param all one for each engine
 * @param pooled the one with the pool
 * @param slots how many memories the pool has
 */
@SuppressWarnings("ArrayRecordComponent") // internal
record SoakGuests(List<InEngine> all, InEngine pooled, int slots) implements AutoCloseable {

  /**
   * The guests in one engine.
   *
   * @param calculator pre-instantiated
   * @param processor needs a {@code logger}
   * @param prober pre-instantiated
   */
  record InEngine(
      Engine engine,
      Component calculatorComponent,
      InstancePre calculator,
      Component processor,
      Component proberComponent,
      InstancePre prober)
      implements AutoCloseable {

    static InEngine compile(Path folder, Engine engine) {
      Component calculator = engine.compile(folder.resolve("calculator.wasm"));
      Component processor = engine.compile(folder.resolve("processor.wasm"));
      Component prober = engine.compile(folder.resolve("prober.wasm"));
      return new InEngine(
          engine,
          calculator,
          new Linker(engine).instantiatePre(calculator),
          processor,
          prober,
          new Linker(engine).instantiatePre(prober));
    }

    @Override
    public void close() {
      calculator.close();
      prober.close();
      calculatorComponent.close();
      processor.close();
      proberComponent.close();
      engine.close();
    }
  }

  /** Memories of this size hold each guest. */
  private static final long POOLED_MEMORY = 16 << 20;

  static SoakGuests compile(Path folder, int threads) {
    Engine plain = ComponentFile.engine(Engine.builder().interruptible(true));
    // Each worker has two stores at a time at most, with one memory each.
    int slots = 4 * threads;
    var pool = Engine.Pooling.of(slots).withMemoryBytes(POOLED_MEMORY);
    InEngine pooled =
        InEngine.compile(folder, Engine.builder().interruptible(true).pooling(pool).build());
    InEngine concurrent =
        InEngine.compile(folder, Engine.builder().interruptible(true).concurrency(true).build());
    return new SoakGuests(
        List.of(InEngine.compile(folder, plain), pooled, concurrent), pooled, slots);
  }

  /**
   * Takes all slots of the pool: those that are missing belong to native instances that are still
   * there.
   *
   * @return what is missing, or an empty string
   */
  String lostInstances() {
    List<Store> stores = new ArrayList<>();
    try {
      for (int i = 0; i < slots; i++) {
        var store = new Store(pooled.engine());
        stores.add(store);
        pooled.calculator().instantiate(store);
      }
      return "";
    } catch (ResourceLimitException e) {
      int lost = slots - stores.size() + 1;
      return lost + " of " + slots + " instances were not given back to the pool";
    } finally {
      stores.forEach(Store::close);
    }
  }

  @Override
  public void close() {
    all.forEach(InEngine::close);
  }
}
