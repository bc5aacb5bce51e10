package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.ClosedException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code Engine.warmUp}: it works on engines of all kinds, and leaves nothing behind. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WarmUpTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  @Test
  void enginesOfAllKindsAreWarmedUp() {
    var pool = Engine.Pooling.of(1).withMemoryBytes(64 << 10);
    for (var settings :
        List.of(
            Engine.builder(),
            Engine.builder().interruptible(true).fuel(true),
            Engine.builder().concurrency(true),
            Engine.builder().maxComponentBytes(0),
            Engine.builder().maxWasmStack(64 << 10),
            Engine.builder().pooling(pool))) {
      try (Engine engine = settings.build()) {
        engine.warmUp();
        engine.warmUp();
      }
    }
  }

  @Test
  void theOnlyPlaceOfAPoolIsGivenBack() {
    String guest = "(component (core module $m (memory 1)) (core instance (instantiate $m)))";
    try (Engine engine = Engine.builder().pooling(Engine.Pooling.of(1)).build();
        Component component = engine.compileText(guest)) {
      engine.warmUp();
      try (var store = new Store(engine)) {
        new Linker(engine).instantiate(store, component);
        var full = assertThrows(ResourceLimitException.class, engine::warmUp);
        assertEquals(ResourceLimitException.Limit.POOL, full.limit());
      }
      engine.warmUp();
    }
  }

  @Test
  void threadsMayWarmUpAtOnce() throws InterruptedException, ExecutionException {
    try (Engine engine = Engine.create();
        var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(engine::warmUp));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  @Test
  void aClosedEngineIsNotWarmedUp() {
    Engine engine = Engine.create();
    engine.close();
    assertThrows(ClosedException.class, engine::warmUp);
  }
}
