;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; The option `post-return` of canon lift.
;; CanonicalABI.md, "canon lift": after a function's results have been lifted, its post-return is called with the flat
;; results, while the instance may not leave; Explainer.md, "Canonical ABI" (its signature).

;; A guest whose post-returns write down what they get, and spoil what the results were read from.
(component definition $Results
  (core module $M
    (memory (export "mem") 1)
    (global $calls (mut i32) (i32.const 0))
    (global $i32 (mut i32) (i32.const 0))
    (global $i64 (mut i64) (i64.const 0))
    (global $f32 (mut f32) (f32.const 0))
    (global $f64 (mut f64) (f64.const 0))
    (data (i32.const 100) "text")
    (data (i32.const 200) "\64\00\00\00\04\00\00\00")   ;; the string at 100, of 4 bytes
    (func $called (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1000))
    (func (export "nothing"))
    (func (export "nothing-post") (call $called))
    (func (export "u32") (result i32) (i32.const 42))
    (func (export "u8") (result i32) (i32.const 0x1ff))
    (func (export "i32-post") (param i32) (call $called) (global.set $i32 (local.get 0)))
    (func (export "u64") (result i64) (i64.const 0x123456789a))
    (func (export "u64-post") (param i64) (call $called) (global.set $i64 (local.get 0)))
    (func (export "f32") (result f32) (f32.const 1.5))
    (func (export "f32-post") (param f32) (call $called) (global.set $f32 (local.get 0)))
    (func (export "f64") (result f64) (f64.const -2.5))
    (func (export "f64-post") (param f64) (call $called) (global.set $f64 (local.get 0)))
    (func (export "string") (result i32) (i32.const 200))
    (func (export "string-post") (param i32)
      (call $called)
      (global.set $i32 (local.get 0))
      (memory.fill (i32.const 100) (i32.const 0x21) (i32.const 4)))
    (func (export "pair") (result i32)
      (i32.store (i32.const 300) (i32.const 7))
      (i32.store (i32.const 304) (i32.const 8))
      (i32.const 300))
    (func (export "pair-post") (param i32)
      (call $called)
      (global.set $i32 (i32.load offset=4 (local.get 0)))
      (i64.store (i32.const 300) (i64.const 0)))
    (func (export "echo") (param i32 i32) (result i32)
      (i32.store (i32.const 400) (local.get 0))
      (i32.store (i32.const 404) (local.get 1))
      (i32.const 400))
    (func (export "calls") (result i32) (global.get $calls))
    (func (export "last-i32") (result i32) (global.get $i32))
    (func (export "last-i64") (result i64) (global.get $i64))
    (func (export "last-f32") (result f32) (global.get $f32))
    (func (export "last-f64") (result f64) (global.get $f64)))
  (core instance $m (instantiate $M))
  (func (export "nothing") (canon lift (core func $m "nothing") (post-return (func $m "nothing-post"))))
  (func (export "u32") (result u32) (canon lift (core func $m "u32") (post-return (func $m "i32-post"))))
  (func (export "u8") (result u8) (canon lift (core func $m "u8") (post-return (func $m "i32-post"))))
  (func (export "u64") (result u64) (canon lift (core func $m "u64") (post-return (func $m "u64-post"))))
  (func (export "f32") (result f32) (canon lift (core func $m "f32") (post-return (func $m "f32-post"))))
  (func (export "f64") (result f64) (canon lift (core func $m "f64") (post-return (func $m "f64-post"))))
  (func (export "string") (result string)
    (canon lift (core func $m "string") (memory $m "mem") (post-return (func $m "string-post"))))
  (func (export "pair") (result (tuple u32 u32))
    (canon lift (core func $m "pair") (memory $m "mem") (post-return (func $m "pair-post"))))
  (func (export "echo") (param "s" string) (result string)
    (canon lift (core func $m "echo") (memory $m "mem") (realloc (func $m "realloc"))
      (post-return (func $m "i32-post"))))
  (func (export "calls") (result u32) (canon lift (core func $m "calls")))
  (func (export "last-i32") (result u32) (canon lift (core func $m "last-i32")))
  (func (export "last-i64") (result u64) (canon lift (core func $m "last-i64")))
  (func (export "last-f32") (result f32) (canon lift (core func $m "last-f32")))
  (func (export "last-f64") (result f64) (canon lift (core func $m "last-f64")))
)

