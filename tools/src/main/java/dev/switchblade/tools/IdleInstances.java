package dev.switchblade.tools;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.WasiConfig;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Instances of a guest that have been called once, and wait. */
final class IdleInstances implements AutoCloseable {

  /** The guests. */
  enum Guest {
    CALCULATOR("calculator.wasm", "calculator (Rust, no imports)"),
    PROCESSOR("processor.wasm", "processor (Rust, a logger)"),
    PROBER("prober.wasm", "prober (Rust, WASI with a folder)");

    final String description;
    private final String file;

    Guest(String file, String description) {
      this.file = file;
      this.description = description;
    }

    private static final String CALC = "acme:calculator/calc@1.0.0";

    private void call(Instance instance) {
      switch (this) {
        case CALCULATOR -> instance.func(CALC, "add").call(1, 2);
        case PROCESSOR ->
            instance.func("process").call((Object) "hello".getBytes(StandardCharsets.UTF_8));
        case PROBER -> instance.func("allocate").call(100L);
      }
    }

    private StoreConfig config(Path folder) {
      return this != PROBER
          ? StoreConfig.defaults()
          : StoreConfig.defaults()
              .withWasi(
                  WasiConfig.builder()
                      .args("prober")
                      .env("LANG", "C")
                      .preopen(folder, "/guests", Access.READ)
                      .build());
    }
  }

  /**
   * What one of them takes, in the mean; NaN where the system doesn't tell.
   *
   * @param nativeBytes resident memory that the Java heap doesn't explain
   * @param mappings of the process's memory
   * @param heapBytes of the Java heap
   */
  record Use(double nativeBytes, double mappings, double heapBytes) {}

  /** What is made once, and what grows in steps, is made before anything is measured. */
  private static final int WARM_UP = 100;

  private final Engine engine;
  private final Guest guest;
  private final StoreConfig config;
  private final Component component;
  private final InstancePre prepared;

  IdleInstances(Engine engine, Guest guest, Path guests) {
    this.engine = engine;
    this.guest = guest;
    config = guest.config(guests);
    component = engine.compile(guests.resolve(guest.file));
    var linker = new Linker(engine);
    if (guest == Guest.PROCESSOR) {
      linker.root().func("logger", call -> null);
    }
    prepared = linker.instantiatePre(component);
  }

  /** Makes so many, and says what each takes. */
  Use measure(int count) {
    make(Math.min(count, WARM_UP)).forEach(Store::close);
    ProcessUse before = ProcessUse.settled();
    long heapBefore = heap();
    List<Store> stores = make(count);
    try {
      ProcessUse after = ProcessUse.settled();
      long heapAfter = heap();
      return new Use(
          each(before.nativeBytes(), after.nativeBytes(), count),
          each(before.mappings(), after.mappings(), count),
          each(heapBefore, heapAfter, count));
    } finally {
      Reference.reachabilityFence(stores);
      stores.forEach(Store::close);
    }
  }

  private static double each(long before, long after, int count) {
    return before < 0 || after < 0 ? Double.NaN : (double) (after - before) / count;
  }

  /** What is in use. Looking at the process has left garbage of megabytes. */
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private List<Store> make(int count) {
    List<Store> stores = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        var store = new Store(engine, config);
        stores.add(store);
        guest.call(prepared.instantiate(store));
      }
      return stores;
    } catch (RuntimeException e) {
      stores.forEach(Store::close);
      throw e;
    }
  }

  @Override
  public void close() {
    prepared.close();
    component.close();
  }
}
