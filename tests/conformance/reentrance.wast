;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; When an instance may be left and entered.
;; CanonicalABI.md, "Component Instances" (`may_enter`, `may_leave`), "Lifting and Lowering Context" (`reallocate`);
;; Explainer.md, "Component Invariants".

;; A component whose realloc does what it was told by number: 1 calls the host, 2 another component, 3 makes a handle,
;; 4 drops handle 1, 5 asks handle 1 for its rep, 6 calls a function of its own module.
(component definition $Realloc
  (import "host-return-two" (func $host (result u32)))
  (import "host" (instance $more (export "return-hi" (func (result string)))))
  (component $Other
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (export "f") (canon lift (core func $m "f"))))
  (instance $other (instantiate $Other))
  (component $Realloc
    (import "host" (func $host (result u32)))
    (import "other" (func $other))
    (import "hi" (func $hi (result string)))
    (type $R (resource (rep i32)))
    (core func $host' (canon lower (func $host)))
    (core func $other' (canon lower (func $other)))
    (core func $new (canon resource.new $R))
    (core func $drop (canon resource.drop $R))
    (core func $rep (canon resource.rep $R))
    (core module $Libc
      (import "" "host" (func $host (result i32)))
      (import "" "other" (func $other))
      (import "" "new" (func $new (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (import "" "rep" (func $rep (param i32) (result i32)))
      (memory (export "mem") 1)
      (global $todo (mut i32) (i32.const 0))
      (global $done (mut i32) (i32.const 0))
      (func $own (result i32) (i32.const 6))
      (func (export "tell") (param i32) (global.set $todo (local.get 0)))
      (func (export "done") (result i32) (global.get $done))
      (func (export "handle") (result i32) (call $new (i32.const 55)))
      (func (export "take") (param i32 i32))
      (func (export "give") (result i32) (i32.const 0))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (if (i32.eq (global.get $todo) (i32.const 1)) (then (global.set $done (call $host))))
        (if (i32.eq (global.get $todo) (i32.const 2)) (then (call $other)))
        (if (i32.eq (global.get $todo) (i32.const 3)) (then (global.set $done (call $new (i32.const 9)))))
        (if (i32.eq (global.get $todo) (i32.const 4)) (then (call $drop (i32.const 1))))
        (if (i32.eq (global.get $todo) (i32.const 5)) (then (global.set $done (call $rep (i32.const 1)))))
        (if (i32.eq (global.get $todo) (i32.const 6)) (then (global.set $done (call $own))))
        (i32.const 1024)))
    (core instance $libc (instantiate $Libc (with "" (instance
      (export "host" (func $host')) (export "other" (func $other'))
      (export "new" (func $new)) (export "drop" (func $drop)) (export "rep" (func $rep))))))
    (core func $hi' (canon lower (func $hi) (memory $libc "mem") (realloc (func $libc "realloc"))))
    (core module $M
      (import "" "hi" (func $hi (param i32)))
      (func (export "import-string") (call $hi (i32.const 0))))
    (core instance $m (instantiate $M (with "" (instance (export "hi" (func $hi'))))))
    (func (export "tell") (param "what" u32) (canon lift (core func $libc "tell")))
    (func (export "done") (result u32) (canon lift (core func $libc "done")))
    (func (export "handle") (result u32) (canon lift (core func $libc "handle")))
    (func (export "take-string") (param "s" string)
      (canon lift (core func $libc "take") (memory $libc "mem") (realloc (func $libc "realloc"))))
    ;; Calls an import that returns a string.
    (func (export "import-string") (canon lift (core func $m "import-string"))))
  (instance $realloc (instantiate $Realloc
    (with "host" (func $host)) (with "other" (func $other "f")) (with "hi" (func $more "return-hi"))))
  ;; Passes a string on.
  (component $Passing
    (import "take-string" (func $take-string (param "s" string)))
    (core module $Libc (memory (export "mem") 1))
    (core instance $libc (instantiate $Libc))
    (core func $take-string' (canon lower (func $take-string) (memory $libc "mem")))
    (core module $M
      (import "" "f" (func $f (param i32 i32)))
      (func (export "f") (call $f (i32.const 0) (i32.const 3))))
    (core instance $m (instantiate $M (with "" (instance (export "f" (func $take-string'))))))
    (func (export "pass-string") (canon lift (core func $m "f"))))
  (instance $passing (instantiate $Passing (with "take-string" (func $realloc "take-string"))))
  (export "tell" (func $realloc "tell"))
  (export "done" (func $realloc "done"))
  (export "handle" (func $realloc "handle"))
  (export "take-string" (func $realloc "take-string"))
  (export "import-string" (func $realloc "import-string"))
  (export "pass-string" (func $passing "pass-string"))
)

;; reallocate, canon lower: trap if realloc calls the host, for an argument from the host
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 1)))
(assert_trap (invoke "take-string" (str.const "x")) "cannot leave component instance")
;; ... for an argument from another component
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 1)))
(assert_trap (invoke "pass-string") "cannot leave component instance")
;; ... for the result of an import
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 1)))
(assert_trap (invoke "import-string") "cannot leave component instance")

;; reallocate, canon lower: trap if realloc calls another component, for an argument from the host
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 2)))
(assert_trap (invoke "take-string" (str.const "x")) "cannot leave component instance")
;; ... for an argument from another component
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 2)))
(assert_trap (invoke "pass-string") "cannot leave component instance")
;; ... for the result of an import
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 2)))
(assert_trap (invoke "import-string") "cannot leave component instance")