;; canon lift: the post-return of a function without results is called without parameters
(component instance $r $Results)
(assert_return (invoke "nothing"))
(assert_return (invoke "calls") (u32.const 1))
;; canon lift: it is called once for each call
(assert_return (invoke "nothing"))
(assert_return (invoke "nothing"))
(assert_return (invoke "calls") (u32.const 3))

;; canon lift: the post-return gets a flat result of each core type
(component instance $r $Results)
(assert_return (invoke "u32") (u32.const 42))
(assert_return (invoke "last-i32") (u32.const 42))
(assert_return (invoke "u64") (u64.const 0x123456789a))
(assert_return (invoke "last-i64") (u64.const 0x123456789a))
(assert_return (invoke "f32") (f32.const 1.5))
(assert_return (invoke "last-f32") (f32.const 1.5))
(assert_return (invoke "f64") (f64.const -2.5))
(assert_return (invoke "last-f64") (f64.const -2.5))
(assert_return (invoke "calls") (u32.const 4))

;; canon lift: it gets the core value as the function returned it, not what was lifted from it
(component instance $r $Results)
(assert_return (invoke "u8") (u8.const 0xff))
(assert_return (invoke "last-i32") (u32.const 0x1ff))

;; canon lift: a result in memory is read before the post-return overwrites it
(component instance $r $Results)
(assert_return (invoke "string") (str.const "text"))
;; canon lift: a second call shows that it was overwritten
(assert_return (invoke "string") (str.const "!!!!"))
;; canon lift: for a result in memory, the post-return gets its address
(assert_return (invoke "last-i32") (u32.const 200))
(assert_return (invoke "calls") (u32.const 2))

;; canon lift: the post-return still finds in memory what the function has left there
(component instance $r $Results)
(assert_return (invoke "pair") (tuple.const (u32.const 7) (u32.const 8)))
(assert_return (invoke "last-i32") (u32.const 8))

;; canon lift: arguments in memory make no difference
(component instance $r $Results)
(assert_return (invoke "echo" (str.const "back")) (str.const "back"))
(assert_return (invoke "last-i32") (u32.const 400))
(assert_return (invoke "calls") (u32.const 1))

