;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; Resources that the host defines.
;; CanonicalABI.md, "Resource State", `lift_own`, `lift_borrow`, `lower_own`, "canon resource.drop"; Explainer.md, "Type
;; Checking" (imported resource types) and "Import and Export Definitions" (names of constructors, methods, statics).

;; A component that lets the script use the host's functions with indices of its table.
(component definition $User
  (import "host" (instance $host
    (export "resource1" (type $R1 (sub resource)))
    (export "resource2" (type $R2 (sub resource)))
    (export "resource1-again" (type $Again (eq $R1)))
    (export "[constructor]resource1" (func (param "r" u32) (result (own $R1))))
    (export "[static]resource1.assert" (func (param "r" (own $R1)) (param "rep" u32)))
    (export "[static]resource1.last-drop" (func (result u32)))
    (export "[static]resource1.drops" (func (result u32)))
    (export "[method]resource1.simple" (func (param "self" (borrow $R1)) (param "rep" u32)))
    (export "[method]resource1.take-borrow" (func (param "self" (borrow $R1)) (param "b" (borrow $R1))))
    (export "[method]resource1.take-own" (func (param "self" (borrow $R1)) (param "b" (own $R1))))))
  (alias export $host "resource1" (type $R1))
  (alias export $host "resource2" (type $R2))
  (alias export $host "resource1-again" (type $Again))
  (core func $new (canon lower (func $host "[constructor]resource1")))
  (core func $assert (canon lower (func $host "[static]resource1.assert")))
  (core func $last-drop (canon lower (func $host "[static]resource1.last-drop")))
  (core func $drops (canon lower (func $host "[static]resource1.drops")))
  (core func $simple (canon lower (func $host "[method]resource1.simple")))
  (core func $take-borrow (canon lower (func $host "[method]resource1.take-borrow")))
  (core func $take-own (canon lower (func $host "[method]resource1.take-own")))
  (core func $drop (canon resource.drop $R1))
  (core func $drop-2 (canon resource.drop $R2))
  (core func $drop-again (canon resource.drop $Again))
  (core module $M
    (import "" "assert" (func $assert (param i32 i32)))
    (import "" "take-own" (func $take-own (param i32 i32)))
    (import "" "simple" (func $simple (param i32 i32)))
    (import "" "drops" (func $drops (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (import "" "drop-again" (func $drop-again (param i32)))
    (global $before (mut i32) (i32.const 0))
    (func (export "drops-of-drop") (param i32) (result i32)
      (global.set $before (call $drops))
      (call $drop (local.get 0))
      (i32.sub (call $drops) (global.get $before)))
    (func (export "drops-of-drop-again") (param i32) (result i32)
      (global.set $before (call $drops))
      (call $drop-again (local.get 0))
      (i32.sub (call $drops) (global.get $before)))
    (func (export "drops-of-assert") (param i32 i32) (result i32)
      (global.set $before (call $drops))
      (call $assert (local.get 0) (local.get 1))
      (i32.sub (call $drops) (global.get $before)))
    (func (export "drops-of-take-own") (param i32 i32) (result i32)
      (global.set $before (call $drops))
      (call $take-own (local.get 0) (local.get 1))
      (i32.sub (call $drops) (global.get $before)))
    (func (export "drops-of-simple") (param i32 i32) (result i32)
      (global.set $before (call $drops))
      (call $simple (local.get 0) (local.get 1))
      (i32.sub (call $drops) (global.get $before))))
  (core instance $m (instantiate $M (with "" (instance
    (export "assert" (func $assert)) (export "take-own" (func $take-own)) (export "simple" (func $simple))
    (export "drops" (func $drops)) (export "drop" (func $drop)) (export "drop-again" (func $drop-again))))))
  (func (export "new") (param "rep" u32) (result u32) (canon lift (core func $new)))
  (func (export "assert") (param "r" u32) (param "rep" u32) (canon lift (core func $assert)))
  (func (export "last-drop") (result u32) (canon lift (core func $last-drop)))
  (func (export "simple") (param "r" u32) (param "rep" u32) (canon lift (core func $simple)))
  (func (export "take-borrow") (param "r" u32) (param "b" u32) (canon lift (core func $take-borrow)))
  (func (export "take-own") (param "r" u32) (param "b" u32) (canon lift (core func $take-own)))
  (func (export "drop") (param "r" u32) (canon lift (core func $drop)))
  (func (export "drop-2") (param "r" u32) (canon lift (core func $drop-2)))
  ;; By how many drops these have let the host's counter go up.
  (func (export "drops-of-drop") (param "r" u32) (result u32) (canon lift (core func $m "drops-of-drop")))
  (func (export "drops-of-drop-again") (param "r" u32) (result u32) (canon lift (core func $m "drops-of-drop-again")))
  (func (export "drops-of-assert") (param "r" u32) (param "rep" u32) (result u32)
    (canon lift (core func $m "drops-of-assert")))
  (func (export "drops-of-take-own") (param "r" u32) (param "b" u32) (result u32)
    (canon lift (core func $m "drops-of-take-own")))
  (func (export "drops-of-simple") (param "r" u32) (param "rep" u32) (result u32)
    (canon lift (core func $m "drops-of-simple")))
)

;; lower_own: what the host returns gets an index of the instance's table, from 1 on
(component instance $u $User)
(assert_return (invoke "new" (u32.const 100)) (u32.const 1))
(assert_return (invoke "new" (u32.const 200)) (u32.const 2))
;; lift_borrow: a borrow of it is what the host has made
(assert_return (invoke "simple" (u32.const 1) (u32.const 100)))
(assert_return (invoke "simple" (u32.const 2) (u32.const 200)))
;; lift_borrow: the handle stays where it is
(assert_return (invoke "simple" (u32.const 1) (u32.const 100)))
;; lift_borrow: the host's end of a borrow is no drop
(assert_return (invoke "drops-of-simple" (u32.const 1) (u32.const 100)) (u32.const 0))
;; lift_own: an own of it is what the host has made
(assert_return (invoke "assert" (u32.const 2) (u32.const 200)))
;; lift_own: its index is free
(assert_return (invoke "new" (u32.const 300)) (u32.const 2))
(assert_return (invoke "simple" (u32.const 2) (u32.const 300)))

;; canon resource.drop: runs the host's destructor once, with what it is of
(component instance $u $User)
(assert_return (invoke "new" (u32.const 41)) (u32.const 1))
(assert_return (invoke "new" (u32.const 42)) (u32.const 2))
(assert_return (invoke "drops-of-drop" (u32.const 2)) (u32.const 1))
(assert_return (invoke "last-drop") (u32.const 42))
(assert_return (invoke "drop" (u32.const 1)))
(assert_return (invoke "last-drop") (u32.const 41))
;; canon resource.drop: the indices are free, the latest first
(assert_return (invoke "new" (u32.const 43)) (u32.const 1))
(assert_return (invoke "new" (u32.const 44)) (u32.const 2))
(assert_return (invoke "new" (u32.const 45)) (u32.const 3))

;; canon resource.drop: any number is as good as others
(component instance $u $User)
(assert_return (invoke "new" (u32.const 0)) (u32.const 1))
(assert_return (invoke "new" (u32.const 0xffffffff)) (u32.const 2))
(assert_return (invoke "drop" (u32.const 2)))
(assert_return (invoke "last-drop") (u32.const 0xffffffff))
(assert_return (invoke "drop" (u32.const 1)))
(assert_return (invoke "last-drop") (u32.const 0))

;; lift_own: an own that the host gets is no drop of the guest's
(component instance $u $User)
(assert_return (invoke "new" (u32.const 50)) (u32.const 1))
(assert_return (invoke "drops-of-assert" (u32.const 1) (u32.const 50)) (u32.const 0))
(assert_return (invoke "new" (u32.const 51)) (u32.const 1))
(assert_return (invoke "new" (u32.const 52)) (u32.const 2))
(assert_return (invoke "drops-of-take-own" (u32.const 1) (u32.const 2)) (u32.const 0))
;; lift_own: it's the second that the host has got, not the first
(assert_return (invoke "simple" (u32.const 1) (u32.const 51)))
(assert_trap (invoke "simple" (u32.const 2) (u32.const 52)) "unknown handle index 2")

;; lift_borrow: two borrows in a call
(component instance $u $User)
(assert_return (invoke "new" (u32.const 61)) (u32.const 1))
(assert_return (invoke "new" (u32.const 62)) (u32.const 2))
(assert_return (invoke "take-borrow" (u32.const 1) (u32.const 2)))
;; lift_borrow: two borrows of one handle in a call
(assert_return (invoke "take-borrow" (u32.const 1) (u32.const 1)))
;; canon lower: they're given back when the call returns
(assert_return (invoke "drop" (u32.const 1)))
(assert_return (invoke "assert" (u32.const 2) (u32.const 62)))
;; lift_own: trap if it is lent in the same call
(component instance $u $User)
(assert_return (invoke "new" (u32.const 61)) (u32.const 1))
(assert_trap (invoke "take-own" (u32.const 1) (u32.const 1)) "cannot remove owned resource while borrowed")

;; lift_borrow: trap if there's nothing at the index
(component instance $u $User)
(assert_trap (invoke "simple" (u32.const 1) (u32.const 0)) "unknown handle index 1")
;; lift_own: trap if there's nothing at the index
(component instance $u $User)
(assert_trap (invoke "assert" (u32.const 0) (u32.const 0)) "unknown handle index 0")
;; canon resource.drop: trap if there's nothing at the index
(component instance $u $User)
(assert_trap (invoke "drop" (u32.const 3)) "unknown handle index 3")
;; lift_borrow: trap if it has been dropped
(component instance $u $User)
(assert_return (invoke "new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "drop" (u32.const 1)))
(assert_trap (invoke "simple" (u32.const 1) (u32.const 1)) "unknown handle index 1")
;; canon resource.drop: trap if the host has got it
(component instance $u $User)
(assert_return (invoke "new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "assert" (u32.const 1) (u32.const 1)))
(assert_trap (invoke "drop" (u32.const 1)) "unknown handle index 1")
;; canon resource.drop: trap if it is another resource's
(component instance $u $User)
(assert_return (invoke "new" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "drop-2" (u32.const 1)) "used with the wrong type")

;; Explainer.md, "Type Checking": `eq` gives an imported type another name
(component instance $u $User)
(assert_return (invoke "new" (u32.const 70)) (u32.const 1))
(assert_return (invoke "drops-of-drop-again" (u32.const 1)) (u32.const 1))
(assert_return (invoke "last-drop") (u32.const 70))

;; The host's instance as that of functions without the resources in its signatures.
(component
  (import "host" (instance $host
    (export "resource1" (type (sub resource)))
    (export "[static]resource1.last-drop" (func (result u32)))))
  (core func $last-drop (canon lower (func $host "[static]resource1.last-drop")))
  (func (export "last-drop") (result u32) (canon lift (core func $last-drop)))
)
;; canon resource.drop: what the host knows is none of the instances'
(assert_return (invoke "last-drop") (u32.const 70))

;; Both names of one resource as two abstract types.
(component definition $Abstract
  (import "host" (instance $host
    (export "resource1" (type $R1 (sub resource)))
    (export "resource1-again" (type $Again (sub resource)))
    (export "[constructor]resource1" (func (param "r" u32) (result (own $R1))))))
  (alias export $host "resource1" (type $R1))
  (alias export $host "resource1-again" (type $Again))
  (core func $new (canon lower (func $host "[constructor]resource1")))
  (core func $drop (canon resource.drop $R1))
  (core func $drop-again (canon resource.drop $Again))
  (func (export "new") (param "rep" u32) (result u32) (canon lift (core func $new)))
  (func (export "drop") (param "r" u32) (canon lift (core func $drop)))
  (func (export "drop-again") (param "r" u32) (canon lift (core func $drop-again)))
)
(component instance $a $Abstract)
(assert_return (invoke "new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "drop" (u32.const 1)))
;; Explainer.md, "Type Checking": that both are one type is not visible at runtime
(assert_return (invoke "new" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "drop-again" (u32.const 1)) "used with the wrong type")

;; Explainer.md, "Type Checking": a resource is no other resource
(assert_unlinkable
  (component
    (import "host" (instance
      (export "resource1" (type $R1 (sub resource)))
      (export "resource2" (type (eq $R1))))))
  "mismatched resource types")
;; Explainer.md, "Instance Definitions": each import has to be supplied, resources too
(assert_unlinkable
  (component
    (import "host" (instance
      (export "resource1" (type (sub resource)))
      (export "resource2" (type (sub resource)))
      (export "no-such-resource" (type (sub resource))))))
  "was not found")
;; Explainer.md, "Type Definitions": an interface of the same name doesn't have to be used entirely
(component
  (import "host" (instance (export "resource2" (type (sub resource)))))
)

;; Components of one component that use the host's resource: $a and $b have tables of their own.
(component definition $Nested
  (import "host" (instance $host
    (export "resource1" (type $R (sub resource)))
    (export "[constructor]resource1" (func (param "r" u32) (result (own $R))))
    (export "[static]resource1.drops" (func (result u32)))
    (export "[static]resource1.last-drop" (func (result u32)))
    (export "[method]resource1.simple" (func (param "self" (borrow $R)) (param "rep" u32)))))
  (component $B
    (import "host" (instance $host
      (export "resource1" (type $R (sub resource)))
      (export "[constructor]resource1" (func (param "r" u32) (result (own $R))))
      (export "[static]resource1.drops" (func (result u32)))
      (export "[method]resource1.simple" (func (param "self" (borrow $R)) (param "rep" u32)))))
    (alias export $host "resource1" (type $R))
    (core func $new (canon lower (func $host "[constructor]resource1")))
    (core func $drops (canon lower (func $host "[static]resource1.drops")))
    (core func $simple (canon lower (func $host "[method]resource1.simple")))
    (core func $drop (canon resource.drop $R))
    (core module $M
      (import "" "new" (func $new (param i32) (result i32)))
      (import "" "drops" (func $drops (result i32)))
      (import "" "simple" (func $simple (param i32 i32)))
      (import "" "drop" (func $drop (param i32)))
      (global $before (mut i32) (i32.const 0))
      ;; The index of a borrow; of an own.
      (func (export "borrowed") (param i32) (result i32) (call $drop (local.get 0)) (local.get 0))
      (func (export "owned") (param i32) (result i32) (local.get 0))
      (func (export "keep") (param i32))
      (func (export "lend-on") (param i32 i32)
        (call $simple (local.get 0) (local.get 1))
        (call $drop (local.get 0)))
      (func (export "drops-of-borrow") (param i32) (result i32)
        (global.set $before (call $drops))
        (call $drop (local.get 0))
        (i32.sub (call $drops) (global.get $before)))
      (func (export "give") (param i32) (result i32) (call $new (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance
      (export "new" (func $new)) (export "drops" (func $drops)) (export "simple" (func $simple))
      (export "drop" (func $drop))))))
    (func (export "new") (param "rep" u32) (result u32) (canon lift (core func $new)))
    (func (export "simple") (param "r" u32) (param "rep" u32) (canon lift (core func $simple)))
    (func (export "drop") (param "r" u32) (canon lift (core func $drop)))
    (func (export "borrowed") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "borrowed")))
    (func (export "owned") (param "r" (own $R)) (result u32) (canon lift (core func $m "owned")))
    (func (export "keep") (param "r" (borrow $R)) (canon lift (core func $m "keep")))
    (func (export "lend-on") (param "r" (borrow $R)) (param "rep" u32) (canon lift (core func $m "lend-on")))
    (func (export "drops-of-borrow") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "drops-of-borrow")))
    (func (export "give") (param "rep" u32) (result (own $R)) (canon lift (core func $m "give"))))
  (component $A
    (import "host" (instance $host
      (export "resource1" (type $R (sub resource)))
      (export "[constructor]resource1" (func (param "r" u32) (result (own $R))))
      (export "[method]resource1.simple" (func (param "self" (borrow $R)) (param "rep" u32)))))
    (alias export $host "resource1" (type $R))
    (import "b" (instance $b
      (export "borrowed" (func (param "r" (borrow $R)) (result u32)))
      (export "owned" (func (param "r" (own $R)) (result u32)))
      (export "keep" (func (param "r" (borrow $R))))
      (export "lend-on" (func (param "r" (borrow $R)) (param "rep" u32)))
      (export "drops-of-borrow" (func (param "r" (borrow $R)) (result u32)))
      (export "give" (func (param "rep" u32) (result (own $R))))))
    (core func $new (canon lower (func $host "[constructor]resource1")))
    (core func $simple (canon lower (func $host "[method]resource1.simple")))
    (core func $drop (canon resource.drop $R))
    (core func $borrowed (canon lower (func $b "borrowed")))
    (core func $owned (canon lower (func $b "owned")))
    (core func $keep (canon lower (func $b "keep")))
    (core func $lend-on (canon lower (func $b "lend-on")))
    (core func $drops-of-borrow (canon lower (func $b "drops-of-borrow")))
    (core func $give (canon lower (func $b "give")))
    (func (export "new") (param "rep" u32) (result u32) (canon lift (core func $new)))
    (func (export "simple") (param "r" u32) (param "rep" u32) (canon lift (core func $simple)))
    (func (export "drop") (param "r" u32) (canon lift (core func $drop)))
    (func (export "borrowed") (param "r" u32) (result u32) (canon lift (core func $borrowed)))
    (func (export "owned") (param "r" u32) (result u32) (canon lift (core func $owned)))
    (func (export "keep") (param "r" u32) (canon lift (core func $keep)))
    (func (export "lend-on") (param "r" u32) (param "rep" u32) (canon lift (core func $lend-on)))
    (func (export "drops-of-borrow") (param "r" u32) (result u32) (canon lift (core func $drops-of-borrow)))
    (func (export "give") (param "rep" u32) (result u32) (canon lift (core func $give))))
  (instance $b (instantiate $B (with "host" (instance $host))))
  (instance $a (instantiate $A (with "host" (instance $host)) (with "b" (instance $b))))
  (core func $last-drop (canon lower (func $host "[static]resource1.last-drop")))
  (func (export "last-drop") (result u32) (canon lift (core func $last-drop)))
  (export "a-new" (func $a "new"))
  (export "a-simple" (func $a "simple"))
  (export "a-drop" (func $a "drop"))
  (export "b-new" (func $b "new"))
  (export "b-simple" (func $b "simple"))
  (export "b-drop" (func $b "drop"))
  (export "borrowed" (func $a "borrowed"))
  (export "owned" (func $a "owned"))
  (export "keep" (func $a "keep"))
  (export "lend-on" (func $a "lend-on"))
  (export "drops-of-borrow" (func $a "drops-of-borrow"))
  (export "give" (func $a "give"))
)
;; ComponentInstance.handles: one table for each instance, though it is one resource
(component instance $n $Nested)
(assert_return (invoke "a-new" (u32.const 1000)) (u32.const 1))
(assert_return (invoke "b-new" (u32.const 2000)) (u32.const 1))
(assert_return (invoke "b-new" (u32.const 2001)) (u32.const 2))
(assert_return (invoke "a-simple" (u32.const 1) (u32.const 1000)))
(assert_return (invoke "b-simple" (u32.const 1) (u32.const 2000)))
(assert_return (invoke "b-simple" (u32.const 2) (u32.const 2001)))
;; canon resource.drop: a drop in one instance doesn't touch another's table
(assert_return (invoke "b-drop" (u32.const 1)))
(assert_return (invoke "last-drop") (u32.const 2000))
(assert_return (invoke "a-simple" (u32.const 1) (u32.const 1000)))
;; ComponentInstance.handles: an index of another instance's table is none here
(assert_trap (invoke "a-simple" (u32.const 2) (u32.const 2001)) "unknown handle index 2")

;; lower_borrow: a component gets a handle for a borrow of the host's resource
(component instance $n $Nested)
(assert_return (invoke "b-new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "a-new" (u32.const 2)) (u32.const 1))
(assert_return (invoke "borrowed" (u32.const 1)) (u32.const 2))
;; canon resource.drop: the drop of a borrow doesn't run the host's destructor
(assert_return (invoke "drops-of-borrow" (u32.const 1)) (u32.const 0))
;; lift_borrow: a borrow may be lent to the host
(assert_return (invoke "lend-on" (u32.const 1) (u32.const 2)))
;; Task.return_: trap if a borrow hasn't been dropped
(assert_trap (invoke "keep" (u32.const 1)) "borrow handles still remain at the end of the call")

;; lift_own, lower_own: a handle moves from one component to another
(component instance $n $Nested)
(assert_return (invoke "b-new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "a-new" (u32.const 81)) (u32.const 1))
(assert_return (invoke "owned" (u32.const 1)) (u32.const 2))
(assert_return (invoke "b-simple" (u32.const 2) (u32.const 81)))
;; canon resource.drop: the host's destructor runs when the new owner drops it
(assert_return (invoke "b-drop" (u32.const 2)))
(assert_return (invoke "last-drop") (u32.const 81))
;; lower_own: ... and the other way, as a result
(assert_return (invoke "give" (u32.const 82)) (u32.const 1))
(assert_return (invoke "a-simple" (u32.const 1) (u32.const 82)))
(assert_return (invoke "a-drop" (u32.const 1)))
(assert_return (invoke "last-drop") (u32.const 82))
;; lift_own: trap if it has been passed on
(assert_trap (invoke "owned" (u32.const 1)) "unknown handle index 1")

;; A resource of a guest's whose destructor drops one of the host's: its rep is the handle.
(component
  (import "host" (instance $host
    (export "resource1" (type $R (sub resource)))
    (export "[constructor]resource1" (func (param "r" u32) (result (own $R))))
    (export "[static]resource1.last-drop" (func (result u32)))))
  (alias export $host "resource1" (type $Inner))
  (core func $inner-new (canon lower (func $host "[constructor]resource1")))
  (core func $inner-drop (canon resource.drop $Inner))
  (core func $last-drop (canon lower (func $host "[static]resource1.last-drop")))
  (type $Outer (resource (rep i32) (dtor (func $inner-drop))))
  (core func $outer-new (canon resource.new $Outer))
  (core func $outer-drop (canon resource.drop $Outer))
  (core module $M
    (import "" "inner-new" (func $inner-new (param i32) (result i32)))
    (import "" "outer-new" (func $outer-new (param i32) (result i32)))
    (func (export "new") (param i32) (result i32) (call $outer-new (call $inner-new (local.get 0)))))
  (core instance $m (instantiate $M (with "" (instance
    (export "inner-new" (func $inner-new)) (export "outer-new" (func $outer-new))))))
  (func (export "new") (param "rep" u32) (result u32) (canon lift (core func $m "new")))
  (func (export "drop") (param "r" u32) (canon lift (core func $outer-drop)))
  (func (export "last-drop") (result u32) (canon lift (core func $last-drop)))
)
(assert_return (invoke "new" (u32.const 91)) (u32.const 2))
(assert_return (invoke "drop" (u32.const 2)))
;; canon resource.drop: a destructor may be any core function, here another resource.drop
(assert_return (invoke "last-drop") (u32.const 91))
;; Table.remove: both indices are free
(assert_return (invoke "new" (u32.const 92)) (u32.const 2))
