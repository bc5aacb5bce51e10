package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.WasmFeature;
import dev.switchblade.abi.Call;
import dev.switchblade.wasi.WasiConfig;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody refers to is released, when nothing in it runs, and whatever others do. */
@Timeout(300)
final class ForgottenStoresTest {

  @TempDir Path folder;

  private void assertSurvived(String trial, String... arguments) throws Exception {
    Trials.assertSurvived(folder, ForgottenStoresTest.class, trial, arguments);
  }

  // ---- A store that is in use is not released

  @Test
  void aResourceThatAHostFunctionGotKeepsTheStoreWhileItIsClosed() throws Exception {
    assertSurvived("receivedResource");
  }

  @Test
  void aResourceKeepsTheStoreWhileItsDestructorRuns() throws Exception {
    assertSurvived("resource");
  }

  @Test
  void aCallKeepsTheStoreWhileItIsClosed() throws Exception {
    assertSurvived("call");
  }

  @Test
  void aFunctionKeepsTheStoreWhileItRuns() throws Exception {
    assertSurvived("function");
  }

  @Test
  void anInstantiationKeepsTheStore() throws Exception {
    assertSurvived("instantiation");
  }

  /** A thread that has ended still has what it ran. */
  @ParameterizedTest
  @ValueSource(strings = {"platform", "virtual"})
  void aStoreThatAThreadOfItsOwnHasUsedIsReleased(String threads) throws Exception {
    assertSurvived("usedByThreads", threads);
  }

  // ---- One that blocks

  /** Code of the host's that runs when a store is released. */
  enum Last {
    DESTRUCTOR,
    LINE_CONSUMER,
    DEPENDENT_OF_A_STAGE
  }

  @ParameterizedTest
  @EnumSource
  void whatBlocksWhenItsStoreIsReleasedStopsNoOtherRelease(Last last) throws Exception {
    assertSurvived("block", last.name());
  }

  @Test
  void severalThatBlockStopNoOtherRelease() throws Exception {
    assertSurvived("blockAll");
  }

  @ParameterizedTest
  @EnumSource
  void whatBlocksWhenItsStoreIsReleasedLetsHandlesBeDropped(Last last) throws Exception {
    assertSurvived("blockAndDrop", last.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "overflow"})
  void whatFailsWhenItsStoreIsReleasedStopsNoOtherRelease(String how) throws Exception {
    assertSurvived("failing", how);
  }

  // ---- The guests

  /**
   * Hands its standard output to the host, and has a resource whose destructor tells the host. So
   * the host has a handle that knows of no instance.
   */
  private static final String STREAMS =
      """
      (component
        (import "wasi:io/streams@0.2.0" (instance $streams
          (export "output-stream" (type (sub resource)))))
        (alias export $streams "output-stream" (type $stream))
        (import "wasi:cli/stdout@0.2.0" (instance $stdout
          (alias outer 1 $stream (type $s))
          (export "output-stream" (type $stream (eq $s)))
          (export "get-stdout" (func (result (own $stream))))))
        (import "keep" (func $keep (param "stream" (own $stream))))
        (import "log" (func $log (param "number" u32)))
        (core func $get-core (canon lower (func $stdout "get-stdout")))
        (core func $keep-core (canon lower (func $keep)))
        (core func $log-core (canon lower (func $log)))
        (core module $destructor
          (import "" "log" (func $log (param i32)))
          (func (export "destructor") (param i32) (call $log (local.get 0))))
        (core instance $destructor
          (instantiate $destructor (with "" (instance (export "log" (func $log-core))))))
        (type $counter-here (resource (rep i32) (dtor (core func $destructor "destructor"))))
        (export $counter "counter" (type $counter-here))
        (core func $new (canon resource.new $counter-here))
        (core module $m
          (import "" "get" (func $get (result i32)))
          (import "" "keep" (func $keep (param i32)))
          (import "" "new" (func $new (param i32) (result i32)))
          (func (export "hand-out") (call $keep (call $get)))
          (func (export "make") (param i32) (result i32) (call $new (local.get 0))))
        (core instance $m (instantiate $m (with "" (instance
          (export "get" (func $get-core)) (export "keep" (func $keep-core))
          (export "new" (func $new))))))
        (func (export "hand-out") (canon lift (core func $m "hand-out")))
        (func (export "make") (param "number" u32) (result (own $counter))
          (canon lift (core func $m "make"))))
      """;