;; Of a function that another component has lowered.
(component definition $Between
  (component $Callee
    (core module $M
      (memory (export "mem") 1)
      (global $calls (mut i32) (i32.const 0))
      (data (i32.const 100) "text")
      (data (i32.const 200) "\64\00\00\00\04\00\00\00")
      (func (export "string") (result i32) (i32.const 200))
      (func (export "post") (param i32)
        (memory.fill (i32.const 100) (i32.const 0x21) (i32.const 4))
        (memory.fill (i32.const 200) (i32.const 0) (i32.const 8))
        (global.set $calls (i32.add (global.get $calls) (i32.eq (local.get 0) (i32.const 200)))))
      (func (export "calls") (result i32) (global.get $calls)))
    (core instance $m (instantiate $M))
    (func (export "string") (result string)
      (canon lift (core func $m "string") (memory $m "mem") (post-return (func $m "post"))))
    (func (export "calls") (result u32) (canon lift (core func $m "calls"))))
  (component $Caller
    (import "string" (func $string (result string)))
    (import "calls" (func $calls (result u32)))
    (core module $Libc
      (memory (export "mem") 1)
      (global $next (mut i32) (i32.const 1000))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (global.get $next)
        (global.set $next (i32.add (global.get $next) (local.get 3)))))
    (core instance $libc (instantiate $Libc))
    (core func $string' (canon lower (func $string) (memory $libc "mem") (realloc (func $libc "realloc"))))
    (core func $calls' (canon lower (func $calls)))
    (core module $M
      (import "libc" "mem" (memory 1))
      (import "callee" "string" (func $string (param i32)))
      (import "callee" "calls" (func $calls (result i32)))
      (func (export "string") (result i32) (call $string (i32.const 16)) (i32.const 16))
      ;; How many calls the callee has had when the call has just returned.
      (func (export "calls-after") (result i32) (call $string (i32.const 16)) (call $calls)))
    (core instance $m (instantiate $M
      (with "libc" (instance $libc))
      (with "callee" (instance (export "string" (func $string')) (export "calls" (func $calls'))))))
    (func (export "string") (result string) (canon lift (core func $m "string") (memory $libc "mem")))
    (func (export "calls-after") (result u32) (canon lift (core func $m "calls-after"))))
  (instance $callee (instantiate $Callee))
  (instance $caller (instantiate $Caller (with "string" (func $callee "string")) (with "calls" (func $callee "calls"))))
  (export "string" (func $caller "string"))
  (export "calls-after" (func $caller "calls-after"))
  (export "calls" (func $callee "calls"))
)
;; canon lift: the result has been copied to the caller before the post-return is called
(component instance $b $Between)
(assert_return (invoke "string") (str.const "text"))
(assert_return (invoke "calls") (u32.const 1))
;; canon lift: the post-return has been called when the call returns to the caller
(component instance $b $Between)
(assert_return (invoke "calls-after") (u32.const 1))

;; call_and_trap_on_throw: a trap in the post-return is a trap of the call
(component definition $Trapping
  (core module $M
    (func (export "f") (result i32) (i32.const 1))
    (func (export "post") (param i32) unreachable))
  (core instance $m (instantiate $M))
  (func (export "f") (result u32) (canon lift (core func $m "f") (post-return (func $m "post"))))
  (func (export "g") (result u32) (canon lift (core func $m "f")))
)
(component instance $t $Trapping)
(assert_return (invoke "g") (u32.const 1))
(assert_trap (invoke "f") "unreachable")
;; Explainer.md, "Component Invariants": nothing is called in an instance after a trap
(assert_trap (invoke "g") "cannot enter component instance")

;; call_and_trap_on_throw: also if another component has called
(component
  (component $Callee
    (core module $M
      (func (export "f"))
      (func (export "post") (drop (i32.div_u (i32.const 1) (i32.const 0)))))
    (core instance $m (instantiate $M))
    (func (export "f") (canon lift (core func $m "f") (post-return (func $m "post")))))
  (component $Caller
    (import "f" (func $f))
    (core func $f' (canon lower (func $f)))
    (core module $M (import "" "f" (func $f)) (func (export "f") (call $f)))
    (core instance $m (instantiate $M (with "" (instance (export "f" (func $f'))))))
    (func (export "f") (canon lift (core func $m "f"))))
  (instance $callee (instantiate $Callee))
  (instance $caller (instantiate $Caller (with "f" (func $callee "f"))))
  (export "f" (func $caller "f"))
)
(assert_trap (invoke "f") "integer divide by zero")

;; A result that can't be lifted, of a function with a post-return that says that it was called.
(component
  (core module $M
    (memory (export "mem") 1)
    (func (export "f") (result i32) (i32.const 0x110000))
    (func (export "post") (param i32) (drop (i32.div_u (i32.const 1) (i32.const 0)))))
  (core instance $m (instantiate $M))
  (func (export "f") (result char) (canon lift (core func $m "f") (post-return (func $m "post"))))
)
;; canon lift: the result is lifted first, and the trap of that is the one there is
(assert_trap (invoke "f") "not a Unicode scalar value")

;; What an instance may do in a post-return.
(component definition $Leaving
  (import "host-return-two" (func $host (result u32)))
  (component $Other
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (export "f") (canon lift (core func $m "f"))))
  (instance $other (instantiate $Other))
  (component $Leaving
    (import "host" (func $host (result u32)))
    (import "other" (func $other))
    (type $R (resource (rep i32)))
    (core func $host' (canon lower (func $host)))
    (core func $other' (canon lower (func $other)))
    (core func $new (canon resource.new $R))
    (core func $drop (canon resource.drop $R))
    (core func $rep (canon resource.rep $R))
    (core module $M
      (import "" "host" (func $host (result i32)))
      (import "" "other" (func $other))
      (import "" "new" (func $new (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (import "" "rep" (func $rep (param i32) (result i32)))
      (memory 1)
      (global $rep-of (mut i32) (i32.const 0))
      (func (export "handle") (result i32) (call $new (i32.const 77)))
      (func (export "pass") (param i32) (result i32) (local.get 0))
      (func (export "nothing"))
      (func (export "host") (drop (call $host)))
      (func (export "other") (call $other))
      (func (export "new") (param i32) (drop (call $new (local.get 0))))
      (func (export "drop") (param i32) (call $drop (local.get 0)))
      (func (export "rep") (param i32) (global.set $rep-of (call $rep (local.get 0))))
      (func (export "grow") (global.set $rep-of (memory.grow (i32.const 1))))
      (func (export "rep-of") (result i32) (global.get $rep-of)))
    (core instance $m (instantiate $M (with "" (instance
      (export "host" (func $host')) (export "other" (func $other'))
      (export "new" (func $new)) (export "drop" (func $drop)) (export "rep" (func $rep))))))
    ;; Makes a handle, and gives its index.
    (func (export "handle") (result u32) (canon lift (core func $m "handle")))
    (func (export "call-host") (canon lift (core func $m "nothing") (post-return (func $m "host"))))
    (func (export "call-other") (canon lift (core func $m "nothing") (post-return (func $m "other"))))
    (func (export "resource-new") (param "i" u32) (result u32)
      (canon lift (core func $m "pass") (post-return (func $m "new"))))
    (func (export "resource-drop") (param "i" u32) (result u32)
      (canon lift (core func $m "pass") (post-return (func $m "drop"))))
    (func (export "resource-rep") (param "i" u32) (result u32)
      (canon lift (core func $m "pass") (post-return (func $m "rep"))))
    (func (export "grow") (canon lift (core func $m "nothing") (post-return (func $m "grow"))))
    (func (export "rep-of") (result u32) (canon lift (core func $m "rep-of"))))
  (instance $leaving (instantiate $Leaving (with "host" (func $host)) (with "other" (func $other "f"))))
  (export "handle" (func $leaving "handle"))
  (export "call-host" (func $leaving "call-host"))
  (export "call-other" (func $leaving "call-other"))
  (export "resource-new" (func $leaving "resource-new"))
  (export "resource-drop" (func $leaving "resource-drop"))
  (export "resource-rep" (func $leaving "resource-rep"))
  (export "grow" (func $leaving "grow"))
  (export "rep-of" (func $leaving "rep-of"))
)
;; canon lower: trap if the instance may not leave, here to the host
(component instance $l $Leaving)
(assert_trap (invoke "call-host") "cannot leave component instance")
;; canon lower: trap if the instance may not leave, here to another component
(component instance $l $Leaving)
(assert_trap (invoke "call-other") "cannot leave component instance")
;; canon resource.new: trap if the instance may not leave
(component instance $l $Leaving)
(assert_trap (invoke "resource-new" (u32.const 1)) "cannot leave component instance")
;; canon resource.drop: trap if the instance may not leave
(component instance $l $Leaving)
(assert_return (invoke "handle") (u32.const 1))
(assert_trap (invoke "resource-drop" (u32.const 1)) "cannot leave component instance")
;; canon resource.rep: doesn't leave
(component instance $l $Leaving)
(assert_return (invoke "handle") (u32.const 1))
(assert_return (invoke "resource-rep" (u32.const 1)) (u32.const 1))
(assert_return (invoke "rep-of") (u32.const 77))
;; canon lift: core instructions are as ever
(assert_return (invoke "grow"))
(assert_return (invoke "rep-of") (u32.const 1))
;; canon lift: after the post-return the instance may leave again
(assert_return (invoke "handle") (u32.const 2))

;; canon lift: the function itself may leave, and its post-return is called after that
(component
  (import "host-return-two" (func $host (result u32)))
  (core func $host' (canon lower (func $host)))
  (core module $M
    (import "" "host" (func $host (result i32)))
    (global $got (mut i32) (i32.const 0))
    (func (export "f") (result i32) (call $host))
    (func (export "post") (param i32) (global.set $got (i32.add (global.get $got) (local.get 0))))
    (func (export "got") (result i32) (global.get $got)))
  (core instance $m (instantiate $M (with "" (instance (export "host" (func $host'))))))
  (func (export "f") (result u32) (canon lift (core func $m "f") (post-return (func $m "post"))))
  (func (export "got") (result u32) (canon lift (core func $m "got")))
)
(assert_return (invoke "f") (u32.const 2))
(assert_return (invoke "f") (u32.const 2))
(assert_return (invoke "got") (u32.const 4))

;; canon lift, `lift_flat_values`: a list of strings is read entirely before the post-return
(component
  (core module $M
    (memory (export "mem") 1)
    (data (i32.const 0) "\08\00\00\00\02\00\00\00\18\00\00\00\01\00\00\00\19\00\00\00\02\00\00\00abc")
    (func (export "f") (result i32) (i32.const 0))
    (func (export "post") (param i32) (memory.fill (i32.const 0) (i32.const 0xff) (i32.const 64))))
  (core instance $m (instantiate $M))
  (func (export "f") (result (list string))
    (canon lift (core func $m "f") (memory $m "mem") (post-return (func $m "post"))))
)
(assert_return (invoke "f") (list.const (str.const "a") (str.const "bc")))
;; canon lift: afterwards there is no list any more
(assert_trap (invoke "f") "list pointer is not aligned")
