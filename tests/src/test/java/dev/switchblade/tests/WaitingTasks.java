package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import java.util.concurrent.CompletableFuture;

/** A guest that begins tasks which all wait, each on a fiber's stack of its own. */
final class WaitingTasks implements AutoCloseable {

  private static final String TEXT =
      """
      (component
        (import "later" (func $later async))
        (component $waits
          (import "later" (func $later async))
          (core module $memory (memory (export "memory") 1))
          (core instance $memory (instantiate $memory))
          (core func $later (canon lower (func $later) async))
          (core func $return (canon task.return))
          (core func $set (canon waitable-set.new))
          (core func $join (canon waitable.join))
          (core func $await (canon waitable-set.wait (memory (core memory $memory "memory"))))
          (core module $m
            (import "" "later" (func $later (result i32)))
            (import "" "return" (func $return))
            (import "" "set" (func $set (result i32)))
            (import "" "join" (func $join (param i32 i32)))
            (import "" "await" (func $await (param i32 i32) (result i32)))
            (func (export "wait") (local $set i32)
              (local.set $set (call $set))
              (call $join (i32.shr_u (call $later) (i32.const 4)) (local.get $set))
              (drop (call $await (local.get $set) (i32.const 0)))
              (call $return)))
          (core instance $i (instantiate $m
            (with "" (instance
              (export "later" (func $later))
              (export "return" (func $return))
              (export "set" (func $set))
              (export "join" (func $join))
              (export "await" (func $await))))))
          (func (export "wait") async (canon lift (core func $i "wait") async)))
        (instance $waits (instantiate $waits (with "later" (func $later))))
        (component $begins
          (import "wait" (func $wait async))
          (core func $begin (canon lower (func $wait) async))
          (core module $m
            (import "" "begin" (func $begin (result i32)))
            (func (export "begin") (param $count i32)
              (loop $next
                (drop (call $begin))
                (local.set $count (i32.sub (local.get $count) (i32.const 1)))
                (br_if $next (local.get $count)))))
          (core instance $i (instantiate $m (with "" (instance (export "begin" (func $begin))))))
          (func (export "begin") (param "count" u32) (canon lift (core func $i "begin"))))
        (instance $begins (instantiate $begins (with "wait" (func $waits "wait"))))
        (export "begin" (func $begins "begin")))
      """;

  private final Component component;
  private final Store store;
  private final Func begin;

  /**
   * Makes the guest.
   *
   * @param engine one with concurrency support, and stackful tasks
   */
  WaitingTasks(Engine engine, Limits limits) {
    component = engine.compileText(TEXT);
    store = new Store(engine, StoreConfig.defaults().withLimits(limits));
    var linker = new Linker(engine);
    linker.root().asyncFunc("later", call -> new CompletableFuture<>());
    begin = linker.instantiate(store, component).func("begin");
  }

  /** Has so many more tasks begin, and wait. */
  void begin(int count) {
    begin.call(count);
  }

  @Override
  public void close() {
    store.close();
    component.close();
  }
}
