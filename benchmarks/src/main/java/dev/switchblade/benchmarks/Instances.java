package dev.switchblade.benchmarks;

import dev.switchblade.Func;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Call;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.WasiConfig;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Instances that live for one call. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Instances extends TurnTaker {

  private int a = 20;
  private int b = 22;
  private Host host;
  private Host wasiHost;
  private StoreConfig grants;

  /** Compiles and links. */
  @Setup(Level.Trial)
  public void link() {
    host = Host.pooling("bench.wasm", linker -> Workloads.addToLinker(linker, message -> {}));
    wasiHost = Host.pooling("prober.wasm", linker -> {});
    WasiConfig wasi =
        WasiConfig.builder()
            .args("prober", "benchmark")
            .env("LANG", "C")
            .preopen(Host.guests(), "/guests", Access.READ)
            .build();
    grants = StoreConfig.defaults().withWasi(wasi);
  }

  /** Closes what {@link #link} made. */
  @TearDown(Level.Trial)
  public void close() {
    host.close();
    wasiHost.close();
  }

  /** A new store and instance, one call, and the end of both. */
  @Benchmark
  public int instantiatePooled() {
    try (Store store = host.store()) {
      return Workloads.add(host.pre().instantiate(store).func("add"), a, b);
    }
  }

  /** The same for a store with WASI. */
  @Benchmark
  public long instantiateWasi() {
    try (Store store = wasiHost.store(grants)) {
      Func spin = wasiHost.pre().instantiate(store).func("spin-for");
      try (Call call = spin.begin()) {
        call.arguments().putLong(0, 1);
        call.invoke();
        return call.result().getLong(0);
      }
    }
  }
}
