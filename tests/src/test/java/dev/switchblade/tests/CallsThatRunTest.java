package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.HostResource;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Call;
import dev.switchblade.tests.Trials.Refusals;
import dev.switchblade.wasi.WasiConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that runs is its thread's, and nothing ends it but its guest. */
@Timeout(300)
final class CallsThatRunTest {

  @TempDir Path folder;

  private void assertSurvived(String trial, String... arguments) throws Exception {
    Trials.assertSurvived(folder, CallsThatRunTest.class, trial, arguments);
  }

  // ---- On the thread that made the call

  @ParameterizedTest
  @EnumSource
  void aCallThatRunsCannotBeClosedAndItsStoreNeither(Place place) throws Exception {
    assertSurvived("close", place.name());
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatRunsCannotBeClosedToMakeAnother(Place place) throws Exception {
    assertSurvived("closeAndCall", place.name());
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatRunsCannotBeClosedToBeginAnotherThatStaysOpen(Place place) throws Exception {
    assertSurvived("closeAndBegin", place.name());
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatRunsCannotBeClosedToInstantiate(Place place) throws Exception {
    assertSurvived("closeAndInstantiate", place.name());
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatRunsHasNoArgumentsAndNoResultAndIsNotInvokedAgain(Place place) throws Exception {
    assertSurvived("invokeAgain", place.name());
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsRefusedTheResultCanBeReadAfterwards(Place place) throws Exception {
    assertSurvived("everything", place.name());
  }

  // ---- On other threads

  @ParameterizedTest
  @EnumSource
  void anotherThreadCannotEndACallThatRuns(Place place) throws Exception {
    assertSurvived("closeElsewhere", place.name());
  }

  @Test
  void anotherThreadCannotEndCallsThatItHappensToMeet() throws Exception {
    assertSurvived("closeAtRandom");
  }

  @Test
  void twoThreadsCannotInvokeOneCall() throws Exception {
    assertSurvived("invokeTwice");
  }

  @Test
  void closingOnceMoreDoesNotEndTheNextCallOfAnotherThread() throws Exception {
    assertSurvived("closeTwice");
  }

  @Test
  void anotherThreadCannotWriteInvokeOrReadACallThatItDidNotBegin() throws Exception {
    assertSurvived("useElsewhere");
  }

  // ---- What else runs guests

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatRunsWhileDestructorsDoCannotCloseTheStore(boolean whileACallIsClosed) throws Exception {
    assertSurvived("destructors", Boolean.toString(whileACallIsClosed));
  }

  @Test
  void whatRunsWhileAComponentIsInstantiatedCannotCloseTheStore() throws Exception {
    assertSurvived("instantiating");
  }

  // ---- Failures in the midst

  @ParameterizedTest
  @CsvSource({"HOST_FUNCTION", "DESTRUCTOR", "ASYNC_HOST_FUNCTION", "LIST_VISITOR"})
  void aCallThatFailsAfterAllThatIsOver(Place place) throws Exception {
    assertSurvived("fail", place.name());
  }

  @Test
  void closingAfterAGarbledResultLeavesTheStore() throws Exception {
    assertSurvived("garbledResult");
  }

  @ParameterizedTest
  @ValueSource(strings = {"call", "images", "host", "visitor", "destructor", "resource"})
  void aStackThatEndsInTheMidstLeavesTheStore(String what) throws Exception {
    assertSurvived("endOfStack", what);
  }

  // ---- The guests

  /**
   * Its {@code run} calls the host, drops what it was given, and returns a list. Small enough for
   * all engines.
   */
  private static final String GUEST =
      """
      (component
        (import "item" (type $item (sub resource)))
        (import "h" (func $h))
        (core func $h-core (canon lower (func $h)))
        (core func $drop (canon resource.drop $item))
        (core module $m
          (import "" "h" (func $h))
          (import "" "drop" (func $drop (param i32)))
          (memory (export "memory") 1)
          (data (i32.const 64) "\\60\\00\\00\\00\\04\\00\\00\\00")
          (data (i32.const 96) "text")
          (func (export "run") (param i32) (result i32)
            (call $h)
            (call $drop (local.get 0))
            (i32.const 64)))
        (core instance $m (instantiate $m (with "" (instance
          (export "h" (func $h-core)) (export "drop" (func $drop))))))
        (func (export "run") (param "item" (own $item)) (result (list u8))
          (canon lift (core func $m "run") (memory (core memory $m "memory")))))
      """;

  private static final byte[] RESULT = {'t', 'e', 'x', 't'};

  /** Where code of the host's runs during a call. */
  enum Place {
    HOST_FUNCTION,
    LIST_VISITOR,
    DESTRUCTOR,
    LINE_CONSUMER,
    ACCESS_LISTENER,
    ASYNC_HOST_FUNCTION,
    DESTRUCTOR_WITH_CONCURRENCY,
    LINE_CONSUMER_WITH_CONCURRENCY,
    ACCESS_LISTENER_WITH_CONCURRENCY;

    boolean isConcurrent() {
      return compareTo(ASYNC_HOST_FUNCTION) >= 0;
    }

    boolean usesWasi() {
      return name().startsWith("LINE_CONSUMER") || name().startsWith("ACCESS_LISTENER");
    }
  }

  private record Item() {}

  /** A call, and what the host does in the midst of it. */
  private static final class Scene implements AutoCloseable {

    private final Place place;
    final Store store;
    private final InstancePre pre;
    final Func f;
    private final HostResource<Item> items;

    /** What happens there, once. */
    private final AtomicReference<@Nullable Interference> interference = new AtomicReference<>();

    interface Interference {
      void run(Call call) throws Exception;
    }

    private @Nullable Call running;
    private boolean interfered;

    Scene(Place place) {
      this.place = place;
      var builder = Engine.builder();
      if (place.isConcurrent()) {
        builder.concurrency(true);
      }
      Engine engine = builder.build();
      items = HostResource.of(Item.class, item -> interfere("DESTRUCTOR"));
      var linker = new Linker(engine);
      if (place.usesWasi()) {
        var wasi =
            WasiConfig.builder()
                .stdout(line -> interfere("LINE_CONSUMER"))
                .onAccess(event -> interfere("ACCESS_LISTENER"))
                .build();
        store = new Store(engine, StoreConfig.defaults().withWasi(wasi));
        pre = linker.instantiatePre(engine.compile(Guests.file("prober.wasm")));
        f =
            pre.instantiate(store)
                .func(place.name().startsWith("LINE_CONSUMER") ? "print" : "tcp-connect");
        return;
      }
      store = new Store(engine);
      linker.root().resource("item", items);
      if (place == Place.ASYNC_HOST_FUNCTION) {
        linker
            .root()
            .asyncFunc(
                "h",
                call -> {
                  interfere("ASYNC_HOST_FUNCTION");
                  return CompletableFuture.completedFuture(null);
                });
      } else {
        linker
            .root()
            .func(
                "h",
                call -> {
                  interfere("HOST_FUNCTION");
                  return null;
                });
      }
      pre = linker.instantiatePre(engine.compileText(GUEST));
      f = pre.instantiate(store).func("run");
    }

    private void interfere(String here) {
      if (!place.name().startsWith(here)) {
        return;
      }
      Interference what = interference.getAndSet(null);
      if (what != null) {
        interfered = true;
        try {
          what.run(Objects.requireNonNull(running));
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }
    }

    Instance instantiate() {
      return pre.instantiate(store);
    }

    void writeArguments(Call call) {
      if (!place.usesWasi()) {
        call.arguments().putOwn(0, items, new Item());
      } else if (place.name().startsWith("LINE_CONSUMER")) {
        call.arguments().putString(0, "line\n");
      } else {
        call.arguments().putString(0, "127.0.0.1");
        call.arguments().putShort(8, (short) 1);
      }
    }

    void invoke(Call call) {
      if (place == Place.LIST_VISITOR) {
        call.invokeInPlace(list -> interfere("LIST_VISITOR"));
      } else {
        call.invoke();
      }
    }

    /** Makes a call that is interfered with. */
    void call(Interference what) throws Exception {
      interfered = false;
      interference.set(what);
      try (Call call = f.begin()) {
        running = call;
        writeArguments(call);
        invoke(call);
        assertTrue(interfered);
        if (place.usesWasi()) {
          // The one has no result, the other one's is that it was refused.
          if (place.name().startsWith("ACCESS_LISTENER")) {
            assertTrue(call.result().getBool(0));
          }
        } else if (place == Place.LIST_VISITOR) {
          assertThrows(IllegalStateException.class, () -> call.result().getBytes(0));
        } else {
          assertArrayEquals(RESULT, call.result().getBytes(0));
        }
      }
    }

    /** And one that is not. */
    void call() {
      try (Call call = f.begin()) {
        writeArguments(call);
        invoke(call);
      }
    }

    /** The store is in order: it serves calls, and is closed. */
    @Override
    public void close() {
      call();
      store.close();
      assertThrows(IllegalStateException.class, f::begin);
      HealthyJvm.assertCallsWork();
    }
  }

  // ---- The trials

  static void close(String place) throws Exception {
    try (var scene = new Scene(Place.valueOf(place))) {
      var refusals = new Refusals();
      scene.call(
          call ->
              refusals
                  .refused("closing the call", call::close)
                  .refused("closing the store", scene.store::close));
      refusals.assertAll(2);
    }
  }

  static void closeAndCall(String place) throws Exception {
    try (var scene = new Scene(Place.valueOf(place))) {
      var refusals = new Refusals();
      scene.call(
          call -> {
            refusals.refused("closing the call", call::close);
            for (int i = 0; i < 100; i++) {
              refusals.refused("another call", () -> scene.call());
            }
          });
      refusals.assertAll(101);
    }
  }

  static void closeAndBegin(String place) throws Exception {
    try (var scene = new Scene(Place.valueOf(place))) {
      var refusals = new Refusals();
      scene.call(
          call ->
              refusals
                  .refused("closing the call", call::close)
                  .refused("beginning another", scene.f::begin)
                  .refused("writing its arguments", () -> scene.writeArguments(call))
                  .refused("invoking it", () -> scene.invoke(call)));
      refusals.assertAll(4);
    }
  }

  static void closeAndInstantiate(String place) throws Exception {
    try (var scene = new Scene(Place.valueOf(place))) {
      var refusals = new Refusals();
      scene.call(
          call -> {
            refusals.refused("closing the call", call::close);
            for (int i = 0; i < 20; i++) {
              refusals.refused("instantiating", scene::instantiate);
            }
            refusals.refused("closing the store", scene.store::close);
          });
      refusals.assertAll(22);
    }
  }

  static void invokeAgain(String place) throws Exception {
    try (var scene = new Scene(Place.valueOf(place))) {
      var refusals = new Refusals();
      scene.call(
          call -> {
            refusals
                .refused("writing arguments", () -> scene.writeArguments(call))
                .refused("invoking it", () -> call.invoke())
                .refused("its arguments", call::arguments)
                .refused("its result", call::result)
                .refused("reading its result", () -> call.result().getBytes(0));
            if (!scene.place.isConcurrent()) {
              refusals.refused("invoking it in place", () -> call.invokeInPlace(list -> {}));
            }
          });
      refusals.assertAll(scene.place.isConcurrent() ? 5 : 6);
    }
  }

  static void everything(String place) throws Exception {
    try (var scene = new Scene(Place.valueOf(place))) {
      for (int i = 0; i < 50; i++) {
        var refusals = new Refusals();
        scene.call(
            call -> {
              for (int turn = 0; turn < 3; turn++) {
                refusals
                    .refused("its result", call::result)
                    .refused("closing the call", call::close)
                    .refused("invoking it", () -> call.invoke())
                    .refused("its arguments", call::arguments)
                    .refused("another call", () -> scene.call())
                    .refused("instantiating", scene::instantiate)
                    .refused("closing the store", scene.store::close);
                System.gc();
              }
            });
        refusals.assertAll(21);
      }
    }
  }

  static void closeElsewhere(String place) throws Exception {
    try (var scene = new Scene(Place.valueOf(place))) {
      for (int i = 0; i < 20; i++) {
        var refusals = new Refusals();
        scene.call(
            call ->
                Trials.elsewhere(
                    () ->
                        refusals
                            .ignored("closing the call", call::close)
                            .refused("its arguments", call::arguments)
                            .refused("its result", call::result)
                            .refused("invoking it", () -> call.invoke())
                            .refused("another call", () -> scene.call())
                            .refused("instantiating", scene::instantiate)
                            .refused("closing the store", scene.store::close)));
        refusals.assertAll(7);
      }
    }
  }

  /** As a watchdog might, which finds a call that takes too long. */
  static void closeAtRandom() throws Exception {
    for (int round = 0; round < 20; round++) {
      try (var scene = new Scene(Place.HOST_FUNCTION)) {
        var met = new AtomicReference<@Nullable Call>();
        var over = new AtomicBoolean();
        FutureTask<@Nullable Void> watchdog =
            Trials.background(
                () -> {
                  while (!over.get()) {
                    Call call = met.get();
                    if (call != null) {
                      call.close();
                    }
                  }
                  return null;
                });
        for (int i = 0; i < 2_000; i++) {
          try (Call call = scene.f.begin()) {
            met.set(call);
            scene.writeArguments(call);
            scene.invoke(call);
            assertArrayEquals(RESULT, call.result().getBytes(0));
          }
        }
        over.set(true);
        watchdog.get();
      }
    }
  }

  static void invokeTwice() throws Exception {
    try (var scene = new Scene(Place.HOST_FUNCTION)) {
      var calls = new AtomicReference<@Nullable Call>();
      var barrier = new CyclicBarrier(2);
      int rounds = 20_000;
      FutureTask<Integer> other =
          Trials.background(
              () -> {
                int refused = 0;
                for (int i = 0; i < rounds; i++) {
                  barrier.await();
                  try {
                    Objects.requireNonNull(calls.get()).invoke();
                  } catch (IllegalStateException e) {
                    refused++;
                  }
                  barrier.await();
                }
                return refused;
              });
      for (int i = 0; i < rounds; i++) {
        try (Call call = scene.f.begin()) {
          scene.writeArguments(call);
          calls.set(call);
          await(barrier);
          scene.invoke(call);
          assertArrayEquals(RESULT, call.result().getBytes(0));
          await(barrier);
        }
      }
      assertEquals(rounds, other.get());
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError(e);
    }
  }

  static void closeTwice() throws Exception {
    try (var scene = new Scene(Place.HOST_FUNCTION)) {
      for (int i = 0; i < 100; i++) {
        Call first = scene.f.begin();
        scene.writeArguments(first);
        scene.invoke(first);
        first.close();
        var begun = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var invoked = new CountDownLatch(1);
        var closedAgain = new CountDownLatch(1);
        FutureTask<@Nullable Void> second =
            Trials.background(
                () -> {
                  try (Call call = scene.f.begin()) {
                    begun.countDown();
                    closed.await();
                    scene.writeArguments(call);
                    scene.invoke(call);
                    invoked.countDown();
                    closedAgain.await();
                    assertArrayEquals(RESULT, call.result().getBytes(0));
                  } finally {
                    begun.countDown();
                    invoked.countDown();
                  }
                  return null;
                });
        begun.await();
        first.close();
        assertThrows(IllegalStateException.class, scene.store::close);
        assertThrows(IllegalStateException.class, scene.f::begin);
        closed.countDown();
        invoked.await();
        first.close();
        assertThrows(IllegalStateException.class, scene.store::close);
        assertThrows(IllegalStateException.class, scene.f::begin);
        closedAgain.countDown();
        second.get();
      }
    }
  }

  static void useElsewhere() throws Exception {
    try (var scene = new Scene(Place.HOST_FUNCTION)) {
      var refusals = new Refusals();
      try (Call call = scene.f.begin()) {
        Trials.elsewhere(
            () ->
                refusals
                    .refused("arguments of a call that is written", call::arguments)
                    .refused("invoking a call that is written", () -> call.invoke())
                    .refused("the result of a call that is written", call::result)
                    .ignored("closing a call that is written", call::close));
        scene.writeArguments(call);
        scene.invoke(call);
        Trials.elsewhere(
            () ->
                refusals
                    .refused("arguments of a call that has returned", call::arguments)
                    .refused("invoking a call that has returned", () -> call.invoke())
                    .refused("the result of a call that has returned", call::result)
                    .ignored("closing a call that has returned", call::close));
        assertArrayEquals(RESULT, call.result().getBytes(0));
        assertThrows(IllegalStateException.class, scene.f::begin);
      }
      refusals.assertAll(8);
    }
  }

  static void destructors(String whileACallIsClosed) throws Exception {
    boolean closing = Boolean.parseBoolean(whileACallIsClosed);
    var refusals = new Refusals();
    List<Runnable> uses = new ArrayList<>();
    List<Resource> toClose = new ArrayList<>();
    try (Component component = Guests.wat(CounterGuest.TEXT);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "log",
              call -> {
                uses.forEach(Runnable::run);
                return null;
              })
          .func(
              "h",
              call -> {
                toClose.forEach(Resource::close);
                return null;
              });
      try (InstancePre pre = linker.instantiatePre(component)) {
        Instance instance = pre.instantiate(store);
        Func make = instance.func("[constructor]counter");
        Func run = instance.func("run");
        var counter = (Resource) Objects.requireNonNull(make.call(1));
        var other = (Resource) Objects.requireNonNull(make.call(2));
        Call call = run.begin();
        uses.add(
            () ->
                refusals
                    .refused("invoking a call that is over", () -> call.invoke())
                    .refused("closing the store", store::close)
                    .refused("calling", () -> make.call(3))
                    .refused("instantiating", () -> pre.instantiate(store)));
        uses.add(
            () -> {
              try {
                call.close();
              } catch (IllegalStateException e) {
                // It may be over, or be closed right now.
              }
            });
        // Waits until the store is left.
        uses.add(other::close);
        if (closing) {
          toClose.add(counter);
        }
        call.invoke();
        call.close();
        if (!closing) {
          counter.close();
        }
        refusals.assertAll(8);
        uses.clear();
        assertEquals(List.of(false, false), List.of(counter.isOpen(), other.isOpen()));
        try (var third = (Resource) Objects.requireNonNull(make.call(3))) {
          assertEquals(3, instance.func("[method]counter.get").call(third));
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void instantiating() throws Exception {
    String text =
        """
        (component
          (import "h" (func $h))
          (core func $h-core (canon lower (func $h)))
          (core module $m
            (import "" "h" (func $h))
            (start $h)
            (func (export "run")))
          (core instance $m (instantiate $m (with "" (instance (export "h" (func $h-core))))))
          (func (export "run") (canon lift (core func $m "run"))))
        """;
    var refusals = new Refusals();
    List<Runnable> uses = new ArrayList<>();
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                uses.forEach(Runnable::run);
                return null;
              });
      try (InstancePre pre = linker.instantiatePre(component)) {
        Func run = pre.instantiate(store).func("run");
        Call over = run.begin();
        over.invoke();
        over.close();
        uses.add(
            () ->
                refusals
                    .ignored("closing a call that is over", over::close)
                    .refused("invoking it", () -> over.invoke())
                    .refused("closing the store", store::close)
                    .refused("instantiating", () -> pre.instantiate(store))
                    .refused("calling", () -> run.call()));
        pre.instantiate(store).func("run").call();
        refusals.assertAll(5);
        uses.clear();
        run.call();
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void fail(String place) throws Exception {
    var failure = new ArithmeticException("on purpose");
    var scene = new Scene(Place.valueOf(place));
    var refusals = new Refusals();
    var exception =
        assertThrows(
            RuntimeException.class,
            () ->
                scene.call(
                    call -> {
                      refusals
                          .refused("closing the call", call::close)
                          .refused("closing the store", scene.store::close);
                      throw failure;
                    }));
    refusals.assertAll(2);
    if (scene.place == Place.LIST_VISITOR) {
      // Thrown when the guest has finished, whose store stays in order.
      assertEquals(failure, exception);
      scene.close();
      return;
    }
    assertEquals(failure, exception.getCause());
    var lost = assertThrows(IllegalStateException.class, scene.f::begin);
    assertEquals(exception, lost.getCause());
    scene.store.close();
    HealthyJvm.assertCallsWork();
  }

  /** Whoever kept the writer of the arguments tries to spoil the handles in the result. */
  static void garbledResult() throws Exception {
    for (int pair : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20, 12, 0}) {
      try (var guest = new CounterGuest()) {
        Func many = guest.func("many");
        try {
          try (Call call = many.begin()) {
            var kept = call.arguments();
            kept.putInt(0, 3);
            call.invoke();
            try {
              kept.putInt(0, pair);
              kept.putInt(4, pair);
            } catch (IllegalStateException e) {
              // As it should be.
            }
          }
        } catch (RuntimeException e) {
          // Nor may that be all there is.
          assertTrue(
              e instanceof IndexOutOfBoundsException
                  || e instanceof IllegalStateException
                  || e instanceof GuestException,
              e.toString());
        }
        for (int i = 0; i < 3; i++) {
          try {
            var counters = (List<?>) Objects.requireNonNull(many.call(2));
            assertEquals(2, counters.size());
          } catch (IllegalStateException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("use a fresh store"), e.toString());
          }
        }
      }
      HealthyJvm.assertCallsWork();
    }
  }

  /** How much deeper it can go, without any work: of the main thread, which has been there. */
  private static int deepest;

  private static void descend(Runnable work, int from, int level) {
    if (from == 0) {
      deepest = level;
    } else if (level > from) {
      work.run();
    }
    if (level >= 0) {
      descend(work, from, level + 1);
    }
  }

  private static void descendOnThread(@Nullable Runnable work, long stackSize)
      throws InterruptedException {
    int from = work == null ? 0 : deepest / 5 * 4;
    Runnable there = work == null ? () -> {} : work;
    var thrown = new AtomicReference<@Nullable Throwable>();
    Thread thread = new Thread(null, () -> descend(there, from, 0), "descent", stackSize);
    thread.setUncaughtExceptionHandler((where, what) -> thrown.set(what));
    thread.start();
    thread.join();
    Throwable what = thrown.get();
    if (!(what instanceof StackOverflowError)) {
      throw new AssertionError(what);
    }
  }

  private static int forever(int level) {
    return level < 0 ? level : forever((level + 1) & Integer.MAX_VALUE) + 1;
  }

  static void endOfStack(String what) throws Exception {
    var depth = new AtomicInteger();
    for (int i = 0; i < 32; i++) {
      // Each time: what is compiled meanwhile has frames of another size.
      descendOnThread(null, 1 << 20);
      Scene scene =
          new Scene(what.equals("visitor") ? Place.LIST_VISITOR : Place.valueOf(placeOf(what)));
      var counters = new CounterGuest();
      Runnable work =
          () -> {
            depth.incrementAndGet();
            try {
              switch (what) {
                case "call" -> scene.f.call(new Item());
                case "resource" -> counters.make(5).close();
                case "images" -> scene.call();
                default -> scene.call(call -> forever(0));
              }
            } catch (RuntimeException e) {
              // What stops a guest loses the store; there may be no stack left for one.
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          };
      descendOnThread(work, (1 << 20) + i * 4096L);
      // What there was no stack to begin with is still to come.
      scene.interference.set(null);
      // A thread that has ended is in no store.
      assertServesOrIsLost(scene::call);
      assertServesOrIsLost(() -> counters.make(6).close());
      scene.store.close();
      counters.close();
    }
    assertTrue(depth.get() > 0);
    HealthyJvm.assertCallsWork();
  }

  private static String placeOf(String what) {
    return what.equals("destructor") ? "DESTRUCTOR" : "HOST_FUNCTION";
  }

  private static void assertServesOrIsLost(Runnable use) {
    try {
      use.run();
    } catch (IllegalStateException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("use a fresh store"), e.toString());
    }
  }
}
