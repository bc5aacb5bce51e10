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
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.StoreLostException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.Tuple;
import dev.switchblade.wit.WitType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
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
  @SuppressWarnings("try") // what is closed early is what this is about
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

  /**
   * The memory of images is used again, and its contents are of the call before: gaps between
   * values would show them.
   */
  @Test
  void whatOneCallLeavesIsNoPartOfTheNext() {
    String type = "(tuple u8 u64)";
    var parameters = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      parameters.append("(param \"p%d\" %s) ".formatted(i, type));
    }
    String raw =
        """
        (component
          %1$s
          (core module $m
            (import "libc" "memory" (memory 1))
            (func (export "raw") (param i32) (result i32)
              (i32.store (i32.const 16) (local.get 0))
              (i32.store (i32.const 20) (i32.const 144))
              (i32.const 16))
            (func (export "same") (param i32 i32) (result i32)
              (i32.store (i32.const 16) (local.get 0))
              (i32.store (i32.const 20) (local.get 1))
              (i32.const 16))
            (func (export "elements") (param i32 i32) (result i32)
              (i32.store (i32.const 16) (local.get 0))
              (i32.store (i32.const 20) (i32.mul (local.get 1) (i32.const 16)))
              (i32.const 16)))
          (core instance $m (instantiate $m (with "libc" (instance $libc))))
          (func (export "raw") %3$s (result (list u8)) (canon lift (core func $m "raw") %2$s))
          (func (export "same") (param "l" (list u8)) (result (list u8))
            (canon lift (core func $m "same") %2$s))
          (func (export "elements") (param "l" (list (tuple u8 u64))) (result (list u8))
            (canon lift (core func $m "elements") %2$s)))
        """
            .formatted(Guests.LIBC, Guests.WITH_LIBC, parameters);
    String user =
        """
        (component
          (import "raw" (func $raw %3$s (result (list u8))))
          (import "same" (func $same (param "l" (list u8)) (result (list u8))))
          (import "elements"
            (func $elements (param "l" (list (tuple u8 u64))) (result (list u8))))
          %1$s
          (core func $raw (canon lower (func $raw) %2$s))
          (core func $same (canon lower (func $same) %2$s))
          (core func $elements (canon lower (func $elements) %2$s))
          (core module $m
            (import "" "raw" (func $raw (param i32 i32)))
            (import "" "same" (func $same (param i32 i32 i32)))
            (import "" "elements" (func $elements (param i32 i32 i32)))
            (import "libc" "memory" (memory 1))
            ;; Gaps of the guest's own are not empty either.
            (func $fill (param i32) (local $i i32)
              (loop $again
                (i32.store8
                  (i32.add (local.get 0)
                    (i32.add (i32.const 1)
                      (i32.add (i32.mul (i32.const 16) (i32.div_u (local.get $i) (i32.const 7)))
                        (i32.rem_u (local.get $i) (i32.const 7)))))
                  (i32.const 0xee))
                (local.set $i (i32.add (local.get $i) (i32.const 1)))
                (br_if $again (i32.lt_u (local.get $i) (i32.const 63)))))
            (func (export "raw") (param i32) (result i32)
              (call $fill (local.get 0))
              (call $raw (local.get 0) (i32.const 16)) (i32.const 16))
            (func (export "same") (param i32 i32) (result i32)
              (call $same (local.get 0) (local.get 1) (i32.const 16)) (i32.const 16))
            (func (export "elements") (param i32 i32) (result i32)
              (call $fill (local.get 0))
              (call $elements (local.get 0) (local.get 1) (i32.const 16)) (i32.const 16)))
          (core instance $m (instantiate $m
            (with "" (instance (export "raw" (func $raw)) (export "same" (func $same))
              (export "elements" (func $elements))))
            (with "libc" (instance $libc))))
          (func (export "raw") %3$s (result (list u8)) (canon lift (core func $m "raw") %2$s))
          (func (export "same") (param "l" (list u8)) (result (list u8))
            (canon lift (core func $m "same") %2$s))
          (func (export "elements") (param "l" (list (tuple u8 u64))) (result (list u8))
            (canon lift (core func $m "elements") %2$s)))
        """
            .formatted(Guests.LIBC, Guests.WITH_LIBC, parameters);
    byte[] pattern = new byte[4096];
    Arrays.fill(pattern, (byte) 0xdd);
    byte[] expected = new byte[9 * 16];
    Object[] values = new Object[9];
    for (int i = 0; i < values.length; i++) {
      values[i] = Tuple.of((byte) (i + 1), -1L);
      expected[i * 16] = (byte) (i + 1);
      Arrays.fill(expected, i * 16 + 8, i * 16 + 16, (byte) 0xff);
    }
    try (var provider = linked(raw);
        var linked = linked(user, provider);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = linked.instantiate(store);
      for (int i = 0; i < 5; i++) {
        assertArrayEquals(pattern, (byte[]) instance.func("same").call(pattern));
        assertArrayEquals(expected, (byte[]) instance.func("raw").call(values));
        assertArrayEquals(pattern, (byte[]) instance.func("same").call(pattern));
        assertArrayEquals(
            expected, (byte[]) instance.func("elements").call(new Object[] {List.of(values)}));
      }
    }
  }

  @Test
  void callsOfAllSizesFollowEachOther() {
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
          assertThrows(StoreLostException.class, () -> call(longest, "count"));
        }
      }
      var linker = new Linker(Guests.ENGINE).plug(chain.getLast());
      var refused = assertThrows(LinkException.class, () -> linker.instantiatePre(link));
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

  /** Which is one of what it is plugged into, too. */
  @Test
  void startCodeThatFailsInWhatIsPluggedInLosesTheStore() {
    String failing =
        PluggedGuests.ops(0)
            .replace(
                "(func $fail (export \"fail\") unreachable)",
                "(func $fail (export \"fail\") unreachable) (start $fail)");
    try (var ops = linked(failing);
        var user = linked(PluggedGuests.PASS_ON, ops);
        var good = linked(PluggedGuests.ops(0));
        var store = new Store(Guests.ENGINE)) {
      Instance before = good.instantiate(store);
      assertEquals(3, call(before, "add", 1, 2));
      TrapException trap = assertThrows(TrapException.class, () -> user.instantiate(store));
      assertEquals(TrapCode.UNREACHABLE, trap.code());
      assertThrows(StoreLostException.class, () -> call(before, "add", 1, 2));
      assertThrows(StoreLostException.class, () -> good.instantiate(store));
    }
  }

  /** What is made first has run when the next one is refused, if that needs more. */
  @Test
  void nothingHasRunWhereThereIsNoStackForAll() throws Exception {
    String side = "acme:math/side@1.0.0";
    var started = new AtomicInteger();
    var first = new Linker(Guests.ENGINE);
    first
        .root()
        .func(
            "h",
            call -> {
              started.incrementAndGet();
              return null;
            });
    String starting =
        """
        (component
          (import "h" (func $h))
          (core func $h (canon lower (func $h)))
          (core module $m
            (import "" "h" (func $h)) (func (export "f") (result i32) (i32.const 1)) (start $h))
          (core instance $m (instantiate $m (with "" (instance (export "h" (func $h))))))
          (func $f (result u32) (canon lift (core func $m "f")))
          (instance $i (export "count" (func $f)))
          (export "acme:math/side@1.0.0" (instance $i)))
        """;
    String both =
        """
        (component
          (import "acme:math/side@1.0.0" (instance (export "count" (func (result u32)))))
          (import "acme:math/ops@1.0.0" (instance (export "count" (func (result u32))))))
        """;
    List<InstancePre> chain = new ArrayList<>();
    try (Component link = Guests.wat(PluggedGuests.PASS_ON);
        Component component = Guests.wat(starting);
        Component user = Guests.wat(both);
        var sides = first.instantiatePre(component)) {
      chain.add(linked(PluggedGuests.ops(0)));
      for (int i = 0; i < 80; i++) {
        chain.add(new Linker(Guests.ENGINE).plug(chain.getLast()).instantiatePre(link));
      }
      var linker = new Linker(Guests.ENGINE);
      linker.instance(side).plug(sides);
      linker.instance(OPS).plug(chain.getLast());
      var limits = Limits.builder().instances(1000).memories(1000).build();
      try (var linked = linker.instantiatePre(user)) {
        // Ever deeper, to where there is too little for one of them, and some steps on. How large a
        // thread's stack is can't be relied on: the system may give it one that was another's.
        int refused =
            onThread(
                1 << 20,
                () -> {
                  var refusals = new AtomicInteger();
                  descend(
                      () -> {
                        int before = started.get();
                        boolean done = hasRoomFor(linked, limits);
                        assertEquals(before + (done ? 1 : 0), started.get());
                        return done || refusals.incrementAndGet() < 20;
                      },
                      0);
                  return refusals.get();
                });
        assertEquals(20, refused);
      }
    } finally {
      chain.forEach(InstancePre::close);
    }
  }

  private static boolean hasRoomFor(InstancePre linked, Limits limits) {
    try (var store = new Store(Guests.ENGINE, limits)) {
      linked.instantiate(store);
      return true;
    } catch (StackSpaceException e) {
      return false;
    }
  }

  /** Goes down the stack, and asks now and then whether to go on. */
  private static boolean descend(BooleanSupplier goOn, int level) {
    return (level % 32 != 0 || goOn.getAsBoolean()) && descend(goOn, level + 1);
  }

  private static <T> T onThread(long stackSize, Callable<T> body) throws Exception {
    var task = new FutureTask<T>(body);
    new Thread(null, task, "small", stackSize).start();
    return task.get();
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

  /** Imports what {@link PluggedGuests#ops} has, and breaks the rules where it calls it. */
  private static final String LYING_USER =
      """
      (component
        (import "acme:math/ops@1.0.0" (instance $ops
          (export "same" (func (param "text" string) (result string)))))
        (core module $libc-module
          (memory (export "memory") 1)
          (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const -1)))
        (core instance $libc (instantiate $libc-module))
        (core func $same (canon lower (func $ops "same")
          (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
        (core module $m
          (import "" "same" (func $same (param i32 i32 i32)))
          (func (export "bad-argument") (call $same (i32.const -8) (i32.const 100) (i32.const 16)))
          (func (export "bad-result") (call $same (i32.const 64) (i32.const 100) (i32.const 16))))
        (core instance $m
          (instantiate $m (with "" (instance (export "same" (func $same))))))
        (func (export "bad-argument") (canon lift (core func $m "bad-argument")))
        (func (export "bad-result") (canon lift (core func $m "bad-result"))))
      """;

  @Test
  void whatTheCallerBreaksIsNotBlamedOnTheCallee() {
    try (var ops = linked(PluggedGuests.ops(0));
        var user = linked(LYING_USER, ops)) {
      try (var store = new Store(Guests.ENGINE)) {
        Instance instance = user.instantiate(store);
        var trap = assertThrows(TrapException.class, () -> instance.func("bad-argument").call());
        assertEquals(TrapCode.CANONICAL_ABI, trap.code());
        assertTrue(
            trap.getMessage().contains("a plugged function's argument 0: the guest passed"),
            trap.getMessage());
      }
      try (var store = new Store(Guests.ENGINE)) {
        Instance instance = user.instantiate(store);
        var trap = assertThrows(TrapException.class, () -> instance.func("bad-result").call());
        assertTrue(
            trap.getMessage().contains("in the caller of " + OPS + "#same, which is plugged in"),
            trap.getMessage());
        assertTrue(trap.getMessage().contains("realloc"), trap.getMessage());
      }
    }
  }

  /** Passes lists of lists on, of which each guest has room for one element only. */
  private static String passingLists(boolean first) {
    return """
    (component
      (import "g" (func $g (param "lists" (list (list u8))) (result u32)))
      (core module $libc-module
        (memory (export "memory") 20)
        (data (i32.const 1024) "%s")
        (func (export "realloc") (param i32 i32 i32 i32) (result i32)
          (select (i32.const 65536) (i32.const 1024)
            (i32.gt_u (local.get 3) (i32.const 4096)))))
      (core instance $libc (instantiate $libc-module))
      (core func $g (canon lower (func $g) (memory (core memory $libc "memory"))))
      (core module $m
        (import "" "g" (func $g (param i32 i32) (result i32)))
        (func (export "g") (param i32 i32) (result i32) (call $g (local.get 0) (local.get 1)))
        (func (export "begin") (result i32) (call $g (i32.const 1024) (i32.const 16))))
      (core instance $m (instantiate $m (with "" (instance (export "g" (func $g))))))
      %s)
    """
        .formatted(
            // 1 MiB at 64 KiB, each of them.
            "\\00\\00\\01\\00\\00\\00\\10\\00".repeat(16),
            first
                ? "(func (export \"begin\") (result u32) (canon lift (core func $m \"begin\")))"
                : """
                (func (export "g") (param "lists" (list (list u8))) (result u32)
                  (canon lift (core func $m "g") (memory (core memory $libc "memory"))
                    (realloc (core func $libc "realloc"))))
                """);
  }

  /** However many calls are open, one behind the other. */
  @Test
  void oneImageIsThereAtATime() throws IOException {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.exists(status));
    List<InstancePre> chain = new ArrayList<>();
    long[] resident = {0};
    String last =
        passingLists(false)
            .replace("(import \"g\" (func $g", "(import \"h\" (func $h")
            .replace("(canon lower (func $g)", "(canon lower (func $h)")
            .replace(
                "(param \"lists\" (list (list u8))) (result u32)))\n  (core module",
                "(result u32)))\n  (core module")
            .replace("(import \"\" \"g\" (func $g (param i32 i32)", "(import \"\" \"g\" (func $g")
            .replace("(call $g (local.get 0) (local.get 1))", "(call $g)")
            .replace("(call $g (i32.const 1024) (i32.const 16))", "(call $g)");
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "h",
            call -> {
              resident[0] = residentKibibytes(status);
              return 7;
            });
    try (Component end = Guests.wat(last);
        Component link = Guests.wat(passingLists(false));
        Component begin = Guests.wat(passingLists(true))) {
      chain.add(linker.instantiatePre(end));
      for (int i = 0; i < 20; i++) {
        chain.add(new Linker(Guests.ENGINE).plug(chain.getLast()).instantiatePre(link));
      }
      try (var store = new Store(Guests.ENGINE)) {
        Instance instance =
            new Linker(Guests.ENGINE).plug(chain.getLast()).instantiate(store, begin);
        long before = residentKibibytes(status);
        assertEquals(7, instance.func("begin").call());
        // Each of 22 guests has touched 1 MiB, and an image has 16.
        assertTrue(resident[0] - before < 150 << 10, () -> before + " to " + resident[0] + " KiB");
      }
    } finally {
      chain.forEach(InstancePre::close);
    }
  }

  private static long residentKibibytes(Path status) throws IOException {
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new AssertionError("no VmRSS");
  }

  /** Results, too, and at a seam between instances that Java doesn't see. */
  @Test
  void theLimitOfCopiedBytesHoldsForResults() {
    String makes =
        """
        (component
          (core module $libc-module
            (memory (export "memory") 20)
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 65536)))
          (core instance $libc (instantiate $libc-module))
          (core module $m
            (import "libc" "memory" (memory 1))
            (func (export "make") (param i32) (result i32)
              (i32.store (i32.const 16) (i32.const 65536))
              (i32.store (i32.const 20) (local.get 0))
              (i32.const 16)))
          (core instance $m (instantiate $m (with "libc" (instance $libc))))
          (func (export "make") (param "size" u32) (result (list u8))
            (canon lift (core func $m "make") (memory (core memory $libc "memory")))))
        """;
    String measures =
        """
        (component
          (import "make" (func $make (param "size" u32) (result (list u8))))
          (core module $libc-module
            (memory (export "memory") 40)
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 65536)))
          (core instance $libc (instantiate $libc-module))
          (core func $make (canon lower (func $make) (memory (core memory $libc "memory"))
            (realloc (core func $libc "realloc"))))
          (core module $m
            (import "" "make" (func $make (param i32 i32)))
            (import "libc" "memory" (memory 1))
            (func (export "measure") (param i32) (result i32)
              (call $make (local.get 0) (i32.const 16))
              (i32.load (i32.const 20))))
          (core instance $m (instantiate $m (with "libc" (instance $libc))
            (with "" (instance (export "make" (func $make))))))
          (func (export "measure") (param "size" u32) (result u32)
            (canon lift (core func $m "measure"))))
        """;
    Limits limits = Limits.builder().copiedBytes(1 << 20).build();
    try (var provider = linked(makes);
        var user = linked(measures, provider);
        var store = new Store(Guests.ENGINE, limits)) {
      Instance instance = user.instantiate(store);
      for (int i = 0; i < 3; i++) {
        assertEquals(1 << 20, instance.func("measure").call(1 << 20));
      }
      var reached =
          assertThrows(
              ResourceLimitException.class, () -> instance.func("measure").call((1 << 20) + 1));
      assertEquals(Limit.COPIED_BYTES, reached.limit());
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
  void virtualThreadsCallInstancesOfAPool() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        Engine engine =
            Engine.builder()
                .virtualThreadCalls(threads)
                .pooling(Engine.Pooling.of(40).withMemoryBytes(8 << 20))
                .build();
        var ops = linked(engine, PluggedGuests.ops(5));
        var middle = linked(engine, PluggedGuests.PASS_ON, ops);
        var user = linked(engine, PluggedGuests.PASS_ON, middle)) {
      List<FutureTask<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        var task =
            new FutureTask<Boolean>(
                () -> {
                  try (var store = new Store(engine)) {
                    Instance instance = user.instantiate(store);
                    for (int round = 0; round < 20; round++) {
                      assertEquals(number + round + 5, call(instance, "add", number, round));
                      assertEquals("x" + round, call(instance, "same", "x" + round));
                    }
                  }
                  return true;
                });
        Thread.ofVirtual().start(task);
        tasks.add(task);
      }
      for (FutureTask<Boolean> task : tasks) {
        assertTrue(task.get());
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
