package dev.switchblade.tests;

import static dev.switchblade.tests.PluggedGuests.OPS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.Store;
import dev.switchblade.StoreLostException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.wit.WitType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls from one instance to another that is plugged into it. */
final class PluggedInstancesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static Object call(Instance instance, String function, Object... arguments) {
    return instance.func(OPS, function).call(arguments);
  }

  /** A component that needs nothing, or only what is plugged in. */
  private static InstancePre linked(String text, InstancePre... plugged) {
    return linked(Guests.ENGINE, text, plugged);
  }

  private static InstancePre linked(Engine engine, String text, InstancePre... plugged) {
    var linker = new Linker(engine);
    for (InstancePre provider : plugged) {
      linker.plug(provider);
    }
    try (Component component = engine.compileText(text)) {
      return linker.instantiatePre(component);
    }
  }

  // ---- values

  @Test
  void aCallGoesFromOneInstanceToTheOther() {
    try (var ops = linked(PluggedGuests.ops(100));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      assertEquals(142, call(instance, "add", 20, 22));
      assertEquals("gr\u00fc\u00dfe", call(instance, "same", "gr\u00fc\u00dfe"));
      assertEquals("", call(instance, "same", ""));
      Object[] many = new Object[17];
      for (int i = 0; i < many.length; i++) {
        many[i] = 1_000_000_000_000L * (i + 1);
      }
      assertEquals(-16_000_000_000_000L, call(instance, "many", many));
      assertEquals(1, call(instance, "count"));
      assertEquals(2, call(instance, "count"));
    }
  }

  @Test
  void eachStoreHasAnInstanceOfItsOwn() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var one = new Store(Guests.ENGINE);
        var other = new Store(Guests.ENGINE)) {
      Instance first = user.instantiate(one);
      Instance second = user.instantiate(other);
      Instance third = user.instantiate(other);
      assertEquals(1, call(first, "count"));
      assertEquals(2, call(first, "count"));
      assertEquals(1, call(second, "count"));
      assertEquals(1, call(third, "count"));
    }
  }

  @Test
  void anInstanceThatIsThereServesAll() {
    try (var ops = linked(PluggedGuests.ops(7));
        var store = new Store(Guests.ENGINE)) {
      Instance provider = ops.instantiate(store);
      assertEquals(1, call(provider, "count"));
      var linker = new Linker(Guests.ENGINE).plug(provider);
      try (Component user = Guests.wat(PluggedGuests.PASS_ON)) {
        Instance first = linker.instantiate(store, user);
        Instance second = linker.instantiate(store, user);
        assertEquals(2, call(first, "count"));
        assertEquals(3, call(second, "count"));
        assertEquals(4, call(provider, "count"));
        assertEquals(10, call(second, "add", 1, 2));
      }
    }
  }

  @Test
  void aNewVersionIsPluggedInWithoutCompilingTheRest() {
    try (Component user = Guests.wat(PluggedGuests.PASS_ON);
        var old = linked(PluggedGuests.ops(1));
        var next = linked(PluggedGuests.ops(2));
        var before = new Linker(Guests.ENGINE).plug(old).instantiatePre(user);
        var after = new Linker(Guests.ENGINE).plug(next).instantiatePre(user);
        var store = new Store(Guests.ENGINE)) {
      Instance running = before.instantiate(store);
      Instance updated = after.instantiate(store);
      assertEquals(1, call(running, "add", 0, 0));
      assertEquals(2, call(updated, "add", 0, 0));
      old.close();
      before.close();
      assertEquals(1, call(running, "add", 0, 0));
    }
  }

  @Test
  void oneInterfaceIsPluggedInByItself() {
    try (var ops = linked(PluggedGuests.ops(5));
        Component user = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker.instance(OPS).plug(ops);
      assertEquals(8, call(linker.instantiate(store, user), "add", 1, 2));
      var other = new Linker(Guests.ENGINE);
      other.instance(OPS).plug(ops.instantiate(store));
      assertEquals(8, call(other.instantiate(store, user), "add", 1, 2));
    }
  }

  @Test
  void whatIsDefinedComesBeforeWhatIsPluggedIn() {
    try (var ops = linked(PluggedGuests.ops(5));
        Component user = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE).plug(ops);
      linker.instance(OPS).func("add", call -> 1000);
      Instance instance = linker.instantiate(store, user);
      assertEquals(1000, call(instance, "add", 1, 2));
      assertEquals("x", call(instance, "same", "x"));
    }
  }

  /** Like those of {@link EchoGuest}: {@code f} calls {@code h}. */
  private static String echo(String type, String encoding, String imported, String exported) {
    return EchoGuest.text(List.of(type), type, encoding)
        .replace("(import \"h\" (func $h", "(import \"" + imported + "\" (func $h")
        .replace("\n(func (export \"f\")", "\n(func (export \"" + exported + "\")");
  }

  private static final String[] ENCODINGS = {"utf8", "utf16", "latin1+utf16"};

  @Test
  void valuesOfAllTypesCrossUnchanged() {
    var random = new Random(4711);
    for (int round = 0; round < 150; round++) {
      WitType type = new RandomTypes(random).next();
      String text = type.toString();
      String one = ENCODINGS[random.nextInt(ENCODINGS.length)];
      String other = ENCODINGS[random.nextInt(ENCODINGS.length)];
      List<Object> seen = new ArrayList<>();
      var inner = new Linker(Guests.ENGINE);
      inner
          .root()
          .func(
              "h",
              call -> {
                seen.add(call.argument(0));
                return call.argument(0);
              });
      try (Component provider = Guests.wat(echo(text, one, "h", "g"));
          Component user = Guests.wat(echo(text, other, "g", "f"));
          var plugged = inner.instantiatePre(provider);
          var store = new Store(Guests.ENGINE)) {
        Instance instance = new Linker(Guests.ENGINE).plug(plugged).instantiate(store, user);
        for (int i = 0; i < 5; i++) {
          Object value = new RandomValues(random).next(type);
          Object result = instance.func("f").call(new Object[] {value});
          String where = text + " from " + other + " to " + one;
          Values.assertSame(value, seen.getLast(), "as an argument: " + where);
          Values.assertSame(value, result, "as a result: " + where);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 4096, 65_536, 65_537, 3_000_000})
  void listsOfAnySizeCross(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    try (var ops = linked(PluggedGuests.ops(0));
        var middle = linked(PluggedGuests.PASS_ON, ops);
        var user = linked(PluggedGuests.PASS_ON, middle);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(bytes, (byte[]) call(instance, "bytes", bytes));
        assertEquals(3, call(instance, "add", 1, 2));
      }
    }
  }

  /** The memory of images is used again, and its contents are of the call before. */
  @Test
  void whatOneCallLeavesIsNoPartOfTheNext() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      var random = new Random(1);
      for (int i = 0; i < 500; i++) {
        String text = "\u00e4x".repeat(random.nextInt(i % 10 == 0 ? 20_000 : 300));
        assertEquals(text, call(instance, "same", text));
        assertEquals(i + 1, call(instance, "add", i, 1));
      }
    }
  }

  // ---- chains and starts

  @Test
  void componentsCanBePluggedIntoEachOtherInAChain() {
    List<InstancePre> chain = new ArrayList<>();
    try (Component link = Guests.wat(PluggedGuests.PASS_ON)) {
      chain.add(linked(PluggedGuests.ops(3)));
      for (int i = 0; i < 99; i++) {
        chain.add(new Linker(Guests.ENGINE).plug(chain.getLast()).instantiatePre(link));
      }
      Limits limits = Limits.builder().instances(1000).memories(1000).build();
      try (var store = new Store(Guests.ENGINE, limits)) {
        Instance instance = chain.get(8).instantiate(store);
        assertEquals(6, call(instance, "add", 1, 2));
        assertEquals("through", call(instance, "same", "through"));
        // All of it can be made; whether so many calls fit on the guests' stack is another
        // question.
        Instance longest = chain.getLast().instantiate(store);
        try {
          assertEquals(1, call(longest, "count"));
        } catch (TrapException e) {
          assertEquals(TrapCode.STACK_OVERFLOW, e.code());
        }
      }
      var linker = new Linker(Guests.ENGINE).plug(chain.getLast());
      var refused = assertThrows(RuntimeException.class, () -> linker.instantiatePre(link));
      assertTrue(refused.getMessage().contains("more than 100"), refused.getMessage());
    } finally {
      // In any order: each keeps what it needs.
      chain.forEach(InstancePre::close);
    }
  }

  @Test
  void startCodeCallsWhatIsPluggedIn() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON_AT_START, ops);
        var store = new Store(Guests.ENGINE)) {
      assertEquals(2, call(user.instantiate(store), "count"));
    }
  }

  @Test
  void whatSeveralNeedIsMadeOnce() {
    // Two in the middle, of interfaces of their own, with one behind both.
    String a = PluggedGuests.passOn(OPS, "acme:math/a@1.0.0", false);
    String b = PluggedGuests.passOn(OPS, "acme:math/b@1.0.0", false);
    String both =
        """
        (component
          (import "acme:math/a@1.0.0" (instance $a (export "count" (func (result u32)))))
          (import "acme:math/b@1.0.0" (instance $b (export "count" (func (result u32)))))
          (core func $a (canon lower (func $a "count")))
          (core func $b (canon lower (func $b "count")))
          (core module $m
            (import "count" "a" (func $a (result i32)))
            (import "count" "b" (func $b (result i32)))
            (func (export "a") (result i32) (call $a))
            (func (export "b") (result i32) (call $b)))
          (core instance $count (export "a" (func $a)) (export "b" (func $b)))
          (core instance $m (instantiate $m (with "count" (instance $count))))
          (func (export "a") (result u32) (canon lift (core func $m "a")))
          (func (export "b") (result u32) (canon lift (core func $m "b"))))
        """;
    try (var ops = linked(PluggedGuests.ops(0));
        var left = linked(a, ops);
        var right = linked(b, ops);
        var user = linked(both, left, right);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      assertEquals(1, instance.func("a").call());
      assertEquals(2, instance.func("b").call());
      Instance next = user.instantiate(store);
      assertEquals(1, next.func("b").call());
      assertEquals(3, instance.func("a").call());
    }
  }

  // ---- other plugs, and circles

  @Test
  void whatIsPluggedInIsReplacedUnderALiveInstance() {
    try (var first = linked(PluggedGuests.ops(1));
        var second = linked(PluggedGuests.ops("acme:math/ops@1.2.0", 2));
        var user = linked(PluggedGuests.PASS_ON, first);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      assertEquals(1, call(instance, "add", 0, 0));
      assertEquals(1, call(instance, "count"));
      Instance next = second.instantiate(store);
      instance.plug(OPS, next);
      assertEquals(2, call(instance, "add", 0, 0));
      assertEquals(1, call(instance, "count"));
      assertEquals("y", call(instance, "same", "y"));
      instance.plug(OPS, next);
      assertEquals(2, call(instance, "count"));
    }
  }

  @Test
  void aCircleEndsWithATrap() {
    for (int links : new int[] {1, 2, 3, 10}) {
      try (var ops = linked(PluggedGuests.ops(0));
          Component link = Guests.wat(PluggedGuests.PASS_ON);
          var store = new Store(Guests.ENGINE)) {
        List<Instance> circle = new ArrayList<>();
        circle.add(new Linker(Guests.ENGINE).plug(ops).instantiate(store, link));
        for (int i = 1; i < links; i++) {
          circle.add(new Linker(Guests.ENGINE).plug(circle.getLast()).instantiate(store, link));
        }
        assertEquals(3, call(circle.getLast(), "add", 1, 2));
        circle.getFirst().plug(OPS, circle.getLast());
        TrapException trap =
            assertThrows(TrapException.class, () -> call(circle.getLast(), "same", "round"));
        assertEquals(TrapCode.CANNOT_ENTER_COMPONENT, trap.code());
        assertTrue(trap.getMessage().contains("in a circle"), trap.getMessage());
        assertThrows(StoreLostException.class, () -> call(circle.getFirst(), "count"));
      }
    }
  }

  /** It may be entered as often as it likes, one after the other. */
  @Test
  void anInstanceThatHasReturnedIsEnteredAgain() {
    try (var ops = linked(PluggedGuests.ops(0));
        Component link = Guests.wat(PluggedGuests.PASS_ON);
        var store = new Store(Guests.ENGINE)) {
      Instance last = ops.instantiate(store);
      Instance middle = new Linker(Guests.ENGINE).plug(last).instantiate(store, link);
      Instance first = new Linker(Guests.ENGINE).plug(middle).instantiate(store, link);
      for (int i = 0; i < 50; i++) {
        assertEquals(i, call(first, "add", i, 0));
        assertEquals(i, call(middle, "add", i, 0));
        assertEquals(i, call(last, "add", i, 0));
      }
    }
  }

  // ---- failures

  @Test
  void aTrapSaysWhereItHappened() {
    try (Component component = Guests.ENGINE.compileText(PluggedGuests.ops(0));
        var ops = new Linker(Guests.ENGINE).instantiatePre(component);
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      assertEquals(3, call(instance, "add", 1, 2));
      TrapException trap = assertThrows(TrapException.class, () -> call(instance, "fail"));
      assertEquals(TrapCode.UNREACHABLE, trap.code());
      assertTrue(
          trap.getMessage()
              .contains("in " + OPS + "#fail of " + component + ", which is plugged in"),
          trap.getMessage());
      List<String> modules = trap.guestTrace().stream().map(frame -> frame.module()).toList();
      assertEquals(List.of("ops", "pass-on"), modules);
      StoreLostException lost =
          assertThrows(StoreLostException.class, () -> call(instance, "add", 1, 2));
      assertSame(trap, lost.getCause());
    }
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE)) {
      assertEquals(3, call(user.instantiate(store), "add", 1, 2));
    }
  }

  @Test
  void aResultThatBreaksTheRulesIsATrapOfWhoeverLeftIt() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = user.instantiate(store);
      TrapException trap = assertThrows(TrapException.class, () -> call(instance, "lie"));
      assertEquals(TrapCode.CANONICAL_ABI, trap.code());
      assertTrue(trap.getMessage().contains(OPS + "#lie of"), trap.getMessage());
      assertTrue(trap.getMessage().contains("out of bounds"), trap.getMessage());
    }
  }

  @Test
  void whatAHostFunctionThrowsComesThroughBoth() {
    var reason = new IllegalStateException("no");
    var inner = new Linker(Guests.ENGINE);
    inner
        .root()
        .func(
            "h",
            call -> {
              throw reason;
            });
    try (Component provider = Guests.wat(echo("string", "utf8", "h", "g"));
        Component user = Guests.wat(echo("string", "utf8", "g", "f"));
        var plugged = inner.instantiatePre(provider);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).plug(plugged).instantiate(store, user);
      var failure = assertThrows(HostFunctionException.class, () -> instance.func("f").call("x"));
      assertSame(reason, failure.getCause());
    }
  }

  @Test
  void theLimitOfCopiedBytesHoldsAtEachSeam() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops)) {
      Limits limits = Limits.builder().copiedBytes(1 << 20).build();
      byte[] most = new byte[1 << 20];
      try (var store = new Store(Guests.ENGINE, limits)) {
        assertArrayEquals(most, (byte[]) call(user.instantiate(store), "bytes", most));
      }
      try (var store = new Store(Guests.ENGINE, limits)) {
        Instance instance = user.instantiate(store);
        var reached =
            assertThrows(
                ResourceLimitException.class,
                () -> call(instance, "bytes", Arrays.copyOf(most, most.length + 1)));
        assertEquals(Limit.COPIED_BYTES, reached.limit());
        assertThrows(StoreLostException.class, () -> call(instance, "add", 1, 2));
      }
    }
  }

  @Test
  void memoryOfAllInstancesCounts() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE, Limits.builder().totalMemoryBytes(1 << 20).build())) {
      Instance instance = user.instantiate(store);
      var reached = assertThrows(ResourceLimitException.class, () -> call(instance, "hoard"));
      assertEquals(Limit.TOTAL_MEMORY_BYTES, reached.limit());
    }
  }

  @Test
  void instancesThatAreMadeToBePluggedInCount() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE, Limits.builder().memories(1).build())) {
      var reached = assertThrows(ResourceLimitException.class, () -> user.instantiate(store));
      assertEquals(Limit.MEMORIES, reached.limit());
    }
  }

  @Test
  void fuelIsUsedUpByAll() {
    try (Engine engine = Engine.builder().fuel(true).build();
        var ops = linked(engine, PluggedGuests.ops(0));
        var user = linked(engine, PluggedGuests.PASS_ON, ops);
        var store = new Store(engine, Limits.builder().fuel(100_000).build())) {
      Instance instance = user.instantiate(store);
      long before = store.fuel();
      call(instance, "add", 1, 2);
      assertTrue(store.fuel() < before);
      var reached = assertThrows(ResourceLimitException.class, () -> call(instance, "spin"));
      assertEquals(Limit.FUEL, reached.limit());
    }
  }

  @Test
  void aDeadlineEndsWhatIsPluggedIn() {
    try (Engine engine = Engine.builder().interruptible(true).build();
        var ops = linked(engine, PluggedGuests.ops(0));
        var user = linked(engine, PluggedGuests.PASS_ON, ops)) {
      Limits limits = Limits.builder().deadline(Duration.ofMillis(50)).build();
      try (var store = new Store(engine, limits)) {
        Instance instance = user.instantiate(store);
        var reached = assertThrows(ResourceLimitException.class, () -> call(instance, "spin"));
        assertEquals(Limit.DEADLINE, reached.limit());
      }
    }
  }

  @Test
  void anotherThreadInterruptsWhatIsPluggedIn() throws Exception {
    try (Engine engine = Engine.builder().interruptible(true).build();
        var ops = linked(engine, PluggedGuests.ops(0));
        var user = linked(engine, PluggedGuests.PASS_ON, ops);
        var store = new Store(engine);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Instance instance = user.instantiate(store);
      Future<?> spinning = other.submit(() -> call(instance, "spin"));
      while (!spinning.isDone()) {
        store.interrupt();
        Thread.onSpinWait();
      }
      var failure = assertThrows(java.util.concurrent.ExecutionException.class, spinning::get);
      assertInstanceOf(GuestInterruptedException.class, failure.getCause());
    }
  }

  // ---- threads

  @ParameterizedTest
  @CsvSource({"4, 200"})
  void manyThreadsInstantiateAndCall(int threads, int rounds) throws Exception {
    try (var ops = linked(PluggedGuests.ops(9));
        var user = linked(PluggedGuests.PASS_ON, ops);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Callable<Integer> work =
          () -> {
            int right = 0;
            for (int i = 0; i < rounds; i++) {
              try (var store = new Store(Guests.ENGINE)) {
                Instance instance = user.instantiate(store);
                String text = Thread.currentThread().getName() + i;
                boolean same = text.equals(call(instance, "same", text));
                right += same && call(instance, "add", i, 1).equals(i + 10) ? 1 : 0;
              }
            }
            return right;
          };
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(work);
      }
      for (Future<Integer> one : pool.invokeAll(all)) {
        assertEquals(rounds, one.get());
      }
    }
  }

  @Test
  void bytesAreThoseOfTheText() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(PluggedGuests.PASS_ON, ops);
        var store = new Store(Guests.ENGINE)) {
      byte[] bytes = "\u20ac".getBytes(UTF_8);
      assertArrayEquals(bytes, (byte[]) call(user.instantiate(store), "bytes", bytes));
    }
  }
}
