;; Thread-local storage.
;; Concurrency.md, "Thread-Local Storage"; CanonicalABI.md, "Threads" (`storage`), "canon context.get", "canon
;; context.set", "Lifting and Lowering Context" (`reallocate`, whose call is a task of its own).

(component definition $Context
  (component $Callee
    (core func $get (canon context.get i32 0))
    (core func $set (canon context.set i32 0))
    (core module $M
      (import "" "get" (func $get (result i32)))
      (import "" "set" (func $set (param i32)))
      (func (export "swap") (param i32) (result i32)
        (call $get)
        (call $set (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance (export "get" (func $get)) (export "set" (func $set))))))
    ;; What there was, and what is there from now on.
    (func (export "swap") (param "n" u32) (result u32) (canon lift (core func $m "swap"))))
  (component $Context
    (import "swap" (func $swap (param "n" u32) (result u32)))
    (core func $swap' (canon lower (func $swap)))
    (core func $get0 (canon context.get i32 0))
    (core func $set0 (canon context.set i32 0))
    (core func $get1 (canon context.get i32 1))
    (core func $set1 (canon context.set i32 1))
    (core func $yield (canon thread.yield))
    (core func $return-u32 (canon task.return (result u32)))
    (type $R (resource (rep i32)))
    (core module $M
      (import "" "swap" (func $swap (param i32) (result i32)))
      (import "" "get0" (func $get0 (result i32)))
      (import "" "set0" (func $set0 (param i32)))
      (import "" "get1" (func $get1 (result i32)))
      (import "" "set1" (func $set1 (param i32)))
      (import "" "yield" (func $yield (result i32)))
      (import "" "return-u32" (func $return-u32 (param i32)))
      (memory (export "m") 1)
      (global $seen (mut i32) (i32.const -1))
      (func (export "seen") (result i32) (global.get $seen))
      (func (export "get0") (result i32) (call $get0))
      (func (export "get1") (result i32) (call $get1))
      (func (export "set-and-get") (param i32) (result i32) (call $set0 (local.get 0)) (call $get0))
      (func (export "both") (param i32 i32) (result i32)
        (call $set0 (local.get 0))
        (call $set1 (local.get 1))
        (i32.add (i32.mul (call $get0) (i32.const 100)) (call $get1)))
      (func (export "around-a-call") (result i32)
        (call $set0 (i32.const 5))
        (i32.add (i32.mul (call $swap (i32.const 7)) (i32.const 10)) (call $get0)))
      (func (export "around-a-yield")
        (call $set0 (i32.const 6))
        (call $set1 (i32.const 7))
        (drop (call $yield))
        (call $return-u32 (i32.add (i32.mul (call $get0) (i32.const 10)) (call $get1))))
      (func (export "before-the-callback") (result i32)
        (call $set0 (i32.const 8))
        (i32.const 1))
      (func (export "callback") (param i32 i32 i32) (result i32)
        (call $return-u32 (call $get0))
        (i32.const 0))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (global.set $seen (call $get0))
        (call $set0 (i32.const 9))
        (i32.const 1024))
      (func (export "take") (param i32 i32) (result i32) (call $get0))
      (func (export "before-post-return") (call $set0 (i32.const 11)))
      (func (export "post-return") (global.set $seen (call $get0))))
    (core instance $m (instantiate $M (with "" (instance
      (export "swap" (func $swap'))
      (export "get0" (func $get0)) (export "set0" (func $set0)) (export "get1" (func $get1))
      (export "set1" (func $set1))
      (export "yield" (func $yield)) (export "return-u32" (func $return-u32))))))
    (func (export "seen") (result u32) (canon lift (core func $m "seen")))
    (func (export "get0") (result u32) (canon lift (core func $m "get0")))
    (func (export "get1") (result u32) (canon lift (core func $m "get1")))
    (func (export "set-and-get") (param "n" u32) (result u32) (canon lift (core func $m "set-and-get")))
    (func (export "both") (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $m "both")))
    (func (export "around-a-call") (result u32) (canon lift (core func $m "around-a-call")))
    (func (export "around-a-yield") async (result u32) (canon lift (core func $m "around-a-yield") async))
    (func (export "around-a-callback") async (result u32)
      (canon lift (core func $m "before-the-callback") async (callback (func $m "callback"))))
    (func (export "take") (param "s" string) (result u32)
      (canon lift (core func $m "take") (memory $m "m") (realloc (func $m "realloc"))))
    (func (export "post-return")
      (canon lift (core func $m "before-post-return") (post-return (func $m "post-return")))))
  (instance $callee (instantiate $Callee))
  (instance $context (instantiate $Context (with "swap" (func $callee "swap"))))
  (export "seen" (func $context "seen"))
  (export "get0" (func $context "get0"))
  (export "get1" (func $context "get1"))
  (export "set-and-get" (func $context "set-and-get"))
  (export "both" (func $context "both"))
  (export "around-a-call" (func $context "around-a-call"))
  (export "around-a-yield" (func $context "around-a-yield"))
  (export "around-a-callback" (func $context "around-a-callback"))
  (export "take" (func $context "take"))
  (export "post-return" (func $context "post-return"))
  (export "swap" (func $callee "swap"))
)

;; Thread: both elements are 0 at first
(component instance $c $Context)
(assert_return (invoke "get0") (u32.const 0))
(assert_return (invoke "get1") (u32.const 0))
;; canon context.set: any i32
(assert_return (invoke "set-and-get" (u32.const 0xffffffff)) (u32.const 0xffffffff))
;; Thread: the next call is another thread
(assert_return (invoke "get0") (u32.const 0))
(assert_return (invoke "swap" (u32.const 5)) (u32.const 0))
(assert_return (invoke "swap" (u32.const 5)) (u32.const 0))
;; canon context.set: the elements are two
(assert_return (invoke "both" (u32.const 12) (u32.const 34)) (u32.const 1234))
;; Thread: what another component is called for is another thread, which doesn't touch the caller's
(assert_return (invoke "around-a-call") (u32.const 5))
;; Thread: the elements stay over a yield
(assert_return (invoke "around-a-yield") (u32.const 67))
;; canon lift: a callback is the same thread
(assert_return (invoke "around-a-callback") (u32.const 8))
;; reallocate: is another thread: what it sets isn't what the function gets
(assert_return (invoke "take" (str.const "x")) (u32.const 0))
;; reallocate: ... and it begins with 0
(assert_return (invoke "seen") (u32.const 0))
;; canon lift: a post-return is the function's thread
(assert_return (invoke "post-return"))
(assert_return (invoke "seen") (u32.const 11))

;; Explainer.md, "context.get": there are two elements
(assert_invalid
  (component (core func (canon context.get i32 2)))
  "immediate must be")
(assert_invalid
  (component (core func (canon context.set i32 2)))
  "immediate must be")
;; Explainer.md, "context.get": they're i32
(assert_invalid
  (component (core func (canon context.get f32 0)))
  "only supports `i32` or `i64`")
