package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.Component;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What must hold after every failure: the JVM lives, and a fresh store works. */
final class HealthyJvm {

  private static final List<String> LOG = new ArrayList<>();
  private static final InstancePre PROCESSOR;

  static {
    Component component = Guests.ENGINE.compile(Guests.file("processor.wasm"));
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "logger",
            call -> {
              synchronized (LOG) {
                LOG.add(call.string(0));
              }
              return null;
            });
    PROCESSOR = linker.instantiatePre(component);
  }

  private HealthyJvm() {}

  /** Runs a guest in a fresh store, with a host function that it calls. */
  static void assertCallsWork() {
    synchronized (LOG) {
      LOG.clear();
    }
    try (var store = new Store(Guests.ENGINE)) {
      byte[] payload = "still here".getBytes(StandardCharsets.UTF_8);
      byte[] processed =
          (byte[]) PROCESSOR.instantiate(store).func("process").call((Object) payload);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= (byte) 0xff;
      }
      assertArrayEquals(payload, processed);
    }
    synchronized (LOG) {
      assertEquals(1, LOG.size());
    }
  }
}
