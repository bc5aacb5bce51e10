package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.CompilationException;
import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.wasi.Access;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit's exception says which it is and what it was set to; limits over several things. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MoreLimitsTest {

  private static final int PAGE = 1 << 16;

  /** Two memories, of which the second may have 4 pages at most, and a table. */
  private static final String TWO_MEMORIES =
      """
      (component
        (core module $a
          (memory 1)
          (table $t 10 funcref)
          (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
          (func (export "insist") (param i32)
            (if (i32.eq (memory.grow (local.get 0)) (i32.const -1)) (then unreachable)))
          (func (export "insist-on-table") (param i32)
            (if (i32.eq (table.grow $t (ref.null func) (local.get 0)) (i32.const -1))
              (then unreachable))))
        (core module $b
          (memory 1 4)
          (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
          (func (export "insist") (param i32)
            (if (i32.eq (memory.grow (local.get 0)) (i32.const -1)) (then unreachable))))
        (core instance $a (instantiate $a))
        (core instance $b (instantiate $b))
        (func (export "grow-a") (param "pages" u32) (result s32)
          (canon lift (core func $a "grow")))
        (func (export "grow-b") (param "pages" u32) (result s32)
          (canon lift (core func $b "grow")))
        (func (export "insist-a") (param "pages" u32) (canon lift (core func $a "insist")))
        (func (export "insist-b") (param "pages" u32) (canon lift (core func $b "insist")))
        (func (export "insist-on-table") (param "elements" u32)
          (canon lift (core func $a "insist-on-table"))))
      """;

  private static final Component COMPONENT = Guests.wat(TWO_MEMORIES);

  @TempDir Path folder;

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static ResourceLimitException assertReaches(Limit limit, long value, Executable work) {
    var exception = assertThrows(ResourceLimitException.class, work);
    assertEquals(limit, exception.limit(), exception.getMessage());
    assertEquals(value, exception.value(), exception.getMessage());
    assertTrue(exception.getMessage().contains(Long.toString(value)), exception.getMessage());
    assertTrue(exception.getMessage().contains("(see Limits)"), exception.getMessage());
    return exception;
  }

  private static Instance instance(Store store) {
    return new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
  }

  // ---- Memory

  @Test
  void oneMemory() {
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withMemoryBytes(3 * PAGE))) {
      Instance instance = instance(store);
      instance.func("insist-a").call(2);
      instance.func("insist-b").call(2);
      assertReaches(Limit.MEMORY_BYTES, 3 * PAGE, () -> instance.func("insist-a").call(1));
    }
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withMemoryBytes(PAGE - 1))) {
      assertReaches(Limit.MEMORY_BYTES, PAGE - 1, () -> instance(store));
    }
  }

  @Test
  void allMemoriesOfAnInstanceTogether() {
    Limits limits = Limits.defaults().withTotalMemoryBytes(6 * PAGE);
    try (var store = new Store(Guests.ENGINE, limits)) {
      Instance instance = instance(store);
      instance.func("insist-a").call(2);
      instance.func("insist-b").call(1);
      assertEquals(-1, instance.func("grow-a").call(2));
      assertEquals(-1, instance.func("grow-b").call(2));
      assertEquals(2, instance.func("grow-b").call(1));
      var exception =
          assertReaches(
              Limit.TOTAL_MEMORY_BYTES, 6 * PAGE, () -> instance.func("insist-a").call(1));
      assertTrue(exception.getMessage().startsWith("insist-a: "), exception.getMessage());
    }
  }

  @Test
  void allMemoriesOfAllInstancesTogether() {
    Limits limits = Limits.defaults().withTotalMemoryBytes(7 * PAGE);
    try (var store = new Store(Guests.ENGINE, limits);
        InstancePre pre = new Linker(Guests.ENGINE).instantiatePre(COMPONENT)) {
      Instance first = pre.instantiate(store);
      Instance second = pre.instantiate(store);
      first.func("insist-a").call(1);
      second.func("insist-b").call(1);
      // 6 pages are in use.
      assertEquals(-1, first.func("grow-b").call(2));
      var exception =
          assertReaches(Limit.TOTAL_MEMORY_BYTES, 7 * PAGE, () -> pre.instantiate(store));
      assertTrue(
          exception.getMessage().startsWith("instantiating component: "), exception.getMessage());
    }
  }

  /** Another store of the same engine has as much again. */
  @Test
  void eachStoreHasItsOwnTotal() {
    Limits limits = Limits.defaults().withTotalMemoryBytes(2 * PAGE);
    try (var one = new Store(Guests.ENGINE, limits);
        var other = new Store(Guests.ENGINE, limits)) {
      assertEquals(-1, instance(one).func("grow-a").call(1));
      assertEquals(-1, instance(other).func("grow-a").call(1));
    }
  }

  /** Refused by whatever else: the guest's own maximum, the memory's limit. */
  @Test
  void whatIsRefusedIsNotCounted() {
    Limits limits = Limits.defaults().withTotalMemoryBytes(8 * PAGE).withMemoryBytes(5 * PAGE);
    try (var store = new Store(Guests.ENGINE, limits)) {
      Instance instance = instance(store);
      for (int i = 0; i < 50; i++) {
        assertEquals(-1, instance.func("grow-b").call(4), "its maximum is 4");
        assertEquals(-1, instance.func("grow-a").call(5), "the limit of each is 5");
        assertEquals(-1, instance.func("grow-a").call(7), "the limit of all is 8");
      }
      assertEquals(1, instance.func("grow-a").call(4));
      assertEquals(1, instance.func("grow-b").call(2));
      assertReaches(Limit.TOTAL_MEMORY_BYTES, 8 * PAGE, () -> instance.func("insist-b").call(1));
    }
  }

  /** The pool refuses after the store has agreed. */
  @Test
  void whatAPoolRefusesIsNotCounted() {
    var pool = Engine.Pooling.of(4).withMemoryBytes(3 * PAGE);
    try (Engine engine = Engine.builder().pooling(pool).build();
        Component component =
            engine.compileText(TWO_MEMORIES.replace("(memory 1 4)", "(memory 1)"));
        var store = new Store(engine, Limits.defaults().withTotalMemoryBytes(6 * PAGE))) {
      Instance instance = new Linker(engine).instantiate(store, component);
      for (int i = 0; i < 50; i++) {
        assertEquals(-1, instance.func("grow-a").call(4));
      }
      assertEquals(1, instance.func("grow-a").call(2));
      assertEquals(1, instance.func("grow-b").call(2));
      assertEquals(-1, instance.func("grow-b").call(1));
    }
  }

  /** A store that is closed frees what it had: totals don't add up over stores. */
  @Test
  void eachStoreStartsWithAllOfIt() {
    Limits limits = Limits.defaults().withTotalMemoryBytes(4 * PAGE);
    for (int i = 0; i < 200; i++) {
      try (var store = new Store(Guests.ENGINE, limits)) {
        assertEquals(1, instance(store).func("grow-a").call(2));
      }
    }
  }

  @Test
  void aRustGuestThatAllocatesTooMuchIsToldWhichLimit() {
    Limits limits = Limits.defaults().withTotalMemoryBytes(8 << 20);
    try (var store = new Store(EndlessGuest.Kind.PLAIN.engine, limits)) {
      Func allocate = EndlessGuest.Kind.PLAIN.prober(store).func("allocate");
      assertEquals(1L << 20, allocate.call(1L << 20));
      assertReaches(Limit.TOTAL_MEMORY_BYTES, 8 << 20, () -> allocate.call(64L << 20));
    }
  }

  // ---- Tables and instances

  @Test
  void tables() {
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withTableElements(50))) {
      Func grow = instance(store).func("insist-on-table");
      grow.call(40);
      assertReaches(Limit.TABLE_ELEMENTS, 50, () -> grow.call(1));
    }
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withTableElements(9))) {
      assertReaches(Limit.TABLE_ELEMENTS, 9, () -> instance(store));
    }
  }

  @Test
  void instances() {
    // Two core instances each.
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withInstances(5))) {
      instance(store);
      instance(store);
      assertReaches(Limit.INSTANCES, 5, () -> instance(store));
    }
  }

  /**
   * The limit of instances is that of tables too, each by itself; memories have one of their own.
   */
  @Test
  void tablesAreCountedLikeInstances() {
    assertHolds(
        "(table 1 funcref)", Limit.INSTANCES, count -> Limits.defaults().withInstances(count));
  }

  @Test
  void memories() {
    assertHolds("(memory 1)", Limit.MEMORIES, count -> Limits.defaults().withMemories(count));
  }

  /** Four are made where four are allowed, and not where three are. */
  private static void assertHolds(String one, Limit limit, IntFunction<Limits> allowing) {
    String text =
        "(component (core module $m " + one.repeat(4) + ") (core instance (instantiate $m)))";
    try (Component component = Guests.wat(text)) {
      try (var store = new Store(Guests.ENGINE, allowing.apply(4))) {
        new Linker(Guests.ENGINE).instantiate(store, component);
      }
      try (var store = new Store(Guests.ENGINE, allowing.apply(3))) {
        assertReaches(limit, 3, () -> new Linker(Guests.ENGINE).instantiate(store, component));
      }
    }
  }

  /** Tables are memory too: a thousand of the largest would be gigabytes. */
  @Test
  void tablesCountAmongAllMemory() {
    Limits limits = Limits.defaults().withTotalMemoryBytes(1 << 20);
    String text =
        """
        (component
          (core module $m
            (table 0 funcref)
            (func (export "grow") (param i32) (result i32)
              (table.grow 0 (ref.null func) (local.get 0))))
          (core instance $i (instantiate $m))
          (func (export "grow") (param "by" u32) (result s32) (canon lift (core func $i "grow"))))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE, limits)) {
      Func grow = new Linker(Guests.ENGINE).instantiate(store, component).func("grow");
      assertEquals(0, grow.call(100_000));
      assertEquals(-1, grow.call(31_073));
      assertEquals(100_000, grow.call(31_072));
      assertEquals(-1, grow.call(1));
    }
    String large =
        "(component (core module $m (table 131073 funcref)) (core instance (instantiate $m)))";
    try (Component component = Guests.wat(large);
        var store = new Store(Guests.ENGINE, limits)) {
      assertReaches(
          Limit.TOTAL_MEMORY_BYTES,
          1 << 20,
          () -> new Linker(Guests.ENGINE).instantiate(store, component));
    }
  }

  @Test
  void tasks() {
    try (var tasks = new WaitingTasks(AsyncTest.ENGINE, Limits.defaults().withTasks(100))) {
      tasks.begin(5);
      assertReaches(Limit.TASKS, 100, () -> tasks.begin(1_000));
    }
  }

  // ---- Bytes that are copied

  @ParameterizedTest
  @ValueSource(strings = {"list<u8>", "list<u32>", "list<string>", "string"})
  void bytesCopiedIntoAHostFunctionAndOutOfAResult(String type) {
    Object large = large(type);
    Object small = small(type);
    Limits limits = Limits.defaults().withCopiedBytes(40_000);
    try (Component component = Guests.wat(EchoGuest.text(List.of(type), type, "utf8"))) {
      var argument = new Linker(Guests.ENGINE);
      argument.root().func("h", call -> small);
      try (var store = new Store(Guests.ENGINE, limits)) {
        Func f = argument.instantiate(store, component).func("f");
        f.call(small);
        assertReaches(Limit.COPIED_BYTES, 40_000, () -> f.call(large));
      }
      var result = new Linker(Guests.ENGINE);
      result.root().func("h", call -> large);
      try (var store = new Store(Guests.ENGINE, limits)) {
        Func f = result.instantiate(store, component).func("f");
        assertReaches(Limit.COPIED_BYTES, 40_000, () -> f.call(small));
      }
    }
  }

  private static Object large(String type) {
    return switch (type) {
      case "list<u8>" -> new byte[50_000];
      case "list<u32>" -> new int[20_000];
      case "list<string>" -> EchoGuest.times(6_000, "word");
      default -> "x".repeat(50_000);
    };
  }

  private static Object small(String type) {
    return switch (type) {
      case "list<u8>" -> new byte[10];
      case "list<u32>" -> new int[10];
      case "list<string>" -> EchoGuest.times(3, "word");
      default -> "x";
    };
  }

  // ---- Handles of WASI's

  @ParameterizedTest
  @EnumSource(EndlessGuest.Kind.class)
  void handles(EndlessGuest.Kind kind) {
    Limits limits = Limits.defaults().withHandles(200);
    try (var store = new Store(kind.engine, limits);
        var other = new Store(kind.engine, limits)) {
      Instance prober = kind.prober(store);
      Func keep = prober.func("keep-pollables");
      assertEquals(80, keep.call(80));
      assertReaches(Limit.HANDLES, 200, () -> keep.call(100));
      // Each store has its own.
      assertEquals(80, kind.prober(other).func("keep-pollables").call(80));
    }
  }

  @Test
  void openFilesAreHandles() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    var wasi = WasiConfig.builder().preopen(folder, "/data", Access.READ).build();
    StoreConfig config =
        StoreConfig.defaults().withWasi(wasi).withLimits(Limits.defaults().withHandles(100));
    try (var store = new Store(EndlessGuest.Kind.PLAIN.engine, config)) {
      Func hold = EndlessGuest.Kind.PLAIN.prober(store).func("raw-hold-open");
      assertEquals(Result.ok(50), hold.call(0, "file", 50));
      assertReaches(Limit.HANDLES, 100, () -> hold.call(0, "file", 100));
    }
  }

  /** What is dropped makes room: there is no end to how many there are one after another. */
  @Test
  void handlesThatAreDroppedAreNotCounted() throws IOException {
    Files.writeString(folder.resolve("file"), "text");
    var wasi = WasiConfig.builder().preopen(folder, "/data", Access.READ).build();
    StoreConfig config =
        StoreConfig.defaults().withWasi(wasi).withLimits(Limits.defaults().withHandles(50));
    try (var store = new Store(EndlessGuest.Kind.PLAIN.engine, config)) {
      Func read = EndlessGuest.Kind.PLAIN.prober(store).func("raw-open");
      for (int i = 0; i < 500; i++) {
        assertTrue(read.call(0, "file", false, false, true) instanceof Result<?, ?> r && r.isOk());
      }
    }
  }

  /** Limits are no sizes of anything that is allocated. */
  @Test
  void limitsCanBeAsLargeAsTheirTypesWhereWasiIsUsed() {
    var limits =
        Limits.builder()
            .memoryBytes(Long.MAX_VALUE)
            .totalMemoryBytes(Long.MAX_VALUE)
            .tableElements(Long.MAX_VALUE)
            .instances(Integer.MAX_VALUE)
            .memories(Integer.MAX_VALUE)
            .copiedBytes(Long.MAX_VALUE)
            .tasks(Integer.MAX_VALUE)
            .deadline(Duration.ofDays(36_500))
            .handles(Integer.MAX_VALUE)
            .openFiles(Integer.MAX_VALUE)
            .nameLookups(Integer.MAX_VALUE)
            .outputBytes(Long.MAX_VALUE)
            .requests(Integer.MAX_VALUE)
            .build();
    for (WasiConfig wasi :
        List.of(WasiConfig.denied(), WasiConfig.builder().env("A", "1").build())) {
      StoreConfig config = StoreConfig.defaults().withLimits(limits).withWasi(wasi);
      try (var store = new Store(EndlessGuest.Kind.PLAIN.engine, config)) {
        assertEquals(3, EndlessGuest.Kind.PLAIN.prober(store).func("keep-pollables").call(3));
      }
    }
  }

  // ---- Components

  private static final byte[] TINY = "(component)".getBytes(StandardCharsets.UTF_8);

  @Test
  void componentsThatAreTooLargeAreNotCompiled() throws IOException {
    Path file = Files.write(folder.resolve("tiny.wat"), TINY);
    try (Engine engine = Engine.builder().maxComponentBytes(TINY.length).build()) {
      engine.compile(TINY).close();
      engine.compile(file).close();
      engine.compileText("(component)").close();
      Files.write(file, "(component )".getBytes(StandardCharsets.UTF_8));
      for (Executable tooLarge :
          List.<Executable>of(
              () -> engine.compile("(component )".getBytes(StandardCharsets.UTF_8)),
              () -> engine.compile(file),
              () -> engine.compileText("(component )"))) {
        var exception = assertThrows(CompilationException.class, tooLarge);
        for (String part :
            new String[] {"12 bytes", "11", "limit for components", "maxComponentBytes"}) {
          assertTrue(exception.getMessage().contains(part), exception.getMessage());
        }
      }
    }
  }

  /** It is refused by its size alone, before anything of it is in memory. */
  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    Path huge = folder.resolve("huge.wasm");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 36);
    }
    var exception = assertThrows(CompilationException.class, () -> Guests.ENGINE.compile(huge));
    assertTrue(exception.getMessage().contains(huge.toString()), exception.getMessage());
    assertTrue(exception.getMessage().contains("maxComponentBytes"), exception.getMessage());
  }

  /**
   * Components can bring core modules along: those that come by themselves are bounded likewise.
   */
  @Test
  void coreModulesThatAreTooLargeAreNotCompiled() {
    byte[] module = "(module)".getBytes(StandardCharsets.UTF_8);
    try (Engine engine = Engine.builder().maxComponentBytes(module.length - 1).build()) {
      var exception = assertThrows(CompilationException.class, () -> engine.compileModule(module));
      assertTrue(exception.getMessage().contains("maxComponentBytes"), exception.getMessage());
    }
  }

  @Test
  void aNegativeSizeIsNamed() {
    var exception =
        assertThrows(IllegalArgumentException.class, () -> Engine.builder().maxComponentBytes(-1));
    assertTrue(exception.getMessage().startsWith("maxComponentBytes: "), exception.getMessage());
  }

  @Test
  void newLimitsOutOfRangeAreNamed() {
    Limits limits = Limits.defaults();
    for (Runnable wrong :
        List.<Runnable>of(
            () -> limits.withTotalMemoryBytes(-1),
            () -> limits.withTasks(-1),
            () -> limits.withFuel(-1),
            () -> limits.withHandles(-1),
            () -> limits.withOutputBytes(-1),
            () -> limits.withRequests(-1))) {
      var exception = assertThrows(IllegalArgumentException.class, wrong::run);
      assertTrue(
          exception.getMessage().matches("limits\\.\\w+: expected 0 or more, got -1"),
          exception.getMessage());
    }
  }

  /** Each change leaves the other limits as they were. */
  @Test
  void changingOneLimitKeepsTheOthers() {
    Limits changed =
        Limits.defaults()
            .withMemoryBytes(1)
            .withTotalMemoryBytes(2)
            .withTableElements(3)
            .withInstances(4)
            .withMemories(5)
            .withCopiedBytes(6)
            .withTasks(7)
            .withFuel(8)
            .withDeadline(Duration.ofNanos(9))
            .withHandles(10)
            .withOpenFiles(11)
            .withNameLookups(12)
            .withOutputBytes(13)
            .withRequests(14);
    assertEquals(
        "Limits[memoryBytes=1, totalMemoryBytes=2, tableElements=3, instances=4, memories=5,"
            + " copiedBytes=6, tasks=7, handles=10, openFiles=11, nameLookups=12, outputBytes=13,"
            + " requests=14, fuel=8, deadline=PT0.000000009S]",
        changed.toString());
    assertEquals(
        List.of(1L, 2L, 3L, 4, 5, 6L, 7, 8L, Duration.ofNanos(9), 10, 11, 12, 13L, 14),
        List.of(
            changed.memoryBytes(),
            changed.totalMemoryBytes(),
            changed.tableElements(),
            changed.instances(),
            changed.memories(),
            changed.copiedBytes(),
            changed.tasks(),
            changed.fuel().orElseThrow(),
            changed.deadline().orElseThrow(),
            changed.handles(),
            changed.openFiles(),
            changed.nameLookups(),
            changed.outputBytes(),
            changed.requests()));
  }
}