;; canon resource.new: trap if the instance may not leave
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 3)))
(assert_trap (invoke "take-string" (str.const "x")) "cannot leave component instance")
;; canon resource.drop: trap if the instance may not leave
(component instance $r $Realloc)
(assert_return (invoke "handle") (u32.const 1))
(assert_return (invoke "tell" (u32.const 4)))
(assert_trap (invoke "pass-string") "cannot leave component instance")
;; canon resource.rep: realloc may ask for it
(component instance $r $Realloc)
(assert_return (invoke "handle") (u32.const 1))
(assert_return (invoke "tell" (u32.const 5)))
(assert_return (invoke "take-string" (str.const "x")))
(assert_return (invoke "done") (u32.const 55))
;; reallocate: a call inside of the module is no leaving
(assert_return (invoke "tell" (u32.const 6)))
(assert_return (invoke "pass-string"))
(assert_return (invoke "done") (u32.const 6))
;; reallocate: after realloc the instance may leave again
(assert_return (invoke "handle") (u32.const 2))
(assert_return (invoke "import-string"))

;; The same of a string that is empty: its realloc is called too.
(component instance $r $Realloc)
(assert_return (invoke "tell" (u32.const 1)))
(assert_trap (invoke "take-string" (str.const "")) "cannot leave component instance")

