package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.Store;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a store may use up: the message names the limit, and what was asked for. */
final class LimitsTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /** {@code grow} asks for memory and gives up without it; {@code try-grow} doesn't mind. */
  private static final String GROWING =
      """
      (component
        (core module $m
          (memory 1)
          (table $t 1 funcref)
          (func $grow (export "grow") (param i32)
            (if (i32.eq (memory.grow (local.get 0)) (i32.const -1)) (then unreachable)))
          (func (export "try-grow") (param i32) (result i32) (memory.grow (local.get 0)))
          (func (export "grow-table") (param i32)
            (if (i32.eq (table.grow $t (ref.null func) (local.get 0)) (i32.const -1))
              (then unreachable)))
          (func (export "divide") (drop (i32.div_u (i32.const 1) (i32.const 0)))))
        (core instance $m (instantiate $m))
        (func (export "grow") (param "pages" u32) (canon lift (core func $m "grow")))
        (func (export "try-grow") (param "pages" u32) (result s32)
          (canon lift (core func $m "try-grow")))
        (func (export "grow-table") (param "elements" u32)
          (canon lift (core func $m "grow-table")))
        (func (export "divide") (canon lift (core func $m "divide"))))
      """;

  private static final Component COMPONENT = Guests.wat(GROWING);

  private static void assertNames(ResourceLimitException exception, String... parts) {
    for (String part : parts) {
      assertTrue(exception.getMessage().contains(part), exception.getMessage());
    }
  }

  @Test
  void aGuestThatRunsOutOfMemoryIsToldApartFromOneThatTraps() {
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withMemoryBytes(10 << 16))) {
      var instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      Func grow = instance.func("grow");
      grow.call(4);
      grow.call(5);
      var exception = assertThrows(ResourceLimitException.class, () -> grow.call(1));
      assertNames(exception, "grow: ", "memory", "720896", "655360", "in guest grow");
      var lost = assertThrows(IllegalStateException.class, () -> grow.call(0));
      assertSame(exception, lost.getCause());
    }
  }

  @Test
  void aGuestThatCopesWithLessMemoryGoesOn() {
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withMemoryBytes(2 << 16))) {
      var instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      assertEquals(-1, instance.func("try-grow").call(2));
      assertEquals(1, instance.func("try-grow").call(1));
      assertEquals(-1, instance.func("try-grow").call(1));
      // The refusal was before this call and explains nothing of it.
      var exception = assertThrows(TrapException.class, instance.func("divide")::call);
      assertEquals(TrapCode.INTEGER_DIVISION_BY_ZERO, exception.code());
    }
  }

  @Test
  void rustGuestsThatRunOutOfMemorySayWhichLimit() {
    byte[] large = new byte[8 << 20];
    try (Component component = Guests.ENGINE.compile(Guests.file("processor.wasm"));
        var store = new Store(Guests.ENGINE, Limits.defaults().withMemoryBytes(4 << 20))) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("logger", call -> null);
      Func process = linker.instantiate(store, component).func("process");
      process.call((Object) new byte[1_000]);
      var exception =
          assertThrows(ResourceLimitException.class, () -> process.call((Object) large));
      assertNames(exception, "process: ", "bytes of memory", "the store's limit is 4194304");
    }
  }

  @Test
  void memoryThatIsTooLargeFromTheStart() {
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withMemoryBytes(65_535))) {
      var exception =
          assertThrows(
              ResourceLimitException.class,
              () -> new Linker(Guests.ENGINE).instantiate(store, COMPONENT));
      assertNames(exception, "instantiating component", "65536", "65535");
    }
  }

  @Test
  void tables() {
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withTableElements(100))) {
      Func grow = new Linker(Guests.ENGINE).instantiate(store, COMPONENT).func("grow-table");
      grow.call(99);
      var exception = assertThrows(ResourceLimitException.class, () -> grow.call(1));
      assertNames(exception, "grow-table: ", "table", "101", "100");
    }
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withTableElements(0))) {
      var exception =
          assertThrows(
              ResourceLimitException.class,
              () -> new Linker(Guests.ENGINE).instantiate(store, COMPONENT));
      assertNames(exception, "table", "limit is 0");
    }
  }

  @Test
  void instances() {
    try (var store = new Store(Guests.ENGINE, Limits.defaults().withInstances(3));
        InstancePre pre = new Linker(Guests.ENGINE).instantiatePre(COMPONENT)) {
      for (int i = 0; i < 3; i++) {
        pre.instantiate(store).func("grow").call(1);
      }
      var exception = assertThrows(ResourceLimitException.class, () -> pre.instantiate(store));
      assertNames(exception, "instantiating component: ", "limit", "3");
    }
  }

  @Test
  void bytesCopiedOutOfTheGuest() {
    Limits limits = Limits.defaults().withCopiedBytes(50_000);
    try (Component component = Guests.wat(EchoGuest.text(List.of("list<u8>"), "list<u8>", "utf8"));
        var store = new Store(Guests.ENGINE, limits)) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", call -> new byte[1]);
      Func f = linker.instantiate(store, component).func("f");
      // Per call: this is no sum over calls.
      for (int i = 0; i < 10; i++) {
        f.call((Object) new byte[40_000]);
      }
      var exception =
          assertThrows(ResourceLimitException.class, () -> f.call((Object) new byte[60_000]));
      assertNames(exception, "f: ", "60000", "50000", "(see Limits)");
    }
  }

  @Test
  void stringsCountAsCopiedBytesToo() {
    for (String encoding : List.of("utf8", "utf16", "latin1+utf16")) {
      try (Component component = Guests.wat(EchoGuest.text(List.of("string"), "string", encoding));
          var store = new Store(Guests.ENGINE, Limits.defaults().withCopiedBytes(1_000))) {
        var linker = new Linker(Guests.ENGINE);
        linker.root().func("h", call -> "");
        Func f = linker.instantiate(store, component).func("f");
        f.call("short");
        var exception = assertThrows(ResourceLimitException.class, () -> f.call("x".repeat(5_000)));
        assertNames(exception, "f: ", "1000", "(see Limits)");
      }
    }
  }

  @Test
  void numbersOutOfRange() {
    Limits limits = Limits.defaults();
    for (Runnable wrong :
        List.<Runnable>of(
            () -> limits.withMemoryBytes(-1),
            () -> limits.withTableElements(Long.MIN_VALUE),
            () -> limits.withInstances(-1),
            () -> limits.withMemories(-1),
            () -> limits.withOpenFiles(-1),
            () -> limits.withNameLookups(-1),
            () -> limits.withCopiedBytes(-5))) {
      var exception = assertThrows(IllegalArgumentException.class, wrong::run);
      assertTrue(
          exception.getMessage().matches("limits\\.\\w+: expected 0 or more, got -\\d+"),
          exception.getMessage());
    }
  }

  @Test
  void limitsAreValues() {
    var limits = Limits.builder().fuel(0).deadline(Duration.ofMillis(3)).tasks(7).build();
    var same = Limits.defaults().withTasks(7).withDeadline(Duration.ofMillis(3)).withFuel(0);
    assertEquals(limits, same);
    assertEquals(limits.hashCode(), same.hashCode());
    assertEquals(limits.toString(), same.toString());
    assertTrue(limits.toString().contains("tasks=7, handles=1000"), limits.toString());
    assertNotEquals(limits, limits.withMemories(1));
    assertNotEquals(limits, limits.toBuilder().unlimitedFuel().build());
    assertEquals(
        Limits.defaults(), limits.toBuilder().unlimitedFuel().noDeadline().tasks(2_000).build());
  }

  @Test
  void limitsCanBeAsLargeAsTheirTypes() {
    var limits =
        Limits.builder()
            .memoryBytes(Long.MAX_VALUE)
            .totalMemoryBytes(Long.MAX_VALUE)
            .tableElements(Long.MAX_VALUE)
            .instances(Integer.MAX_VALUE)
            .memories(Integer.MAX_VALUE)
            .copiedBytes(Long.MAX_VALUE)
            .tasks(Integer.MAX_VALUE)
            .handles(Integer.MAX_VALUE)
            .openFiles(Integer.MAX_VALUE)
            .nameLookups(Integer.MAX_VALUE)
            .outputBytes(Long.MAX_VALUE)
            .requests(Integer.MAX_VALUE)
            .build();
    try (var store = new Store(Guests.ENGINE, limits)) {
      Func grow = new Linker(Guests.ENGINE).instantiate(store, COMPONENT).func("grow");
      grow.call(10);
    }
  }

  @Test
  void aPoolThatIsUsedUpGivesASlotBackWhenAStoreIsClosed() {
    var pool = Engine.Pooling.of(4).withMemoryBytes(1 << 20);
    try (Engine engine = Engine.builder().pooling(pool).build();
        Component component = engine.compileText(GROWING);
        InstancePre pre = new Linker(engine).instantiatePre(component)) {
      List<Store> stores = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        var store = new Store(engine);
        stores.add(store);
        pre.instantiate(store).func("grow").call(1);
      }
      for (int i = 0; i < 3; i++) {
        try (var surplus = new Store(engine)) {
          var exception =
              assertThrows(ResourceLimitException.class, () -> pre.instantiate(surplus));
          assertNames(exception, "instantiating component: ", "4");
        }
        stores.removeFirst().close();
        var store = new Store(engine);
        stores.add(store);
        pre.instantiate(store).func("grow").call(1);
      }
      // The pool's memories are smaller than the store's limit.
      stores.removeFirst().close();
      var store = new Store(engine);
      stores.add(store);
      Func grow = pre.instantiate(store).func("try-grow");
      assertEquals(-1, grow.call(16));
      assertEquals(1, grow.call(15));
      stores.forEach(Store::close);
    }
  }

  @Test
  void aComponentThatAPoolCannotHoldIsRefused() {
    var pool = Engine.Pooling.of(4).withMemoryBytes(1 << 16);
    try (Engine engine = Engine.builder().pooling(pool).build()) {
      var exception =
          assertThrows(
              SwitchbladeException.class,
              () -> {
                try (Component component =
                        engine.compileText(
                            "(component (core module $m (memory 2)) (core instance (instantiate"
                                + " $m)))");
                    var store = new Store(engine)) {
                  new Linker(engine).instantiate(store, component);
                }
              });
      assertTrue(exception.getMessage().contains("memory"), exception.getMessage());
    }
  }

  @Test
  void settingsOfAnEngineOutOfRangeAreNamed() {
    for (long bytes : new long[] {Long.MIN_VALUE, -1, 0, 4095, (1L << 30) + 1, Long.MAX_VALUE}) {
      var exception =
          assertThrows(
              IllegalArgumentException.class, () -> Engine.builder().maxWasmStack(bytes).build());
      assertEquals(
          "the engine's settings: max-wasm-stack: "
              + bytes
              + " is not a number from 4096 to 1073741824",
          exception.getMessage());
    }
    for (var pool :
        List.of(
            Engine.Pooling.of(0),
            Engine.Pooling.of(-1),
            Engine.Pooling.of(1_000_001),
            Engine.Pooling.of(1).withMemoryBytes(1),
            Engine.Pooling.of(1).withMemoryBytes((1L << 32) + 1),
            Engine.Pooling.of(1).withKeepResidentBytes(-1))) {
      var exception =
          assertThrows(
              IllegalArgumentException.class, () -> Engine.builder().pooling(pool).build());
      assertTrue(
          exception.getMessage().startsWith("the engine's settings: pooling-"),
          exception.getMessage());
    }
  }
}
