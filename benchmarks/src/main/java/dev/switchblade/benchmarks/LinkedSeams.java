package dev.switchblade.benchmarks;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;

/**
 * Compiled apart, and plugged into each other: the native library goes from the one to the other.
 */
public class LinkedSeams extends Seams {

  private InstancePre plugged;

  @Override
  Instance processor(Engine engine, Store store, Component auth, Component processor) {
    plugged = new Linker(engine).instantiatePre(auth);
    return new Linker(engine).plug(plugged).instantiate(store, processor);
  }

  @Override
  void release() {
    plugged.close();
  }
}
