package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory mappings are the process's, and a JVM that can't have another one ends: guests are refused
 * long before.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "mappings are limited and read there")
final class MappingsTest {

  /** As many memories as a guest can have with little effort: many to a module. */
  private static final int MEMORIES = 90;

  @TempDir Path folder;

  private static long allowed() {
    try {
      // Such files can be read from their start only.
      Path limit = Path.of("/proc/sys/vm/max_map_count");
      return Long.parseLong(Files.readAllLines(limit).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String component(int coreInstances, int memories) {
    var text = new StringBuilder("(component (core module $m");
    text.append(" (memory 1)".repeat(memories)).append(')');
    text.append(" (core instance (instantiate $m))".repeat(coreInstances));
    return text.append(')').toString();
  }

  @Test
  void aStoreHasOneHundredMemoriesUnlessItsLimitsSayMore() {
    try (Component component = Guests.wat(component(2, MEMORIES));
        InstancePre pre = new Linker(Guests.ENGINE).instantiatePre(component)) {
      try (var store = new Store(Guests.ENGINE)) {
        var refused = assertThrows(ResourceLimitException.class, () -> pre.instantiate(store));
        assertEquals(Limit.MEMORIES, refused.limit());
        assertEquals(100, refused.value());
        assertTrue(refused.getMessage().contains("100 memories"), refused.getMessage());
      }
      try (var store = new Store(Guests.ENGINE, Limits.defaults().withMemories(2 * MEMORIES))) {
        pre.instantiate(store);
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /** Fibers have stacks, two mappings each, and without concurrency support there are none. */
  @Test
  void aPoolHasStacksOnlyWhereTheyAreUsedAndCounted() throws IOException {
    long before = inUse();
    try (Engine _ = Engine.builder().pooling(Engine.Pooling.of(1)).build()) {
      assertTrue(inUse() - before < 500, () -> before + " mappings before");
    }
  }

  private static long inUse() throws IOException {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.count();
    }
  }

  @Test
  void thePoolForThisMachineTakesAQuarterOfWhatGuestsMayTake() {
    Engine.Pooling fitting = Engine.Pooling.forThisMachine();
    assumeTrue(fitting.memories() < 10_000, "the system allows more than such a pool has");
    Engine.builder().pooling(fitting.withMemoryBytes(1 << 16)).build().close();
    var four = fitting.withMemories(4 * fitting.memories() + 8).withMemoryBytes(1 << 16);
    var refused =
        assertThrows(
            ResourceLimitException.class, () -> Engine.builder().pooling(four).build().close());
    assertEquals(Limit.PROCESS_MAPPINGS, refused.limit());
  }

  @Test
  void aPoolThatTheProcessHasNoMappingsForIsRefused() {
    int memories = (int) Math.min(1_000_000, allowed());
    var pool = Engine.Pooling.of(10).withMemories(memories).withMemoryBytes(1 << 16);
    var refused =
        assertThrows(
            ResourceLimitException.class, () -> Engine.builder().pooling(pool).build().close());
    assertEquals(Limit.PROCESS_MAPPINGS, refused.limit());
    assertTrue(refused.getMessage().contains("vm.max_map_count"), refused.getMessage());
  }

  @Test
  void manyStoresOfOneGuestWithManyMemoriesAreRefusedBeforeTheJvmIs() throws Exception {
    assertEquals("refused, and works again", run("memories"));
  }

  @Test
  void manyStoresOfAnOrdinaryGuestAreRefusedBeforeTheJvmIs() throws Exception {
    assertEquals("refused, and works again", run("stores"));
  }

  @Test
  void manyComponentsAreRefusedBeforeTheJvmIs() throws Exception {
    assertEquals("refused, and works again", run("components"));
  }

  @Test
  void manyTasksThatWaitOnFibersAreRefusedBeforeTheJvmIs() throws Exception {
    assertEquals("refused, and works again", run("fibers"));
  }

  /** An operating system that has no memory left is no guest that broke a rule. */
  @Test
  void whatTheSystemRefusesIsALimitToo() throws Exception {
    // Room for a JVM with a small heap, and for some of the 4 GiB that are reserved for each
    // memory.
    String small = "ulimit -v 50000000 && JAVA_TOOL_OPTIONS=-Xmx256m exec \"$0\" \"$@\"";
    List<String> limited = List.of("sh", "-c", small);
    var jvm = new ForkedJvm(limited, folder, Refused.class);
    assertTrue(jvm.ends(0).endsWith("SYSTEM, and works again"));
  }

  private String run(String what) throws IOException, URISyntaxException, InterruptedException {
    // Half of what there may be must fit into the address space, at 4 GiB for each memory.
    assumeTrue(allowed() <= 131_072, () -> "vm.max_map_count is " + allowed());
    return new ForkedJvm(folder, Exhausting.class, what).ends(0);
  }

  /** Uses up what there is, and sees that the JVM and the next guest still have enough. */
  static final class Exhausting {
    private Exhausting() {}

    public static void main(String[] arguments) throws Exception {
      try (var engine = Engine.create();
          Component plain = engine.compileText(component(1, 1));
          InstancePre ordinary = new Linker(engine).instantiatePre(plain)) {
        List<AutoCloseable> made = new ArrayList<>();
        switch (arguments[0]) {
          case "memories" -> {
            Component many = engine.compileText(component(110, MEMORIES));
            InstancePre pre = new Linker(engine).instantiatePre(many);
            Limits limits = Limits.defaults().withMemories(1_000_000);
            made.add(many);
            made.add(pre);
            refused(made, () -> store(engine, limits, pre));
          }
          case "stores" -> refused(made, () -> store(engine, Limits.defaults(), ordinary));
          case "components" -> {
            String text = component(1, 1);
            refused(made, () -> engine.compileText(text));
          }
          case "fibers" -> {
            var tasks = new WaitingTasks(AsyncTest.ENGINE, Limits.defaults().withTasks(1_000_000));
            made.add(tasks);
            refused(
                made,
                () -> {
                  tasks.begin(100);
                  return () -> {};
                });
          }
          default -> throw new IllegalArgumentException(arguments[0]);
        }
        // What HotSpot needs for itself: stacks, and memory.
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
          threads.add(
              Thread.ofPlatform().start(() -> assertEquals(1 << 20, new byte[1 << 20].length)));
        }
        for (Thread thread : threads) {
          thread.join();
        }
        System.gc();
        for (AutoCloseable each : made) {
          each.close();
        }
        store(engine, Limits.defaults(), ordinary).close();
      }
      System.out.println("refused, and works again");
    }

    private static Store store(Engine engine, Limits limits, InstancePre pre) {
      var store = new Store(engine, StoreConfig.defaults().withLimits(limits));
      try {
        pre.instantiate(store);
        return store;
      } catch (RuntimeException e) {
        store.close();
        throw e;
      }
    }

    /** Makes more and more, until it is refused. */
    static void refused(List<AutoCloseable> made, Supplier<AutoCloseable> another) {
      var refused =
          assertThrows(
              ResourceLimitException.class,
              () -> {
                while (true) {
                  made.add(another.get());
                }
              });
      assertEquals(Limit.PROCESS_MAPPINGS, refused.limit(), refused::getMessage);
      assertTrue(refused.getMessage().contains("vm.max_map_count"), refused.getMessage());
    }
  }

  /** Meets the system's own limit. */
  static final class Refused {
    private Refused() {}

    public static void main(String[] arguments) {
      try (var engine = Engine.create();
          Component component = engine.compileText(component(1, 1));
          InstancePre pre = new Linker(engine).instantiatePre(component)) {
        List<Store> stores = new ArrayList<>();
        var refused =
            assertThrows(
                ResourceLimitException.class,
                () -> {
                  while (true) {
                    stores.add(Exhausting.store(engine, Limits.defaults(), pre));
                  }
                });
        stores.forEach(Store::close);
        Exhausting.store(engine, Limits.defaults(), pre).close();
        System.out.println(refused.limit() + ", and works again");
      }
    }
  }
}
