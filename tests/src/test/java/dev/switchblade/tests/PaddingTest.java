package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchblade.Component;
import dev.switchblade.Instance;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.Tuple;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Between the fields of a value lies nothing. Images are built in memory that earlier calls have
 * used, also those of other stores: a guest must not find there what they left.
 */
class PaddingTest {

  /** Each function says what it finds where nothing is: all those bytes, or-ed. */
  private static final String PEEK =
      """
      (component
        %1$s
        (core module $m
          (import "libc" "memory" (memory 1))
          (func $or (param $at i32) (param $count i32) (result i64) (local $found i64)
            (block $done
              (loop $next
                (br_if $done (i32.eqz (local.get $count)))
                (local.set $found
                  (i64.or (local.get $found)
                    (i64.and (i64.load (local.get $at)) (i64.const 0xffffff0000000000))))
                (local.set $at (i32.add (local.get $at) (i32.const 8)))
                (local.set $count (i32.sub (local.get $count) (i32.const 1)))
                (br $next)))
            (local.get $found))
          (func (export "list") (param i32 i32) (result i64)
            (call $or (local.get 0) (local.get 1)))
          (func (export "fixed") (param i32) (result i64) (call $or (local.get 0) (i32.const 300)))
          (func (export "fill") (param i32 i32)))
        (core instance $m (instantiate $m (with "libc" (instance $libc))))
        (func (export "list") (param "x" (list (tuple u32 u8))) (result u64)
          (canon lift (core func $m "list") %2$s))
        (func (export "fixed") (param "x" (list (tuple u32 u8) 300)) (result u64)
          (canon lift (core func $m "fixed") %2$s))
        (func (export "fill") (param "x" (list u64)) (canon lift (core func $m "fill") %2$s)))
      """
          .formatted(Guests.LIBC, Guests.WITH_LIBC);

  private static final Component COMPONENT = Guests.wat(PEEK);

  /** Leaves the buffer that stores pass on to each other full of ones. */
  private static void fillTheBuffer(Instance instance) {
    long[] ones = new long[1000];
    Arrays.fill(ones, -1);
    for (int i = 0; i < 4; i++) {
      instance.func("fill").call((Object) ones);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100, 1000, 5000})
  void listsOfTuples(int count) {
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      fillTheBuffer(instance);
      assertEquals(0L, instance.func("list").call(Collections.nCopies(count, Tuple.of(-1, 255))));
    }
  }

  /** More gaps than are listed in advance. */
  @Test
  void longFixedLengthLists() {
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      fillTheBuffer(instance);
      assertEquals(0L, instance.func("fixed").call(Collections.nCopies(300, Tuple.of(-1, 255))));
    }
  }

  /** Also what a program has there itself: small ones go through the image, large ones don't. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1023, 1024, 5000})
  void segments(int count) {
    try (var store = new Store(Guests.ENGINE);
        Arena arena = Arena.ofConfined()) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      MemorySegment elements = arena.allocate(8L * count, 8).fill((byte) -1);
      assertEquals(0L, instance.func("list").call(elements));
    }
  }

  @Test
  void anotherStoreFindsNothingEither() {
    try (var store = new Store(Guests.ENGINE)) {
      fillTheBuffer(new Linker(Guests.ENGINE).instantiate(store, COMPONENT));
    }
    try (var store = new Store(Guests.ENGINE)) {
      Instance instance = new Linker(Guests.ENGINE).instantiate(store, COMPONENT);
      assertEquals(0L, instance.func("list").call(Collections.nCopies(500, Tuple.of(-1, 255))));
    }
  }
}