;; A component that can trap.
(component definition $Trap
  (core module $M
    (memory (export "mem") 1)
    (func (export "ok") (result i32) (i32.const 1))
    (func (export "trap") unreachable)
    (func (export "divide") (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
    (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
    (func (export "bad-result") (result i32) (i32.const 0xd800)))
  (core instance $m (instantiate $M))
  (func (export "ok") (result u32) (canon lift (core func $m "ok")))
  (func (export "trap") (canon lift (core func $m "trap")))
  (func (export "divide") (param "a" s32) (param "b" s32) (result s32) (canon lift (core func $m "divide")))
  (func (export "load") (param "at" u32) (result u32) (canon lift (core func $m "load")))
  (func (export "bad-result") (result char) (canon lift (core func $m "bad-result")))
)
;; Component Invariants: after a trap the instance can't be entered
(component instance $t $Trap)
(assert_return (invoke "ok") (u32.const 1))
(assert_trap (invoke "trap") "unreachable")
(assert_trap (invoke "ok") "cannot enter component instance")
(assert_trap (invoke "trap") "cannot enter component instance")
;; ... whatever has trapped: an instruction
(component instance $t $Trap)
(assert_trap (invoke "divide" (s32.const 1) (s32.const 0)) "integer divide by zero")
(assert_trap (invoke "ok") "cannot enter component instance")
(component instance $t $Trap)
(assert_trap (invoke "divide" (s32.const -2147483648) (s32.const -1)) "integer overflow")
(assert_trap (invoke "ok") "cannot enter component instance")
(component instance $t $Trap)
(assert_trap (invoke "load" (u32.const 65533)) "out of bounds memory access")
(assert_trap (invoke "ok") "cannot enter component instance")
;; ... or the lifting of what was returned
(component instance $t $Trap)
(assert_trap (invoke "bad-result") "not a Unicode scalar value")
(assert_trap (invoke "ok") "cannot enter component instance")
;; Component Invariants: other instances of the component are none of its concern
(component instance $one $Trap)
(component instance $two $Trap)
(assert_trap (invoke $two "trap") "unreachable")
(assert_return (invoke $one "ok") (u32.const 1))
(assert_trap (invoke $two "ok") "cannot enter component instance")

;; A component that is called by another one, and traps.
(component definition $Nested
  (component $Inner
    (core module $M
      (func (export "ok") (result i32) (i32.const 1))
      (func (export "trap") unreachable))
    (core instance $m (instantiate $M))
    (func (export "ok") (result u32) (canon lift (core func $m "ok")))
    (func (export "trap") (canon lift (core func $m "trap"))))
  (component $Outer
    (import "ok" (func $ok (result u32)))
    (import "trap" (func $trap))
    (core func $ok' (canon lower (func $ok)))
    (core func $trap' (canon lower (func $trap)))
    (core module $M
      (import "" "ok" (func $ok (result i32)))
      (import "" "trap" (func $trap))
      (func (export "ok") (result i32) (i32.add (call $ok) (i32.const 1)))
      (func (export "trap") (call $trap)))
    (core instance $m (instantiate $M (with "" (instance (export "ok" (func $ok')) (export "trap" (func $trap'))))))
    (func (export "ok") (result u32) (canon lift (core func $m "ok")))
    (func (export "trap") (canon lift (core func $m "trap"))))
  (instance $inner (instantiate $Inner))
  (instance $outer (instantiate $Outer (with "ok" (func $inner "ok")) (with "trap" (func $inner "trap"))))
  (export "inner-ok" (func $inner "ok"))
  (export "outer-ok" (func $outer "ok"))
  (export "trap" (func $outer "trap"))
)
;; Component Invariants: a trap unwinds the callers too, none of which can be entered any more
(component instance $n $Nested)
(assert_return (invoke "outer-ok") (u32.const 2))
(assert_trap (invoke "trap") "unreachable")
(assert_trap (invoke "outer-ok") "cannot enter component instance")
(component instance $n $Nested)
(assert_trap (invoke "trap") "unreachable")
(assert_trap (invoke "inner-ok") "cannot enter component instance")

;; may_enter_from: an instance may be entered while others are active, from each of them: A calls B and C, B calls C
(component
  (component $C
    (core module $M
      (global $calls (mut i32) (i32.const 0))
      (func (export "f") (result i32)
        (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
        (global.get $calls)))
    (core instance $m (instantiate $M))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (component $B
    (import "c" (func $c (result u32)))
    (core func $c' (canon lower (func $c)))
    (core module $M
      (import "" "c" (func $c (result i32)))
      (func (export "f") (result i32) (i32.mul (call $c) (i32.const 10))))
    (core instance $m (instantiate $M (with "" (instance (export "c" (func $c'))))))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (component $A
    (import "b" (func $b (result u32)))
    (import "c" (func $c (result u32)))
    (core func $b' (canon lower (func $b)))
    (core func $c' (canon lower (func $c)))
    (core module $M
      (import "" "b" (func $b (result i32)))
      (import "" "c" (func $c (result i32)))
      (func (export "f") (result i32) (i32.add (i32.add (call $c) (call $b)) (i32.mul (call $c) (i32.const 100)))))
    (core instance $m (instantiate $M (with "" (instance (export "b" (func $b')) (export "c" (func $c'))))))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (instance $c (instantiate $C))
  (instance $b (instantiate $B (with "c" (func $c "f"))))
  (instance $a (instantiate $A (with "b" (func $b "f")) (with "c" (func $c "f"))))
  (export "f" (func $a "f"))
  (export "b" (func $b "f"))
)
(assert_return (invoke "f") (u32.const 321))
;; leave_to: what was left can be entered again
(assert_return (invoke "f") (u32.const 654))
(assert_return (invoke "b") (u32.const 70))

;; may_enter_from: two instances of one component are two: one may call the other
(component
  (component $C
    (import "next" (func $next (param "n" u32) (result u32)))
    (core func $next' (canon lower (func $next)))
    (core module $M
      (import "" "next" (func $next (param i32) (result i32)))
      (func (export "f") (param i32) (result i32)
        (i32.add (call $next (i32.mul (local.get 0) (i32.const 2))) (i32.const 1))))
    (core instance $m (instantiate $M (with "" (instance (export "next" (func $next'))))))
    (func (export "f") (param "n" u32) (result u32) (canon lift (core func $m "f"))))
  (component $Last
    (core module $M (func (export "f") (param i32) (result i32) (local.get 0)))
    (core instance $m (instantiate $M))
    (func (export "f") (param "n" u32) (result u32) (canon lift (core func $m "f"))))
  (instance $last (instantiate $Last))
  (instance $one (instantiate $C (with "next" (func $last "f"))))
  (instance $two (instantiate $C (with "next" (func $one "f"))))
  (instance $three (instantiate $C (with "next" (func $two "f"))))
  (export "f" (func $three "f"))
)
(assert_return (invoke "f" (u32.const 5)) (u32.const 43))

;; A child that calls itself through its parent: it imports a function of the parent, which calls through a table what
;; the child exports.
(component definition $Recursive
  (core module $Table
    (type $f (func (param i32) (result i32)))
    (table (export "table") 1 funcref)
    (func (export "call") (param i32) (result i32)
      (call_indirect (type $f) (local.get 0) (i32.const 0))))
  (core instance $table (instantiate $Table))
  (func $up (param "n" u32) (result u32) (canon lift (core func $table "call")))
  (component $Child
    (import "up" (func $up (param "n" u32) (result u32)))
    (core func $up' (canon lower (func $up)))
    (core module $M
      (import "" "up" (func $up (param i32) (result i32)))
      (func (export "down") (param i32) (result i32)
        (if (result i32) (i32.eqz (local.get 0))
          (then (i32.const 0))
          (else (call $up (i32.sub (local.get 0) (i32.const 1)))))))
    (core instance $m (instantiate $M (with "" (instance (export "up" (func $up'))))))
    (func (export "down") (param "n" u32) (result u32) (canon lift (core func $m "down"))))
  (instance $child (instantiate $Child (with "up" (func $up))))
  (core func $down (canon lower (func $child "down")))
  (core module $Fill
    (import "" "table" (table 1 funcref))
    (import "" "down" (func $down (param i32) (result i32)))
    (elem (i32.const 0) func $down))
  (core instance (instantiate $Fill (with "" (instance
    (export "table" (table $table "table")) (export "down" (func $down))))))
  (export "down" (func $child "down"))
)
;; may_enter_from: without the way through the parent nothing is entered twice
(component instance $r $Recursive)
(assert_return (invoke "down" (u32.const 0)) (u32.const 0))
;; may_enter_from: trap if the instance is active: child, parent, child
(assert_trap (invoke "down" (u32.const 2)) "cannot enter component instance")

;; Start-up: a trap in a start function of a core module is one of the instantiation.
(assert_trap
  (component
    (core module $M (func $start unreachable) (start $start))
    (core instance (instantiate $M)))
  "unreachable")
;; ... of a nested component
(assert_trap
  (component
    (component $C
      (core module $M (func $start (drop (i32.div_u (i32.const 1) (i32.const 0)))) (start $start))
      (core instance (instantiate $M)))
    (instance (instantiate $C)))
  "integer divide by zero")
;; ... of a component that another one has started to instantiate
(assert_trap
  (component
    (core module $Fine (func $start) (start $start))
    (core instance (instantiate $Fine))
    (core module $M (func $start unreachable) (start $start))
    (core instance (instantiate $M)))
  "unreachable")
;; A data segment that doesn't fit.
(assert_trap
  (component
    (core module $M (memory 1) (data (i32.const 65534) "xyz"))
    (core instance (instantiate $M)))
  "out of bounds memory access")
;; An element segment that doesn't fit.
(assert_trap
  (component
    (core module $M (table 1 funcref) (func $f) (elem (i32.const 1) func $f))
    (core instance (instantiate $M)))
  "out of bounds table access")
;; A start function that calls a function of another component, which traps.
(assert_trap
  (component
    (component $A
      (core module $M (func (export "f") unreachable))
      (core instance $m (instantiate $M))
      (func (export "f") (canon lift (core func $m "f"))))
    (component $B
      (import "f" (func $f))
      (core func $f' (canon lower (func $f)))
      (core module $M (import "" "f" (func $f)) (start $f))
      (core instance (instantiate $M (with "" (instance (export "f" (func $f')))))))
    (instance $a (instantiate $A))
    (instance (instantiate $B (with "f" (func $a "f")))))
  "unreachable")
;; What is defined but not instantiated does nothing.
(component
  (component (core module $M (func $start unreachable) (start $start)) (core instance (instantiate $M)))
  (core module (func $start unreachable) (start $start))
  (core module $Fine (func (export "f") (result i32) (i32.const 1)))
  (core instance $fine (instantiate $Fine))
  (func (export "f") (result u32) (canon lift (core func $fine "f")))
)
(assert_return (invoke "f") (u32.const 1))
;; Instances are started in the order of their definitions, and may call imports when they are.
(component
  (import "host-return-two" (func $two (result u32)))
  (component $A
    (core module $M
      (global $log (mut i32) (i32.const 0))
      (func (export "log") (param i32)
        (global.set $log (i32.add (i32.mul (global.get $log) (i32.const 10)) (local.get 0))))
      (func (export "logged") (result i32) (global.get $log)))
    (core instance $m (instantiate $M))
    (func (export "log") (param "n" u32) (canon lift (core func $m "log")))
    (func (export "logged") (result u32) (canon lift (core func $m "logged"))))
  (component $B
    (import "log" (func $log (param "n" u32)))
    (import "two" (func $two (result u32)))
    (core func $log' (canon lower (func $log)))
    (core func $two' (canon lower (func $two)))
    (core module $One
      (import "" "log" (func $log (param i32)))
      (func $start (call $log (i32.const 1)))
      (start $start))
    (core module $Two
      (import "" "log" (func $log (param i32)))
      (import "" "two" (func $two (result i32)))
      (func $start (call $log (call $two)))
      (start $start))
    (core instance (instantiate $One (with "" (instance (export "log" (func $log'))))))
    (core instance (instantiate $Two (with "" (instance (export "log" (func $log')) (export "two" (func $two'))))))
    (core instance (instantiate $One (with "" (instance (export "log" (func $log')))))))
  (instance $a (instantiate $A))
  (instance (instantiate $B (with "log" (func $a "log")) (with "two" (func $two))))
  (instance (instantiate $B (with "log" (func $a "log")) (with "two" (func $two))))
  (export "logged" (func $a "logged"))
)
(assert_return (invoke "logged") (u32.const 121121))
