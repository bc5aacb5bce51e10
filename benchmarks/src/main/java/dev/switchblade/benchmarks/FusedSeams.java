package dev.switchblade.benchmarks;

import dev.switchblade.Component;
import dev.switchblade.Composition;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Store;

/** Both in one component: Wasmtime's compiled code goes from the one to the other. */
public class FusedSeams extends Seams {

  private Component composed;

  @Override
  Instance processor(Engine engine, Store store, Component auth, Component processor) {
    composed =
        Composition.of(engine)
            .add("auth", auth)
            .add("processor", processor)
            .plug("auth", "processor")
            .export("processor")
            .compile();
    return new Linker(engine).instantiate(store, composed);
  }

  @Override
  void release() {
    composed.close();
  }
}
