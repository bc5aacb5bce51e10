package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.StackSpaceException;
import dev.switchblade.Store;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.WitRecord;
import dev.switchblade.abi.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that a component implements, in the hands of Java. */
final class GuestResourcesTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /** It has lost nothing by what went wrong: it can be lent, given away, and is destroyed once. */
  private static void assertIsWhole(CounterGuest guest, Resource counter, int number) {
    assertTrue(counter.isOpen());
    assertEquals(List.of(), guest.destroyed());
    assertEquals(number, guest.get(counter));
    assertEquals(number, guest.call("take", counter));
    assertEquals(List.of(number), guest.destroyed());
  }

  private static void assertSays(Exception exception, String... parts) {
    for (String part : parts) {
      assertTrue(
          exception.getMessage() != null && exception.getMessage().contains(part),
          exception.toString());
    }
  }

  @Test
  void constructorsMethodsAndStaticFunctionsAreFunctions() {
    try (var guest = new CounterGuest()) {
      try (Resource five = guest.make(5);
          Resource six = guest.make(6)) {
        assertEquals(5, guest.get(five));
        assertEquals(6, guest.get(six));
        assertEquals(false, guest.call("[method]counter.same", five, six));
        Resource merged = (Resource) guest.call("[static]counter.merge", five, six);
        assertEquals(List.of(5, 6), guest.destroyed());
        assertFalse(five.isOpen());
        assertFalse(six.isOpen());
        assertEquals(11, guest.get(Objects.requireNonNull(merged)));
        merged.close();
      }
      assertEquals(List.of(5, 6, 11), guest.destroyed());
    }
  }

  @Test
  void resourcesOfAnExportedInterfaceAreNoDifferent() {
    String text =
        """
        (component
          (type $counter (resource (rep i32)))
          (core func $new (canon resource.new $counter))
          (core module $m
            (import "counter" "new" (func $new (param i32) (result i32)))
            (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
            (func (export "get") (param i32) (result i32) (local.get 0)))
          (core instance $handles (export "new" (func $new)))
          (core instance $m (instantiate $m (with "counter" (instance $handles))))
          (func $make (param "number" u32) (result (own $counter))
            (canon lift (core func $m "make")))
          (func $get (param "self" (borrow $counter)) (result u32)
            (canon lift (core func $m "get")))
          (component $interface
            (import "counter" (type $counter (sub resource)))
            (import "make" (func $make (param "number" u32) (result (own $counter))))
            (import "get" (func $get (param "self" (borrow $counter)) (result u32)))
            (export $exported "counter" (type $counter))
            (export "[constructor]counter" (func $make)
              (func (param "number" u32) (result (own $exported))))
            (export "[method]counter.get" (func $get)
              (func (param "self" (borrow $exported)) (result u32))))
          (instance $counters (instantiate $interface
            (with "counter" (type $counter))
            (with "make" (func $make))
            (with "get" (func $get))))
          (export "acme:shop/counters@1.2.0" (instance $counters)))
        """;
    try (Component component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, component);
      Func make = instance.func("acme:shop/counters@1.2.0", "[constructor]counter");
      Func get = instance.func("acme:shop/counters@1.2.0", "[method]counter.get");
      assertEquals("func(number: u32) -> counter", make.type().toString());
      assertEquals("func(self: borrow<counter>) -> u32", get.type().toString());
      try (Resource counter = (Resource) Objects.requireNonNull(make.call(7))) {
        assertEquals(7, get.call(counter));
      }
    }
  }

  @Test
  void whatWasGivenAwayIsGone() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      assertTrue(counter.isOpen());
      assertEquals(5, guest.call("take", counter));
      assertEquals(List.of(5), guest.destroyed());
      assertFalse(counter.isOpen());
      var exception = assertThrows(IllegalStateException.class, () -> guest.get(counter));
      assertSays(exception, "given away");
      exception = assertThrows(IllegalStateException.class, () -> guest.call("take", counter));
      assertSays(exception, "given away");
      counter.close();
      assertEquals(List.of(5), guest.destroyed());
      assertEquals(6, guest.get(guest.make(6)));
    }
  }

  @Test
  void whatComesBackIsAnotherObject() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      Resource back = (Resource) Objects.requireNonNull(guest.call("echo", counter));
      assertFalse(counter.isOpen());
      assertThrows(IllegalStateException.class, () -> guest.get(counter));
      // The old one has no say over the new one, which may stand in its place.
      counter.close();
      assertIsWhole(guest, back, 5);
    }
  }

  @Test
  void closingRunsTheDestructorOnce() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      counter.close();
      assertEquals(List.of(5), guest.destroyed());
      counter.close();
      assertEquals(List.of(5), guest.destroyed());
      assertFalse(counter.isOpen());
      var exception = assertThrows(IllegalStateException.class, () -> guest.get(counter));
      assertSays(exception, "closed");
      exception = assertThrows(IllegalStateException.class, () -> guest.call("take", counter));
      assertSays(exception, "closed");
      assertEquals(List.of(5), guest.destroyed());
    }
  }

  @Test
  void oneCallCannotTakeItTwice() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      var exception =
          assertThrows(
              IllegalStateException.class,
              () -> guest.call("[static]counter.merge", counter, counter));
      assertSays(exception, "twice");
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void oneListCannotTakeItTwice() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      Resource other = guest.make(6);
      var exception =
          assertThrows(
              IllegalStateException.class,
              () -> guest.call("take-all", List.of(other, counter, counter)));
      assertSays(exception, "twice");
      assertTrue(other.isOpen());
      assertIsWhole(guest, counter, 5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"own-and-borrow", "borrow-and-own"})
  void oneCallCannotTakeItAndBorrowIt(String function) {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      var exception =
          assertThrows(RuntimeException.class, () -> guest.call(function, counter, counter));
      assertTrue(
          exception instanceof IllegalStateException
              || exception instanceof IllegalArgumentException,
          exception.toString());
      assertSays(exception, "own", "borrow", " call");
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void oneCallCanBorrowItTwice() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      assertEquals(true, guest.call("[method]counter.same", counter, counter));
      assertEquals(15, guest.call("get-all", List.of(counter, counter, counter)));
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void aCallThatIsRefusedForAnotherArgumentTakesNothing() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      for (int i = 0; i < 3; i++) {
        var exception =
            assertThrows(
                IllegalArgumentException.class, () -> guest.call("own-and-text", counter, 17));
        assertSays(exception, "own-and-text(text)", "expected string");
        exception =
            assertThrows(
                IllegalArgumentException.class, () -> guest.call("borrow-and-text", counter, 17));
        assertSays(exception, "borrow-and-text(text)", "expected string");
        exception =
            assertThrows(
                IllegalArgumentException.class,
                () -> guest.call("take-all", List.of(counter, "no counter")));
        assertSays(exception, "take-all(items)[1]", "counter");
        assertThrows(IllegalArgumentException.class, () -> guest.call("own-and-text", counter));
        assertTrue(counter.isOpen());
      }
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void aCallThatIsRefusedForWhatIsClosedTakesNothing() {
    try (var guest = new CounterGuest()) {
      Resource closed = guest.make(4);
      closed.close();
      guest.destroyed().clear();
      Resource counter = guest.make(5);
      assertThrows(
          IllegalStateException.class, () -> guest.call("take-all", List.of(counter, closed)));
      assertThrows(
          IllegalStateException.class, () -> guest.call("own-and-borrow", counter, closed));
      assertThrows(
          IllegalStateException.class, () -> guest.call("borrow-and-own", counter, closed));
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void refusalsSayWhichArgumentItIs() {
    try (var guest = new CounterGuest()) {
      for (Object no : new Object[] {"text", 5, Optional.empty()}) {
        var exception = assertThrows(IllegalArgumentException.class, () -> guest.call("take", no));
        assertSays(exception, "take(item): expected counter (Resource), got ");
      }
      var exception =
          assertThrows(IllegalArgumentException.class, () -> guest.call("take", (Object) null));
      assertSays(exception, "take(item): ", "got null");
      assertEquals(6, guest.get(guest.make(6)));
    }
  }

  @Test
  void closingWithinAHostFunctionWaitsForTheCallToEnd() {
    AtomicReference<Resource> closing = new AtomicReference<>();
    List<Integer> seen = new ArrayList<>();
    AtomicReference<CounterGuest> self = new AtomicReference<>();
    try (var guest =
        new CounterGuest(
            call -> {
              closing.get().close();
              seen.addAll(self.get().destroyed());
              return null;
            })) {
      self.set(guest);
      closing.set(guest.make(5));
      guest.call("run");
      assertEquals(List.of(), seen);
      assertEquals(List.of(5), guest.destroyed());
      closing.get().close();
      guest.call("run");
      assertEquals(List.of(5), guest.destroyed());
    }
  }

  @Test
  void closingWhatIsLentWaitsForTheCallToEnd() {
    AtomicReference<Resource> closing = new AtomicReference<>();
    try (var guest =
        new CounterGuest(
            call -> {
              closing.get().close();
              return null;
            })) {
      Resource counter = guest.make(5);
      closing.set(counter);
      assertEquals(5, guest.call("[method]counter.poke", counter));
      assertEquals(List.of(5), guest.destroyed());
      assertThrows(IllegalStateException.class, () -> guest.get(counter));
    }
  }

  @Test
  void closingByAnotherThreadWaitsForTheCallToEnd() {
    AtomicReference<Resource> closing = new AtomicReference<>();
    List<Integer> seen = new ArrayList<>();
    AtomicReference<CounterGuest> self = new AtomicReference<>();
    try (var guest =
        new CounterGuest(
            call -> {
              Thread.ofPlatform().start(() -> closing.get().close()).join();
              seen.addAll(self.get().destroyed());
              return null;
            })) {
      self.set(guest);
      closing.set(guest.make(5));
      guest.call("run");
      assertEquals(List.of(), seen);
      assertEquals(List.of(5), guest.destroyed());
    }
  }

  @Test
  void anyThreadCanCloseIt() throws InterruptedException {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      Thread.ofPlatform().start(counter::close).join();
      assertEquals(List.of(5), guest.destroyed());
      assertEquals(6, guest.get(guest.make(6)));
    }
  }

  @Test
  void closingWithTooLittleStackIsMadeUpForWhenTheStoreIsEnteredNext() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      assertThrows(StackSpaceException.class, () -> closeWhereCallsAreRefused(guest, counter, 20));
      guest.call("run");
      assertEquals(List.of(5), guest.destroyed());
    }
  }

  /** Goes down to where a call of the guest has no stack, and a bit more, and closes it there. */
  private static int closeWhereCallsAreRefused(CounterGuest guest, Resource counter, int further) {
    if (further == 0) {
      counter.close();
      return 0;
    }
    int next = further;
    try {
      guest.get(counter);
    } catch (StackSpaceException e) {
      next--;
    }
    return closeWhereCallsAreRefused(guest, counter, next) + 1;
  }

  @Test
  void closingTheStoreDropsItWithoutADestructor() {
    var guest = new CounterGuest();
    Resource counter = guest.make(5);
    Resource other = guest.make(6);
    guest.close();
    counter.close();
    other.close();
    counter.close();
    assertEquals(List.of(), guest.destroyed());
    var exception = assertThrows(IllegalStateException.class, () -> guest.get(counter));
    assertSays(exception, "the store is closed");
  }

  @Test
  void closingItInALostStoreDoesNothing() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      assertThrows(TrapException.class, () -> guest.call("trap"));
      counter.close();
      assertEquals(List.of(), guest.destroyed());
    }
  }

  @Test
  void whatIsForgottenIsDroppedWhenTheStoreIsEnteredNext() throws InterruptedException {
    try (var guest = new CounterGuest()) {
      for (int i = 0; i < 20; i++) {
        forget(guest, i);
      }
      Resource kept = guest.make(100);
      assertTrue(guest.destroyed().size() <= 20);
      for (int i = 0; i < 500 && guest.destroyed().size() < 20; i++) {
        System.gc();
        // The Cleaner's thread needs a moment after each collection.
        Thread.sleep(10);
        guest.call("run");
      }
      assertEquals(
          IntStream.range(0, 20).boxed().toList(), guest.destroyed().stream().sorted().toList());
      assertEquals(100, guest.get(kept));
    }
  }

  private static void forget(CounterGuest guest, int number) {
    assertTrue(guest.make(number).isOpen());
  }

  @Test
  void aDestructorThatTrapsLosesTheStore() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(CounterGuest.TRAPS);
      Resource other = guest.make(5);
      var exception = assertThrows(TrapException.class, counter::close);
      assertEquals(TrapCode.UNREACHABLE, exception.code());
      assertSays(exception, "dropping a resource");
      assertFalse(counter.isOpen());
      counter.close();
      var lost = assertThrows(IllegalStateException.class, () -> guest.get(other));
      assertSays(lost, "lost");
      assertSame(exception, lost.getCause());
      other.close();
      assertEquals(List.of(), guest.destroyed());
    }
  }

  /** The call has its result, and the next one learns what came of it. */
  @Test
  void aDestructorThatTrapsAfterTheCallLosesTheStoreForTheNextOne() {
    AtomicReference<Resource> closing = new AtomicReference<>();
    try (var guest =
        new CounterGuest(
            call -> {
              closing.get().close();
              return null;
            })) {
      closing.set(guest.make(CounterGuest.TRAPS));
      Resource counter = guest.make(5);
      assertEquals(5, guest.call("[method]counter.poke", counter));
      var lost = assertThrows(IllegalStateException.class, () -> guest.get(counter));
      assertSays(lost, "lost");
      var cause = assertInstanceOf(TrapException.class, lost.getCause());
      assertEquals(TrapCode.UNREACHABLE, cause.code());
    }
  }

  /** A destructor calls the host, which lets go of another one: that is dropped too. */
  @Test
  void whatADestructorsHostFunctionClosesIsDroppedToo() {
    var counters = new ArrayList<Resource>();
    var destroyed = new ArrayList<Integer>();
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "log",
            call -> {
              destroyed.add(call.int32(0));
              if (destroyed.size() < counters.size()) {
                counters.get(destroyed.size()).close();
              }
              return null;
            })
        .func("h", call -> null);
    try (Component component = Guests.wat(CounterGuest.TEXT);
        var store = new Store(Guests.ENGINE)) {
      Func make = linker.instantiate(store, component).func("[constructor]counter");
      for (int i = 0; i < 4; i++) {
        counters.add((Resource) Objects.requireNonNull(make.call(i)));
      }
      counters.getFirst().close();
      assertEquals(List.of(0, 1, 2, 3), destroyed);
    }
  }

  @Test
  void aForgottenOneWhoseDestructorTrapsLosesTheStore() throws InterruptedException {
    try (var guest = new CounterGuest()) {
      forget(guest, CounterGuest.TRAPS);
      TrapException trap = null;
      for (int i = 0; i < 500 && trap == null; i++) {
        System.gc();
        Thread.sleep(10);
        try {
          guest.call("run");
        } catch (TrapException e) {
          trap = e;
        }
      }
      assertSays(Objects.requireNonNull(trap, "it was never dropped"), "dropping a resource");
      var lost = assertThrows(IllegalStateException.class, () -> guest.call("run"));
      assertSame(trap, lost.getCause());
    }
  }

  @Test
  void whatADestructorsHostFunctionThrowsIsTheCause() {
    var thrown = new IllegalStateException("the log is full");
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "log",
            call -> {
              throw thrown;
            })
        .func("h", call -> null);
    try (Component component = Guests.wat(CounterGuest.TEXT);
        var store = new Store(Guests.ENGINE)) {
      Instance instance = linker.instantiate(store, component);
      Resource counter = (Resource) instance.func("[constructor]counter").call(5);
      var exception =
          assertThrows(HostFunctionException.class, () -> Objects.requireNonNull(counter).close());
      assertSame(thrown, exception.getCause());
      assertSays(exception, "dropping a resource", "log");
    }
  }

  @Test
  void anotherStoresResourceIsRefused() {
    try (var guest = new CounterGuest();
        var other = new CounterGuest()) {
      Resource counter = guest.make(5);
      Resource foreign = other.make(6);
      for (String function : List.of("take", "[method]counter.get")) {
        var exception =
            assertThrows(IllegalArgumentException.class, () -> guest.call(function, foreign));
        assertSays(exception, function + "(", "another store");
      }
      assertIsWhole(guest, counter, 5);
      assertIsWhole(other, foreign, 6);
    }
  }

  /** Each instance has a resource type of its own, even of one component. */
  @ParameterizedTest
  @ValueSource(strings = {"take", "[method]counter.get"})
  void anotherInstancesResourceIsRefused(String function) {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      Func elsewhere = guest.another().func(function);
      var exception = assertThrows(IllegalArgumentException.class, () -> elsewhere.call(counter));
      assertSays(exception, function, "another instance");
      assertEquals(List.of(), guest.destroyed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"take", "[method]counter.get"})
  void anotherResourceIsRefused(String function) {
    try (var guest = new CounterGuest()) {
      Resource stamp = (Resource) Objects.requireNonNull(guest.call("[constructor]stamp", 7));
      var exception =
          assertThrows(IllegalArgumentException.class, () -> guest.call(function, stamp));
      assertSays(exception, function, "another resource");
      assertEquals(List.of(), guest.destroyed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"take", "[method]counter.get"})
  void aResourceThatIsRefusedIsNotLost(String function) {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      Func elsewhere = guest.another().func(function);
      assertThrows(IllegalArgumentException.class, () -> elsewhere.call(counter));
      Resource stamp = (Resource) Objects.requireNonNull(guest.call("[constructor]stamp", 7));
      assertThrows(IllegalArgumentException.class, () -> guest.call(function, stamp));
      assertTrue(stamp.isOpen());
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void aRefusedResourceTakesNoOtherArgumentWithIt() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      Resource stamp = (Resource) Objects.requireNonNull(guest.call("[constructor]stamp", 7));
      assertThrows(
          IllegalArgumentException.class,
          () -> guest.call("[static]counter.merge", counter, stamp));
      assertTrue(stamp.isOpen());
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void listsOfOwnedHandles() {
    try (var guest = new CounterGuest()) {
      List<?> counters = (List<?>) Objects.requireNonNull(guest.call("many", 100));
      assertEquals(100, counters.size());
      for (int i = 0; i < 100; i++) {
        assertEquals(i, guest.get((Resource) counters.get(i)));
      }
      assertEquals(4950, guest.call("get-all", counters));
      assertEquals(4950, guest.call("take-all", counters));
      assertEquals(IntStream.range(0, 100).boxed().toList(), guest.destroyed());
      for (Object counter : counters) {
        assertFalse(((Resource) counter).isOpen());
      }
      assertEquals(List.of(), guest.call("many", 0));
      assertEquals(0, guest.call("take-all", List.of()));
    }
  }

  @Test
  void optionsOfOwnedHandles() {
    try (var guest = new CounterGuest()) {
      assertEquals(Optional.empty(), guest.call("make-if", 0));
      assertEquals(-1, guest.call("take-if", Optional.empty()));
      Optional<?> made = (Optional<?>) Objects.requireNonNull(guest.call("make-if", 5));
      assertEquals(5, guest.get((Resource) made.orElseThrow()));
      assertEquals(5, guest.call("take-if", made));
      assertEquals(List.of(5), guest.destroyed());
      var exception = assertThrows(IllegalStateException.class, () -> guest.call("take-if", made));
      assertSays(exception, "given away");
    }
  }

  @Test
  void recordsWithOwnedHandles() {
    try (var guest = new CounterGuest()) {
      WitRecord entry = (WitRecord) Objects.requireNonNull(guest.call("make-entry", 5));
      assertEquals("nothing", entry.get("name"));
      Resource counter = (Resource) entry.get("item");
      assertEquals(5, guest.get(counter));
      var exception =
          assertThrows(
              IllegalArgumentException.class,
              () -> guest.call("take-entry", WitRecord.of("item", counter, "name", 5)));
      assertSays(exception, "take-entry(entry).name");
      assertTrue(counter.isOpen());
      exception =
          assertThrows(
              IllegalArgumentException.class,
              () -> guest.call("take-entry", WitRecord.of("item", "five", "name", "n")));
      assertSays(exception, "take-entry(entry).item", "counter");
      assertEquals(12, guest.call("take-entry", entry));
      assertFalse(counter.isOpen());
      assertEquals(List.of(5), guest.destroyed());
    }
  }

  @Test
  void resultsWithOwnedHandles() {
    try (var guest = new CounterGuest()) {
      assertEquals(Result.err("nothing"), guest.call("try-make", 0));
      Result.Ok<?, ?> made = assertInstanceOf(Result.Ok.class, guest.call("try-make", 5));
      assertEquals(5, guest.get((Resource) Objects.requireNonNull(made.value())));
      assertEquals(4, guest.call("take-result", Result.err("four")));
      assertEquals(5, guest.call("take-result", made));
      assertEquals(List.of(5), guest.destroyed());
    }
  }

  @Test
  void recordsWithBorrowedHandles() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      assertEquals(35, guest.call("weigh", WitRecord.of("item", counter, "weight", 7)));
      assertEquals(40, guest.call("weigh", WitRecord.of("item", counter, "weight", 8)));
      var exception =
          assertThrows(
              IllegalArgumentException.class,
              () -> guest.call("weigh", WitRecord.of("item", counter, "weight", "much")));
      assertSays(exception, "weigh(view).weight");
      assertIsWhole(guest, counter, 5);
    }
  }

  @Test
  void theirPlacesAreUsedAgain() {
    try (var guest = new CounterGuest()) {
      Set<String> places = new HashSet<>();
      for (int i = 0; i < 5_000; i++) {
        try (Resource counter = guest.make(i)) {
          places.add(counter.toString());
        }
        Resource given = guest.make(i);
        places.add(given.toString());
        given = (Resource) Objects.requireNonNull(guest.call("echo", given));
        places.add(given.toString());
        guest.call("take", given);
      }
      assertTrue(places.size() < 10, "so many places: " + places.size());
      assertEquals(10_000, guest.destroyed().size());
    }
  }

  @Test
  void thousandsCanBeOpenAtOnce() {
    try (var guest = new CounterGuest()) {
      List<Resource> counters = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        counters.add(guest.make(i));
      }
      for (int i = 0; i < 5_000; i++) {
        assertEquals(i, guest.get(counters.get(i)));
      }
      Collections.shuffle(counters, new Random(5));
      for (Resource counter : counters) {
        counter.close();
      }
      assertEquals(
          IntStream.range(0, 5_000).boxed().toList(), guest.destroyed().stream().sorted().toList());
      assertEquals(7, guest.get(guest.make(7)));
    }
  }

  @Test
  void callsOverImagesLendAndTakeToo() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      Func get = guest.func("[method]counter.get");
      Func take = guest.func("take");
      try (Call call = get.begin()) {
        call.arguments().putBorrow(0, counter);
        call.invoke();
        assertEquals(5, call.result().getInt(0));
      }
      try (Call call = take.begin()) {
        call.arguments().putOwn(0, counter);
        var exception = assertThrows(IllegalStateException.class, counter::close);
        assertSays(exception, "own");
      }
      // It was never invoked.
      assertTrue(counter.isOpen());
      try (Call call = take.begin()) {
        call.arguments().putOwn(0, counter);
        call.invoke();
        assertEquals(5, call.result().getInt(0));
      }
      assertFalse(counter.isOpen());
      assertEquals(List.of(5), guest.destroyed());
      try (Call call = guest.func("[constructor]counter").begin()) {
        call.arguments().putInt(0, 6);
        call.invoke();
        counter = call.result().getOwn(0);
      }
      counter.close();
      assertEquals(List.of(5, 6), guest.destroyed());
    }
  }

  @Test
  void whatIsClosedBetweenLendingAndInvokingIsDroppedAfterwards() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      try (Call call = guest.func("[method]counter.get").begin()) {
        call.arguments().putBorrow(0, counter);
        counter.close();
        assertEquals(List.of(), guest.destroyed());
        call.invoke();
        assertEquals(5, call.result().getInt(0));
      }
      assertEquals(List.of(5), guest.destroyed());
    }
  }

  /** A result is read where it lies: twice is no reason to own it twice. */
  @Test
  void readingAnOwnedHandleTwiceDoesNotDropItTwice() {
    try (var guest = new CounterGuest()) {
      Resource first;
      Resource second = null;
      RuntimeException refused = null;
      try (Call call = guest.func("[constructor]counter").begin()) {
        call.arguments().putInt(0, 5);
        call.invoke();
        first = call.result().getOwn(0);
        try {
          second = call.result().getOwn(0);
        } catch (IllegalStateException e) {
          refused = e;
        }
      }
      first.close();
      Resource next = guest.make(6);
      if (refused == null) {
        Objects.requireNonNull(second).close();
      }
      assertEquals(List.of(5), guest.destroyed());
      assertEquals(6, guest.get(next));
    }
  }

  @Test
  void itPrintsItsState() {
    try (var guest = new CounterGuest()) {
      Resource counter = guest.make(5);
      assertTrue(counter.toString().contains("owned"), counter.toString());
      counter.close();
      assertTrue(counter.toString().contains("gone"), counter.toString());
    }
  }

  /** Nobody can close what nobody was given. */
  @Test
  void ownedHandlesInResultsThatAreNotReadAreDropped() {
    try (var guest = new CounterGuest()) {
      guest.func("many").callInPlace(list -> {}, 3);
      try (Call call = guest.func("[constructor]counter").begin()) {
        call.arguments().putInt(0, 5);
        call.invoke();
      }
      assertEquals(List.of(0, 1, 2, 5), guest.destroyed().stream().sorted().toList());
    }
  }
}
