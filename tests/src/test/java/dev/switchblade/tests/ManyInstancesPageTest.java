package dev.switchblade.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The code of {@code docs/many-instances.md}: what stands between {@code page:} comments is shown
 * there.
 */
final class ManyInstancesPageTest {

  @TempDir Path folder;

  // page: a server
  /** Prepares once; each request has an instance of its own. Thread-safe. */
  static final class Processors implements AutoCloseable {
    private static final StoreConfig SANDBOX =
        StoreConfig.defaults().withLimits(Limits.defaults().withTotalMemoryBytes(32 << 20));

    private final Engine engine = Engine.builder().pooling(Engine.Pooling.forThisMachine()).build();
    private final Component component;
    private final InstancePre prepared;

    Processors(Path file) {
      component = engine.compile(file);
      var linker = new Linker(engine);
      linker.root().func("logger", call -> null);
      prepared = linker.instantiatePre(component);
      engine.warmUp(); // before the first request, and not in it
    }

    byte[] process(byte[] payload) {
      try (var store = new Store(engine, SANDBOX)) {
        return (byte[]) prepared.instantiate(store).func("process").call((Object) payload);
      }
    }

    // page: end

    @Override
    public void close() {
      prepared.close();
      component.close();
      engine.close();
    }
  }

  @Test
  void eachRequestHasAnInstanceOfItsOwn() throws Exception {
    byte[] payload = "hello".getBytes(UTF_8);
    byte[] inverted = payload.clone();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) ~inverted[i];
    }
    try (var processors = new Processors(Guests.file("processor.wasm"));
        var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<byte[]>> requests = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        requests.add(() -> processors.process(payload));
      }
      for (Future<byte[]> answer : threads.invokeAll(requests)) {
        assertArrayEquals(inverted, answer.get());
      }
    }
  }

  @Test
  void aheadOfTime() throws IOException {
    Path keyFile = Files.write(folder.resolve("shop.key"), new byte[32]);
    Path compiled = folder.resolve("shop.cwasm");
    try (Component component = Guests.ENGINE.compile(Guests.file("calculator.wasm"))) {
      byte[] written =
          component.serialize(new SecretKeySpec(Files.readAllBytes(keyFile), "HmacSHA256"));
      Files.write(compiled, written);
    }
    // page: ahead of time
    SecretKey key = new SecretKeySpec(Files.readAllBytes(keyFile), "HmacSHA256");
    byte[] artifact = Files.readAllBytes(compiled);
    Engine engine =
        Engine.builder().pooling(Engine.Pooling.forThisMachine()).settingsOf(artifact, key).build();
    Component component = engine.deserialize(artifact, key);
    // page: end
    try (engine;
        component;
        var store = new Store(engine)) {
      var instance = new Linker(engine).instantiate(store, component);
      assertEquals(3, instance.func("acme:calculator/calc@1.0.0", "add").call(1, 2));
    }
  }

  @Test
  void thePageShowsThisCodeAndNoOther() throws IOException {
    PageCode.assertShown("many-instances.md", ManyInstancesPageTest.class);
  }
}