  private static void collect() {
    for (int i = 0; i < 4; i++) {
      System.gc();
      try {
        // The cleaner's thread would release the store now.
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** What a host function got, and nothing else. */
  private static final AtomicReference<@Nullable Resource> GOT = new AtomicReference<>();

  private static final AtomicInteger DESTROYED = new AtomicInteger();

  static void receivedResource() throws Exception {
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "keep",
            call -> {
              GOT.set(assertInstanceOf(Resource.class, call.argument(0)));
              return null;
            })
        .func(
            "log",
            call -> {
              collect();
              DESTROYED.incrementAndGet();
              return null;
            });
    try (Component component = Guests.wat(STREAMS);
        InstancePre pre = linker.instantiatePre(component)) {
      for (int i = 1; i <= 10; i++) {
        forgetAllButTheStream(pre);
        // Drops the counter too, which has waited for somebody to enter the store.
        Objects.requireNonNull(GOT.getAndSet(null)).close();
        assertEquals(i, DESTROYED.get());
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /** Leaves a stream, and a counter that waits to be dropped. */
  private static void forgetAllButTheStream(InstancePre pre) throws InterruptedException {
    var store = new Store(Guests.ENGINE);
    try {
      Instance instance = pre.instantiate(store);
      instance.func("hand-out").call();
      var counter = new WeakReference<>((Resource) instance.func("make").call(5));
      assertTrue(Trials.collectUntil(() -> counter.refersTo(null)));
      collect();
    } finally {
      // Until here it must be there; nobody has entered it since the counter was forgotten.
      Reference.reachabilityFence(store);
    }
  }

  // What compiled code doesn't use any more is unreachable, even if it is this. So all is done
  // often
  // enough to be compiled, and collecting begins then.

  private static final int TURNS_TO_COMPILE = 30_000;

  private static final int TURNS = 60;

  private static final AtomicBoolean COLLECTS = new AtomicBoolean();

  private static Linker collectingLinker() {
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "log",
            call -> {
              DESTROYED.incrementAndGet();
              if (COLLECTS.get()) {
                collect();
              }
              return null;
            })
        .func(
            "h",
            call -> {
              Resource toClose = GOT.getAndSet(null);
              if (toClose != null) {
                toClose.close();
              } else if (COLLECTS.get()) {
                collect();
              }
              return null;
            });
    return linker;
  }

  private interface Turn {
    void take(InstancePre pre);
  }

  private static void takeTurns(int destroyedEach, Turn turn) throws Exception {
    try (Component component = Guests.wat(CounterGuest.TEXT);
        InstancePre pre = collectingLinker().instantiatePre(component)) {
      for (int i = 0; i < TURNS_TO_COMPILE + TURNS; i++) {
        COLLECTS.set(i >= TURNS_TO_COMPILE);
        turn.take(pre);
        assertEquals((i + 1) * destroyedEach, DESTROYED.get());
        WARMING_UP.forEach(Store::close);
        WARMING_UP.clear();
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /** The stores of a turn that is there to have code compiled: too many to be forgotten. */
  private static final List<Store> WARMING_UP = new ArrayList<>();

  private static Store store() {
    var store = new Store(Guests.ENGINE);
    if (!COLLECTS.get()) {
      WARMING_UP.add(store);
    }
    return store;
  }

  private static Resource onlyTheResource(InstancePre pre) {
    Func make = pre.instantiate(store()).func("[constructor]counter");
    return (Resource) Objects.requireNonNull(make.call(5));
  }

  static void resource() throws Exception {
    takeTurns(1, pre -> onlyTheResource(pre).close());
  }

  /** A call in which a resource was closed: it waits until the store is left. */
  private static Call onlyTheCall(InstancePre pre) {
    Instance instance = pre.instantiate(store());
    GOT.set((Resource) instance.func("[constructor]counter").call(5));
    Call call = instance.func("run").begin();
    call.invoke();
    return call;
  }

  static void call() throws Exception {
    takeTurns(1, pre -> onlyTheCall(pre).close());
  }

  private static Func onlyTheFunction(InstancePre pre) {
    return pre.instantiate(store()).func("run");
  }

  static void function() throws Exception {
    takeTurns(0, pre -> assertNull(onlyTheFunction(pre).call()));
  }

  static void instantiation() throws Exception {
    String text =
        """
        (component
          (import "h" (func $h))
          (core func $h-core (canon lower (func $h)))
          (core module $m (import "" "h" (func $h)) (start $h))
          (core instance (instantiate $m (with "" (instance (export "h" (func $h-core)))))))
        """;
    try (Component component = Guests.wat(text);
        InstancePre pre = collectingLinker().instantiatePre(component)) {
      for (int i = 0; i < TURNS_TO_COMPILE + TURNS; i++) {
        COLLECTS.set(i >= TURNS_TO_COMPILE);
        pre.instantiate(new Store(Guests.ENGINE));
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void usedByThreads(String threads) throws Exception {
    Thread.Builder builder =
        threads.equals("virtual") ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
    List<WeakReference<Object>> stores = new ArrayList<>();
    try (Component component = Guests.wat(CounterGuest.TEXT);
        InstancePre pre = collectingLinker().instantiatePre(component)) {
      for (int i = 0; i < 50; i++) {
        stores.add(useOnThread(builder, pre));
      }
      assertTrue(
          Trials.collectUntil(() -> stores.stream().allMatch(store -> store.refersTo(null))),
          () -> stores.stream().filter(store -> !store.refersTo(null)).count() + " are kept");
    }
    HealthyJvm.assertCallsWork();
  }

  private static WeakReference<Object> useOnThread(Thread.Builder builder, InstancePre pre)
      throws InterruptedException {
    Instance instance = pre.instantiate(new Store(Guests.ENGINE));
    builder.start(() -> instance.func("run").call()).join();
    return new WeakReference<>(instance.store());
  }

  // ---- Blocking

  private record Item(boolean blocks) {}

  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final AtomicInteger BLOCKED = new AtomicInteger();

  private static void blockForever() {
    BLOCKED.incrementAndGet();
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static final HostResource<Item> ITEMS =
      HostResource.of(
          Item.class,
          item -> {
            if (item.blocks()) {
              blockForever();
            }
            DESTROYED.incrementAndGet();
          });

  private static final String KEEPER =
      """
      (component
        (import "item" (type $item (sub resource)))
        (core module $m (memory 1) (func (export "keep") (param i32)))
        (core instance $m (instantiate $m))
        (func (export "keep") (param "item" (own $item)) (canon lift (core func $m "keep"))))
      """;

  private static final Component KEEPING = Guests.wat(KEEPER);

  private static InstancePre keeping() {
    var linker = new Linker(Guests.ENGINE);
    linker.root().resource("item", ITEMS);
    return linker.instantiatePre(KEEPING);
  }

  private static void forgetStore(boolean blocks) {
    try (InstancePre pre = keeping()) {
      pre.instantiate(new Store(Guests.ENGINE)).func("keep").call(new Item(blocks));
    }
  }

  private static final String LATER =
      """
      (component
        (import "later" (func $later async (param "x" u32) (result u32)))
        (core module $libc (memory (export "memory") 1))
        (core instance $libc (instantiate $libc))
        (core func $begin (canon lower (func $later) async (memory (core memory $libc "memory"))))
        (core func $return (canon task.return (result u32)))
        (core func $set (canon waitable-set.new))
        (core func $join (canon waitable.join))
        (core func $wait (canon waitable-set.wait (memory (core memory $libc "memory"))))
        (core module $m
          (import "" "begin" (func $begin (param i32 i32) (result i32)))
          (import "" "return" (func $return (param i32)))
          (import "" "set" (func $set (result i32)))
          (import "" "join" (func $join (param i32 i32)))
          (import "" "wait" (func $wait (param i32 i32) (result i32)))
          (func (export "f") (local $set i32)
            (local.set $set (call $set))
            (call $join
              (i32.shr_u (call $begin (i32.const 1) (i32.const 16)) (i32.const 4))
              (local.get $set))
            (call $return (i32.const 7))
            (drop (call $wait (local.get $set) (i32.const 64)))))
        (core instance $m (instantiate $m (with "" (instance
          (export "begin" (func $begin)) (export "return" (func $return))
          (export "set" (func $set)) (export "join" (func $join)) (export "wait" (func $wait))))))
        (func (export "f") async (result u32) (canon lift (core func $m "f") async)))
      """;

  private static void forgetOneThatBlocks(Last last) {
    switch (last) {
      case DESTRUCTOR -> forgetStore(true);
      case LINE_CONSUMER -> {
        // What has no line break is handed over in the end.
        var wasi = WasiConfig.builder().stdout(line -> blockForever()).build();
        var store = new Store(ProberGuest.ENGINE, StoreConfig.defaults().withWasi(wasi));
        new Linker(ProberGuest.ENGINE)
            .instantiate(store, ProberGuest.COMPONENT)
            .func("print")
            .call("no line");
      }
      case DEPENDENT_OF_A_STAGE -> {
        Engine engine =
            Engine.builder()
                .concurrency(true)
                .feature(WasmFeature.COMPONENT_MODEL_ASYNC_STACKFUL, true)
                .build();
        var linker = new Linker(engine);
        linker
            .root()
            .asyncFunc(
                "later",
                call -> {
                  var stage = new CompletableFuture<Integer>();
                  var _ = stage.whenComplete((result, thrown) -> blockForever());
                  return stage;
                });
        Instance instance = linker.instantiate(new Store(engine), engine.compileText(LATER));
        assertEquals(7, instance.func("f").call());
      }
    }
  }

  private static void forget(int stores) {
    for (int i = 0; i < stores; i++) {
      forgetStore(false);
    }
  }

  /** Other engines, with all that was made with them. */
  private static List<WeakReference<Object>> forgetEngines(int count) {
    List<WeakReference<Object>> functions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Engine engine = Engine.create();
      Component component = engine.compileText(EchoGuest.text(List.of("u32"), "u32", "utf8"));
      var linker = new Linker(engine);
      var marker = new Object();
      linker.root().func("h", call -> marker.equals(call) ? 0 : call.argument(0));
      assertEquals(1, linker.instantiate(new Store(engine), component).func("f").call(1));
      functions.add(new WeakReference<>(marker));
    }
    return functions;
  }

  private static void assertOthersAreReleased() throws InterruptedException {
    int before = DESTROYED.get();
    forget(1_000);
    // Host functions are released with the last native object that refers to them.
    List<WeakReference<Object>> engines = forgetEngines(10);
    assertTrue(
        Trials.collectUntil(() -> DESTROYED.get() == before + 1_000),
        () -> DESTROYED.get() - before + " of 1000 stores were released");
    assertTrue(
        Trials.collectUntil(() -> engines.stream().allMatch(engine -> engine.refersTo(null))),
        "engines are kept");
    HealthyJvm.assertCallsWork();
  }

  static void block(String last) throws Exception {
    forgetOneThatBlocks(Last.valueOf(last));
    assertTrue(Trials.collectUntil(() -> BLOCKED.get() == 1), "it isn't released itself");
    assertOthersAreReleased();
  }

  static void blockAll() throws Exception {
    for (int i = 0; i < 5; i++) {
      for (Last last : Last.values()) {
        forgetOneThatBlocks(last);
      }
    }
    assertTrue(Trials.collectUntil(() -> BLOCKED.get() > 0), "they aren't released themselves");
    assertOthersAreReleased();
  }

  /** Handles that were forgotten are dropped too. */
  static void blockAndDrop(String last) throws Exception {
    forgetOneThatBlocks(Last.valueOf(last));
    assertTrue(Trials.collectUntil(() -> BLOCKED.get() == 1), "it isn't released itself");
    try (var guest = new CounterGuest()) {
      forgetCounters(guest);
      assertTrue(
          Trials.collectUntil(
              () -> {
                // Handles that are forgotten are dropped when the store is entered next.
                guest.make(1).close();
                return guest.destroyed().stream().filter(number -> number >= 1_000).count() == 100;
              }),
          "handles are kept");
    }
    HealthyJvm.assertCallsWork();
  }

  private static void forgetCounters(CounterGuest guest) {
    for (int i = 0; i < 100; i++) {
      guest.make(1_000 + i);
    }
  }

  private static int recurse(int level) {
    return level < 0 ? level : recurse((level + 1) & Integer.MAX_VALUE) + 1;
  }

  static void failing(String how) throws Exception {
    HostResource<Item> failing =
        HostResource.of(
            Item.class,
            item -> {
              BLOCKED.incrementAndGet();
              switch (how) {
                case "exception" -> throw new IOException("on purpose");
                case "error" -> throw new LinkageError("on purpose");
                default -> recurse(0);
              }
            });
    var linker = new Linker(Guests.ENGINE);
    linker.root().resource("item", failing);
    for (int i = 0; i < 20; i++) {
      try (InstancePre pre = linker.instantiatePre(KEEPING)) {
        Func keep = pre.instantiate(new Store(Guests.ENGINE)).func("keep");
        keep.call(new Item(false));
        keep.call(new Item(false));
      }
    }
    assertTrue(Trials.collectUntil(() -> BLOCKED.get() == 40), () -> BLOCKED + " of 40");
    assertOthersAreReleased();
    FutureTask<Integer> other = Trials.background(BLOCKED::get);
    assertEquals(40, other.get());
  }
}
