package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Linker;
import dev.switchblade.Resource;
import dev.switchblade.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A component that implements a resource, {@code counter}, and tells when its destructor runs. A
 * counter is nothing but its number; the destructor of {@link #TRAPS} traps.
 */
final class CounterGuest implements AutoCloseable {

  /** The number of counters that can't be dropped. */
  static final int TRAPS = 1_000_000_007;

  /** Exported at the root, as its function {@code h} is imported. */
  static final String TEXT =
      """
      (component
        (import "log" (func $log (param "number" u32)))
        (import "h" (func $h))
        %1$s
        (core func $log-core (canon lower (func $log)))
        (core func $h-core (canon lower (func $h)))
        (core module $destructor
          (import "host" "log" (func $log (param i32)))
          (func (export "destructor") (param i32)
            (if (i32.eq (local.get 0) (i32.const 1000000007)) (then unreachable))
            (call $log (local.get 0))))
        (core instance $log-only (export "log" (func $log-core)))
        (core instance $destructor (instantiate $destructor (with "host" (instance $log-only))))
        (type $counter-here (resource (rep i32) (dtor (core func $destructor "destructor"))))
        (export $counter "counter" (type $counter-here))
        (core func $new (canon resource.new $counter-here))
        (core func $rep (canon resource.rep $counter-here))
        (core func $drop (canon resource.drop $counter-here))
        (type $stamp-here (resource (rep i32)))
        (export $stamp "stamp" (type $stamp-here))
        (core func $new-stamp (canon resource.new $stamp-here))
        (type $entry-here (record (field "item" (own $counter)) (field "name" string)))
        (export $entry "entry" (type $entry-here))
        (type $view-here (record (field "item" (borrow $counter)) (field "weight" u32)))
        (export $view "view" (type $view-here))
        (core module $m
          (import "host" "h" (func $h))
          (import "counter" "new" (func $new (param i32) (result i32)))
          (import "counter" "rep" (func $rep (param i32) (result i32)))
          (import "counter" "drop" (func $drop (param i32)))
          (import "stamp" "new" (func $new-stamp (param i32) (result i32)))
          (import "libc" "memory" (memory 1))
          (import "libc" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
          (data (i32.const 64) "nothing")
          (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
          (func (export "make-stamp") (param i32) (result i32) (call $new-stamp (local.get 0)))
          (func (export "get") (param i32) (result i32) (local.get 0))
          (func (export "same") (param i32 i32) (result i32)
            (i32.eq (local.get 0) (local.get 1)))
          (func $take (export "take") (param i32) (result i32) (local i32)
            (local.set 1 (call $rep (local.get 0)))
            (call $drop (local.get 0))
            (local.get 1))
          (func (export "merge") (param i32 i32) (result i32)
            (call $new (i32.add (call $take (local.get 0)) (call $take (local.get 1)))))
          (func (export "echo") (param i32) (result i32) (local.get 0))
          (func (export "own-and-borrow") (param i32 i32) (result i32)
            (i32.add (call $take (local.get 0)) (local.get 1)))
          (func (export "borrow-and-own") (param i32 i32) (result i32)
            (i32.add (local.get 0) (call $take (local.get 1))))
          (func (export "own-and-text") (param i32 i32 i32) (result i32)
            (i32.add (call $take (local.get 0)) (local.get 2)))
          (func (export "borrow-and-text") (param i32 i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 2)))
          (func (export "poke") (param i32) (result i32) (call $h) (local.get 0))
          (func (export "run") (call $h))
          (func (export "trap") unreachable)
          (func (export "many") (param i32) (result i32) (local $i i32) (local $at i32)
            (local.set $at
              (call $realloc
                (i32.const 0) (i32.const 0) (i32.const 4) (i32.mul (local.get 0) (i32.const 4))))
            (i32.store (i32.const 16) (local.get $at))
            (i32.store (i32.const 20) (local.get 0))
            (block $done
              (loop $next
                (br_if $done (i32.eq (local.get $i) (local.get 0)))
                (i32.store
                  (i32.add (local.get $at) (i32.mul (local.get $i) (i32.const 4)))
                  (call $new (local.get $i)))
                (local.set $i (i32.add (local.get $i) (i32.const 1)))
                (br $next)))
            (i32.const 16))
          (func (export "take-all") (param i32 i32) (result i32) (local $sum i32)
            (block $done
              (loop $next
                (br_if $done (i32.eqz (local.get 1)))
                (local.set $sum
                  (i32.add (local.get $sum) (call $take (i32.load (local.get 0)))))
                (local.set 0 (i32.add (local.get 0) (i32.const 4)))
                (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
                (br $next)))
            (local.get $sum))
          (func (export "get-all") (param i32 i32) (result i32) (local $sum i32)
            (block $done
              (loop $next
                (br_if $done (i32.eqz (local.get 1)))
                (local.set $sum (i32.add (local.get $sum) (i32.load (local.get 0))))
                (local.set 0 (i32.add (local.get 0) (i32.const 4)))
                (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
                (br $next)))
            (local.get $sum))
          (func (export "make-if") (param i32) (result i32)
            (i32.store (i32.const 16) (i32.ne (local.get 0) (i32.const 0)))
            (if (local.get 0) (then (i32.store (i32.const 20) (call $new (local.get 0)))))
            (i32.const 16))
          (func (export "take-if") (param i32 i32) (result i32)
            (if (result i32) (local.get 0)
              (then (call $take (local.get 1)))
              (else (i32.const -1))))
          (func (export "make-entry") (param i32) (result i32)
            (i32.store (i32.const 16) (call $new (local.get 0)))
            (i32.store (i32.const 20) (i32.const 64))
            (i32.store (i32.const 24) (i32.const 7))
            (i32.const 16))
          (func (export "take-entry") (param i32 i32 i32) (result i32)
            (i32.add (call $take (local.get 0)) (local.get 2)))
          (func (export "weigh") (param i32 i32) (result i32)
            (i32.mul (local.get 0) (local.get 1)))
          (func (export "try-make") (param i32) (result i32)
            (if (local.get 0)
              (then
                (i32.store (i32.const 16) (i32.const 0))
                (i32.store (i32.const 20) (call $new (local.get 0))))
              (else
                (i32.store (i32.const 16) (i32.const 1))
                (i32.store (i32.const 20) (i32.const 64))
                (i32.store (i32.const 24) (i32.const 7))))
            (i32.const 16))
          (func (export "take-result") (param i32 i32 i32) (result i32)
            (if (result i32) (local.get 0)
              (then (local.get 2))
              (else (call $take (local.get 1))))))
        (core instance $host (export "h" (func $h-core)))
        (core instance $handles
          (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop)))
        (core instance $stamps (export "new" (func $new-stamp)))
        (core instance $m (instantiate $m
          (with "host" (instance $host))
          (with "counter" (instance $handles))
          (with "stamp" (instance $stamps))
          (with "libc" (instance $libc))))
        (func (export "[constructor]counter") (param "number" u32) (result (own $counter))
          (canon lift (core func $m "make")))
        (func (export "[constructor]stamp") (param "number" u32) (result (own $stamp))
          (canon lift (core func $m "make-stamp")))
        (func (export "[method]counter.get") (param "self" (borrow $counter)) (result u32)
          (canon lift (core func $m "get")))
        (func (export "[method]counter.same")
          (param "self" (borrow $counter)) (param "other" (borrow $counter)) (result bool)
          (canon lift (core func $m "same")))
        (func (export "[method]counter.poke") (param "self" (borrow $counter)) (result u32)
          (canon lift (core func $m "poke")))
        (func (export "[static]counter.merge")
          (param "a" (own $counter)) (param "b" (own $counter)) (result (own $counter))
          (canon lift (core func $m "merge")))
        (func (export "take") (param "item" (own $counter)) (result u32)
          (canon lift (core func $m "take")))
        (func (export "echo") (param "item" (own $counter)) (result (own $counter))
          (canon lift (core func $m "echo")))
        (func (export "own-and-borrow")
          (param "a" (own $counter)) (param "b" (borrow $counter)) (result u32)
          (canon lift (core func $m "own-and-borrow")))
        (func (export "borrow-and-own")
          (param "a" (borrow $counter)) (param "b" (own $counter)) (result u32)
          (canon lift (core func $m "borrow-and-own")))
        (func (export "own-and-text")
          (param "item" (own $counter)) (param "text" string) (result u32)
          (canon lift (core func $m "own-and-text") %2$s))
        (func (export "borrow-and-text")
          (param "item" (borrow $counter)) (param "text" string) (result u32)
          (canon lift (core func $m "borrow-and-text") %2$s))
        (func (export "run") (canon lift (core func $m "run")))
        (func (export "trap") (canon lift (core func $m "trap")))
        (func (export "many") (param "count" u32) (result (list (own $counter)))
          (canon lift (core func $m "many") %2$s))
        (func (export "take-all") (param "items" (list (own $counter))) (result u32)
          (canon lift (core func $m "take-all") %2$s))
        (func (export "get-all") (param "items" (list (borrow $counter))) (result u32)
          (canon lift (core func $m "get-all") %2$s))
        (func (export "make-if") (param "number" u32) (result (option (own $counter)))
          (canon lift (core func $m "make-if") %2$s))
        (func (export "take-if") (param "item" (option (own $counter))) (result u32)
          (canon lift (core func $m "take-if")))
        (func (export "make-entry") (param "number" u32) (result $entry)
          (canon lift (core func $m "make-entry") %2$s))
        (func (export "take-entry") (param "entry" $entry) (result u32)
          (canon lift (core func $m "take-entry") %2$s))
        (func (export "weigh") (param "view" $view) (result u32)
          (canon lift (core func $m "weigh")))
        (func (export "try-make") (param "number" u32)
          (result (result (own $counter) (error string)))
          (canon lift (core func $m "try-make") %2$s))
        (func (export "take-result") (param "result" (result (own $counter) (error string)))
          (result u32)
          (canon lift (core func $m "take-result") %2$s)))
      """
          .formatted(Guests.LIBC, Guests.WITH_LIBC);

  private static final Component COMPONENT = Guests.wat(TEXT);

  private final List<Integer> destroyed = new ArrayList<>();
  private final Store store = new Store(Guests.ENGINE);
  private final InstancePre pre;
  private final Instance instance;

  CounterGuest() {
    this(call -> null);
  }

  CounterGuest(HostFunction h) {
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "log",
            call -> {
              destroyed.add(call.int32(0));
              return null;
            })
        .func("h", h);
    pre = linker.instantiatePre(COMPONENT);
    instance = pre.instantiate(store);
  }

  /** Another instance in the same store. */
  Instance another() {
    return pre.instantiate(store);
  }

  Store store() {
    return store;
  }

  /** The numbers of the counters whose destructor has run, in that order. */
  List<Integer> destroyed() {
    return destroyed;
  }

  Func func(String name) {
    return instance.func(name);
  }

  @Nullable Object call(String function, @Nullable Object... arguments) {
    return func(function).call(arguments);
  }

  Resource make(int number) {
    return (Resource) Objects.requireNonNull(call("[constructor]counter", number));
  }

  int get(Resource counter) {
    return (int) Objects.requireNonNull(call("[method]counter.get", counter));
  }

  @Override
  public void close() {
    store.close();
    pre.close();
  }
}
