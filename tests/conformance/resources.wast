;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; Resources and handles.
;; CanonicalABI.md, "Table State", "Resource State", `lift_own`, `lift_borrow`, `lower_own`, `lower_borrow`, "canon
;; resource.new", "canon resource.drop" and "canon resource.rep".

;; A component with two types of resources of its own, whose table the script looks into by indices. Both destructors
;; write down the rep; that of $R adds one to a counter, that of $S adds 100.
(component definition $Table
  (core module $Dtors
    (global $drops (mut i32) (i32.const 0))
    (global $last (mut i32) (i32.const 0))
    (func (export "drop-r") (param i32)
      (global.set $drops (i32.add (global.get $drops) (i32.const 1)))
      (global.set $last (local.get 0)))
    (func (export "drop-s") (param i32)
      (global.set $drops (i32.add (global.get $drops) (i32.const 100)))
      (global.set $last (local.get 0)))
    (func (export "drops") (result i32) (global.get $drops))
    (func (export "last") (result i32) (global.get $last)))
  (core instance $dtors (instantiate $Dtors))
  (type $R (resource (rep i32) (dtor (func $dtors "drop-r"))))
  (type $S (resource (rep i32) (dtor (func $dtors "drop-s"))))
  (type $T (resource (rep i32)))
  (core func $r-new (canon resource.new $R))
  (core func $r-rep (canon resource.rep $R))
  (core func $r-drop (canon resource.drop $R))
  (core func $s-new (canon resource.new $S))
  (core func $s-rep (canon resource.rep $S))
  (core func $s-drop (canon resource.drop $S))
  (core func $t-new (canon resource.new $T))
  (core func $t-drop (canon resource.drop $T))
  (func (export "r-new") (param "rep" u32) (result u32) (canon lift (core func $r-new)))
  (func (export "r-rep") (param "index" u32) (result u32) (canon lift (core func $r-rep)))
  (func (export "r-drop") (param "index" u32) (canon lift (core func $r-drop)))
  (func (export "s-new") (param "rep" u32) (result u32) (canon lift (core func $s-new)))
  (func (export "s-rep") (param "index" u32) (result u32) (canon lift (core func $s-rep)))
  (func (export "s-drop") (param "index" u32) (canon lift (core func $s-drop)))
  (func (export "t-new") (param "rep" u32) (result u32) (canon lift (core func $t-new)))
  (func (export "t-drop") (param "index" u32) (canon lift (core func $t-drop)))
  (func (export "drops") (result u32) (canon lift (core func $dtors "drops")))
  (func (export "last") (result u32) (canon lift (core func $dtors "last")))
)

;; Table.add: indices start at 1 and go up
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 10)) (u32.const 1))
(assert_return (invoke "r-new" (u32.const 20)) (u32.const 2))
;; Table State: all types of resources share the instance's table
(assert_return (invoke "s-new" (u32.const 30)) (u32.const 3))
(assert_return (invoke "r-new" (u32.const 40)) (u32.const 4))
;; canon resource.rep: gives what resource.new was given
(assert_return (invoke "r-rep" (u32.const 1)) (u32.const 10))
(assert_return (invoke "r-rep" (u32.const 2)) (u32.const 20))
(assert_return (invoke "s-rep" (u32.const 3)) (u32.const 30))
;; canon resource.rep: leaves the handle where it is
(assert_return (invoke "r-rep" (u32.const 1)) (u32.const 10))
;; canon resource.rep: runs no destructor
(assert_return (invoke "drops") (u32.const 0))

;; canon resource.new: any i32 is a rep, and may be one of several resources
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 0)) (u32.const 1))
(assert_return (invoke "r-new" (u32.const 0xffffffff)) (u32.const 2))
(assert_return (invoke "r-new" (u32.const 0)) (u32.const 3))
(assert_return (invoke "r-rep" (u32.const 1)) (u32.const 0))
(assert_return (invoke "r-rep" (u32.const 2)) (u32.const 0xffffffff))
(assert_return (invoke "r-rep" (u32.const 3)) (u32.const 0))

;; Table.add: what is free is used again, the latest first
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "r-new" (u32.const 2)) (u32.const 2))
(assert_return (invoke "r-new" (u32.const 3)) (u32.const 3))
(assert_return (invoke "r-drop" (u32.const 2)))
(assert_return (invoke "r-drop" (u32.const 1)))
(assert_return (invoke "s-new" (u32.const 4)) (u32.const 1))
(assert_return (invoke "r-new" (u32.const 5)) (u32.const 2))
(assert_return (invoke "r-new" (u32.const 6)) (u32.const 4))
;; Table.add: what is used again belongs to the new handle
(assert_return (invoke "s-rep" (u32.const 1)) (u32.const 4))
(assert_return (invoke "r-rep" (u32.const 3)) (u32.const 3))

;; canon resource.drop: an own handle's drop runs the destructor once, with the rep
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 1234)) (u32.const 1))
(assert_return (invoke "r-drop" (u32.const 1)))
(assert_return (invoke "drops") (u32.const 1))
(assert_return (invoke "last") (u32.const 1234))
;; canon resource.drop: the destructor is that of the type
(assert_return (invoke "s-new" (u32.const 5678)) (u32.const 1))
(assert_return (invoke "s-drop" (u32.const 1)))
(assert_return (invoke "drops") (u32.const 101))
(assert_return (invoke "last") (u32.const 5678))
;; canon resource.drop: a type needn't have a destructor
(assert_return (invoke "t-new" (u32.const 9)) (u32.const 1))
(assert_return (invoke "t-drop" (u32.const 1)))
(assert_return (invoke "drops") (u32.const 101))

;; Table.get: trap if there is nothing at the index
(component instance $t $Table)
(assert_trap (invoke "r-rep" (u32.const 1)) "unknown handle index 1")
;; Table.get: there never is something at 0
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "r-rep" (u32.const 0)) "unknown handle index 0")
(component instance $t $Table)
(assert_trap (invoke "r-drop" (u32.const 0)) "unknown handle index 0")
;; Table.get: trap if the index is greater than all
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "r-rep" (u32.const 2)) "unknown handle index 2")
(component instance $t $Table)
(assert_trap (invoke "r-drop" (u32.const 0xffffffff)) "unknown handle index 4294967295")
;; Table.remove: trap if it has been dropped
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "r-drop" (u32.const 1)))
(assert_trap (invoke "r-drop" (u32.const 1)) "unknown handle index 1")
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 1)) (u32.const 1))
(assert_return (invoke "r-drop" (u32.const 1)))
(assert_trap (invoke "r-rep" (u32.const 1)) "unknown handle index 1")
;; canon resource.rep: trap if it is of another type
(component instance $t $Table)
(assert_return (invoke "r-new" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "s-rep" (u32.const 1)) "used with the wrong type")
;; canon resource.drop: trap if it is of another type
(component instance $t $Table)
(assert_return (invoke "s-new" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "r-drop" (u32.const 1)) "used with the wrong type")

;; A destructor that uses the table itself, and the host.
(component definition $Dtor
  (import "host-return-two" (func $host (result u32)))
  (core module $Indirect
    (type $dtor (func (param i32)))
    (table (export "table") 1 funcref)
    (func (export "dtor") (param i32) (call_indirect (type $dtor) (local.get 0) (i32.const 0))))
  (core instance $indirect (instantiate $Indirect))
  (type $R (resource (rep i32) (dtor (func $indirect "dtor"))))
  (core func $new (canon resource.new $R))
  (core func $drop (canon resource.drop $R))
  (core func $rep (canon resource.rep $R))
  (core func $host' (canon lower (func $host)))
  (core module $M
    (import "" "table" (table 1 funcref))
    (import "" "new" (func $new (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (import "" "rep" (func $rep (param i32) (result i32)))
    (import "" "host" (func $host (result i32)))
    (global $log (mut i32) (i32.const 0))
    ;; The rep says what to do: below 10, drop the handle with that index; 10 makes a handle; 11 calls the host;
    ;; 12 traps; 13 asks for the rep of handle 1.
    (func $dtor (param i32)
      (global.set $log (i32.add (i32.mul (global.get $log) (i32.const 100)) (local.get 0)))
      (if (i32.and (i32.ge_u (local.get 0) (i32.const 1)) (i32.lt_u (local.get 0) (i32.const 10)))
        (then (call $drop (local.get 0))))
      (if (i32.eq (local.get 0) (i32.const 10)) (then (global.set $log (call $new (i32.const 0)))))
      (if (i32.eq (local.get 0) (i32.const 11)) (then (global.set $log (call $host))))
      (if (i32.eq (local.get 0) (i32.const 12)) (then unreachable))
      (if (i32.eq (local.get 0) (i32.const 13)) (then (global.set $log (call $rep (i32.const 1))))))
    (elem (i32.const 0) func $dtor)
    (func (export "log") (result i32) (global.get $log)))
  (core instance $m (instantiate $M (with "" (instance
    (export "table" (table $indirect "table"))
    (export "new" (func $new)) (export "drop" (func $drop)) (export "rep" (func $rep)) (export "host" (func $host'))))))
  (func (export "new") (param "rep" u32) (result u32) (canon lift (core func $new)))
  (func (export "drop") (param "index" u32) (canon lift (core func $drop)))
  (func (export "log") (result u32) (canon lift (core func $m "log")))
)
;; canon resource.drop: a destructor may drop handles itself
(component instance $d $Dtor)
(assert_return (invoke "new" (u32.const 99)) (u32.const 1))
(assert_return (invoke "new" (u32.const 1)) (u32.const 2))
(assert_return (invoke "new" (u32.const 2)) (u32.const 3))
(assert_return (invoke "drop" (u32.const 3)))
(assert_return (invoke "log") (u32.const 020199))
;; canon resource.drop: the handle is removed before its destructor runs, which may use its index again
(component instance $d $Dtor)
(assert_return (invoke "new" (u32.const 10)) (u32.const 1))
(assert_return (invoke "drop" (u32.const 1)))
(assert_return (invoke "log") (u32.const 1))
;; canon resource.drop: the handle is removed before its destructor runs, which doesn't find it any more
(component instance $d $Dtor)
(assert_return (invoke "new" (u32.const 13)) (u32.const 1))
(assert_trap (invoke "drop" (u32.const 1)) "unknown handle index 1")
;; canon resource.drop: a destructor may leave the instance
(component instance $d $Dtor)
(assert_return (invoke "new" (u32.const 11)) (u32.const 1))
(assert_return (invoke "drop" (u32.const 1)))
(assert_return (invoke "log") (u32.const 2))
;; call_and_trap_on_throw: a trap in a destructor is one of the drop
(component instance $d $Dtor)
(assert_return (invoke "new" (u32.const 12)) (u32.const 1))
(assert_trap (invoke "drop" (u32.const 1)) "unreachable")

;; Component instances, not core instances, have tables: what one core instance has made another one of the same
;; component can use.
(component
  (type $R (resource (rep i32)))
  (core func $new (canon resource.new $R))
  (core func $rep (canon resource.rep $R))
  (core module $A
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "f") (result i32) (call $new (i32.const 8))))
  (core module $B
    (import "a" "f" (func $f (result i32)))
    (import "" "rep" (func $rep (param i32) (result i32)))
    (func (export "f") (result i32) (call $rep (call $f))))
  (core instance $a (instantiate $A (with "" (instance (export "new" (func $new))))))
  (core instance $b (instantiate $B (with "a" (instance $a)) (with "" (instance (export "rep" (func $rep))))))
  (func (export "f") (result u32) (canon lift (core func $b "f")))
)
;; ComponentInstance.handles: one table for each component instance
(assert_return (invoke "f") (u32.const 8))

;; One component has the resource, others use it through the same component $Consumer, of which there are two instances,
;; $a and $b. What they export works with indices in their tables.
(component definition $Passing
  (component $Provider
    (core module $Dtors
      (global $drops (mut i32) (i32.const 0))
      (global $last (mut i32) (i32.const 0))
      (func (export "drop") (param i32)
        (global.set $drops (i32.add (global.get $drops) (i32.const 1)))
        (global.set $last (local.get 0)))
      (func (export "drops") (result i32) (global.get $drops))
      (func (export "last") (result i32) (global.get $last)))
    (core instance $dtors (instantiate $Dtors))
    (type $R' (resource (rep i32) (dtor (func $dtors "drop"))))
    (export $R "r" (type $R'))
    (core func $new (canon resource.new $R))
    (core func $rep (canon resource.rep $R))
    (core func $drop (canon resource.drop $R))
    (core module $M
      (import "" "new" (func $new (param i32) (result i32)))
      (import "" "rep" (func $rep (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (memory (export "mem") 1)
      (global $next (mut i32) (i32.const 1024))
      (global $made (mut i32) (i32.const 0))
      (global $taken (mut i32) (i32.const 0))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32)
        (global.get $next)
        (global.set $next (i32.add (global.get $next) (i32.and (i32.add (local.get 3) (i32.const 7)) (i32.const -8)))))
      (func (export "make") (param i32) (result i32)
        (global.set $made (call $new (local.get 0)))
        (global.get $made))
      (func (export "made") (result i32) (global.get $made))
      (func (export "same") (param i32) (result i32) (local.get 0))
      (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
      (func (export "take") (param i32) (result i32)
        (global.set $taken (local.get 0))
        (call $rep (local.get 0)))
      (func (export "taken") (result i32) (global.get $taken))
      (func (export "consume") (param i32) (call $drop (local.get 0)))
      (func (export "borrow-and-take") (param i32 i32))
      (func (export "take-option") (param i32 i32) (result i32)
        (if (result i32) (local.get 0) (then (call $rep (local.get 1))) (else (i32.const -1))))
      ;; The reps of a list of borrows, summed up; of owns, with each dropped.
      (func (export "sum-borrows") (param $at i32) (param $n i32) (result i32)
        (local $sum i32)
        (loop $more
          (if (local.get $n)
            (then
              (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $at))))
              (local.set $at (i32.add (local.get $at) (i32.const 4)))
              (local.set $n (i32.sub (local.get $n) (i32.const 1)))
              (br $more))))
        (local.get $sum))
      (func (export "sum-owns") (param $at i32) (param $n i32) (result i32)
        (local $sum i32)
        (loop $more
          (if (local.get $n)
            (then
              (local.set $sum (i32.add (local.get $sum) (call $rep (i32.load (local.get $at)))))
              (call $drop (i32.load (local.get $at)))
              (local.set $at (i32.add (local.get $at) (i32.const 4)))
              (local.set $n (i32.sub (local.get $n) (i32.const 1)))
              (br $more))))
        (local.get $sum)))
    (core instance $m (instantiate $M (with "" (instance
      (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop))))))
    (func (export "make") (param "rep" u32) (result (own $R)) (canon lift (core func $m "make")))
    ;; The index of the latest one that was made.
    (func (export "made") (result u32) (canon lift (core func $m "made")))
    (func (export "look") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "same")))
    (func (export "look-at-two") (param "r" (borrow $R)) (param "s" (borrow $R)) (result u32)
      (canon lift (core func $m "add")))
    ;; Keeps it, and gives its rep.
    (func (export "take") (param "r" (own $R)) (result u32) (canon lift (core func $m "take")))
    ;; The index of the latest one that was taken.
    (func (export "taken") (result u32) (canon lift (core func $m "taken")))
    (func (export "give-back") (param "r" (own $R)) (result (own $R)) (canon lift (core func $m "same")))
    (func (export "consume") (param "r" (own $R)) (canon lift (core func $m "consume")))
    (func (export "borrow-and-take") (param "b" (borrow $R)) (param "o" (own $R))
      (canon lift (core func $m "borrow-and-take")))
    (func (export "take-and-borrow") (param "o" (own $R)) (param "b" (borrow $R))
      (canon lift (core func $m "borrow-and-take")))
    (func (export "take-option") (param "o" (option (own $R))) (result u32) (canon lift (core func $m "take-option")))
    (func (export "sum-borrows") (param "l" (list (borrow $R))) (result u32)
      (canon lift (core func $m "sum-borrows") (memory $m "mem") (realloc (func $m "realloc"))))
    (func (export "sum-owns") (param "l" (list (own $R))) (result u32)
      (canon lift (core func $m "sum-owns") (memory $m "mem") (realloc (func $m "realloc"))))
    (func (export "drops") (result u32) (canon lift (core func $dtors "drops")))
    (func (export "last") (result u32) (canon lift (core func $dtors "last"))))
  (component $Consumer
    (import "provider" (instance $p
      (export "r" (type $R (sub resource)))
      (export "make" (func (param "rep" u32) (result (own $R))))
      (export "look" (func (param "r" (borrow $R)) (result u32)))
      (export "look-at-two" (func (param "r" (borrow $R)) (param "s" (borrow $R)) (result u32)))
      (export "take" (func (param "r" (own $R)) (result u32)))
      (export "give-back" (func (param "r" (own $R)) (result (own $R))))
      (export "consume" (func (param "r" (own $R))))
      (export "borrow-and-take" (func (param "b" (borrow $R)) (param "o" (own $R))))
      (export "take-and-borrow" (func (param "o" (own $R)) (param "b" (borrow $R))))
      (export "take-option" (func (param "o" (option (own $R))) (result u32)))
      (export "sum-borrows" (func (param "l" (list (borrow $R))) (result u32)))
      (export "sum-owns" (func (param "l" (list (own $R))) (result u32)))))
    (alias export $p "r" (type $R))
    (core module $Libc
      (memory (export "mem") 1)
      ;; Two handles for a list.
      (func (export "set") (param i32 i32)
        (i32.store (i32.const 0) (local.get 0))
        (i32.store (i32.const 4) (local.get 1))))
    (core instance $libc (instantiate $Libc))
    (core func $drop (canon resource.drop $R))
    (core func $make (canon lower (func $p "make")))
    (core func $look (canon lower (func $p "look")))
    (core func $look-at-two (canon lower (func $p "look-at-two")))
    (core func $take (canon lower (func $p "take")))
    (core func $give-back (canon lower (func $p "give-back")))
    (core func $consume (canon lower (func $p "consume")))
    (core func $borrow-and-take (canon lower (func $p "borrow-and-take")))
    (core func $take-and-borrow (canon lower (func $p "take-and-borrow")))
    (core func $take-option (canon lower (func $p "take-option")))
    (core func $sum-borrows (canon lower (func $p "sum-borrows") (memory $libc "mem")))
    (core func $sum-owns (canon lower (func $p "sum-owns") (memory $libc "mem")))
    (core module $M
      (import "libc" "mem" (memory 1))
      (import "libc" "set" (func $set (param i32 i32)))
      (import "p" "look" (func $look (param i32) (result i32)))
      (import "p" "look-at-two" (func $look-at-two (param i32 i32) (result i32)))
      (import "p" "take" (func $take (param i32) (result i32)))
      (import "p" "sum-borrows" (func $sum-borrows (param i32 i32) (result i32)))
      (import "p" "sum-owns" (func $sum-owns (param i32 i32) (result i32)))
      (import "p" "drop" (func $drop (param i32)))
      (func (export "sum-borrows") (param i32 i32) (result i32)
        (call $set (local.get 0) (local.get 1))
        (call $sum-borrows (i32.const 0) (i32.const 2)))
      (func (export "sum-owns") (param i32 i32) (result i32)
        (call $set (local.get 0) (local.get 1))
        (call $sum-owns (i32.const 0) (i32.const 2)))
      ;; What this one may do with a borrow of its own.
      (func (export "borrowed-index") (param i32) (result i32) (call $drop (local.get 0)) (local.get 0))
      (func (export "keep") (param i32))
      (func (export "same") (param i32) (result i32) (local.get 0))
      (func (export "drop-one-of-two") (param i32 i32) (call $drop (local.get 0)))
      (func (export "drop-twice") (param i32) (call $drop (local.get 0)) (call $drop (local.get 0)))
      (func (export "lend-on") (param i32) (result i32)
        (call $look (local.get 0))
        (call $drop (local.get 0)))
      (func (export "lend-on-twice") (param i32) (result i32)
        (call $look-at-two (local.get 0) (local.get 0))
        (call $drop (local.get 0)))
      (func (export "look-after-drop") (param i32) (result i32)
        (call $drop (local.get 0))
        (call $look (local.get 0)))
      (func (export "take-borrowed") (param i32) (result i32) (call $take (local.get 0))))
    (core instance $m (instantiate $M (with "libc" (instance $libc)) (with "p" (instance
      (export "look" (func $look)) (export "look-at-two" (func $look-at-two)) (export "take" (func $take))
      (export "sum-borrows" (func $sum-borrows)) (export "sum-owns" (func $sum-owns)) (export "drop" (func $drop))))))
    (func (export "make") (param "rep" u32) (result u32) (canon lift (core func $make)))
    (func (export "look") (param "r" u32) (result u32) (canon lift (core func $look)))
    (func (export "look-at-two") (param "r" u32) (param "s" u32) (result u32) (canon lift (core func $look-at-two)))
    (func (export "take") (param "r" u32) (result u32) (canon lift (core func $take)))
    (func (export "give-back") (param "r" u32) (result u32) (canon lift (core func $give-back)))
    (func (export "consume") (param "r" u32) (canon lift (core func $consume)))
    (func (export "borrow-and-take") (param "b" u32) (param "o" u32) (canon lift (core func $borrow-and-take)))
    (func (export "take-and-borrow") (param "o" u32) (param "b" u32) (canon lift (core func $take-and-borrow)))
    (func (export "take-option") (param "some" u32) (param "r" u32) (result u32) (canon lift (core func $take-option)))
    (func (export "sum-borrows") (param "r" u32) (param "s" u32) (result u32) (canon lift (core func $m "sum-borrows")))
    (func (export "sum-owns") (param "r" u32) (param "s" u32) (result u32) (canon lift (core func $m "sum-owns")))
    (func (export "drop") (param "r" u32) (canon lift (core func $drop)))
    ;; What gets a borrow.
    (func (export "borrowed-index") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "borrowed-index")))
    (func (export "keep") (param "r" (borrow $R)) (canon lift (core func $m "keep")))
    (func (export "drop-one-of-two") (param "r" (borrow $R)) (param "s" (borrow $R))
      (canon lift (core func $m "drop-one-of-two")))
    (func (export "drop-twice") (param "r" (borrow $R)) (canon lift (core func $m "drop-twice")))
    (func (export "lend-on") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "lend-on")))
    (func (export "lend-on-twice") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "lend-on-twice")))
    (func (export "look-after-drop") (param "r" (borrow $R)) (result u32)
      (canon lift (core func $m "look-after-drop")))
    (func (export "take-borrowed") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "take-borrowed")))
    ;; What gets an own: its index here.
    (func (export "receive") (param "r" (own $R)) (result u32) (canon lift (core func $m "same"))))
  (instance $p (instantiate $Provider))
  (instance $a (instantiate $Consumer (with "provider" (instance $p))))
  (instance $b (instantiate $Consumer (with "provider" (instance $p))))
  ;; Lends and gives to $b what it has.
  (component $Third
    (import "provider" (instance $p
      (export "r" (type $R (sub resource)))
      (export "make" (func (param "rep" u32) (result (own $R))))
      (export "look" (func (param "r" (borrow $R)) (result u32)))))
    (alias export $p "r" (type $R))
    (import "b" (instance $b
      (export "borrowed-index" (func (param "r" (borrow $R)) (result u32)))
      (export "keep" (func (param "r" (borrow $R))))
      (export "drop-one-of-two" (func (param "r" (borrow $R)) (param "s" (borrow $R))))
      (export "drop-twice" (func (param "r" (borrow $R))))
      (export "lend-on" (func (param "r" (borrow $R)) (result u32)))
      (export "lend-on-twice" (func (param "r" (borrow $R)) (result u32)))
      (export "look-after-drop" (func (param "r" (borrow $R)) (result u32)))
      (export "take-borrowed" (func (param "r" (borrow $R)) (result u32)))
      (export "receive" (func (param "r" (own $R)) (result u32)))))
    (core func $drop (canon resource.drop $R))
    (core func $make (canon lower (func $p "make")))
    (core func $look (canon lower (func $p "look")))
    (core func $borrowed-index (canon lower (func $b "borrowed-index")))
    (core func $keep (canon lower (func $b "keep")))
    (core func $drop-one-of-two (canon lower (func $b "drop-one-of-two")))
    (core func $drop-twice (canon lower (func $b "drop-twice")))
    (core func $lend-on (canon lower (func $b "lend-on")))
    (core func $lend-on-twice (canon lower (func $b "lend-on-twice")))
    (core func $look-after-drop (canon lower (func $b "look-after-drop")))
    (core func $take-borrowed (canon lower (func $b "take-borrowed")))
    (core func $receive (canon lower (func $b "receive")))
    (func (export "make") (param "rep" u32) (result u32) (canon lift (core func $make)))
    (func (export "drop") (param "r" u32) (canon lift (core func $drop)))
    (func (export "look") (param "r" u32) (result u32) (canon lift (core func $look)))
    (func (export "borrowed-index") (param "r" u32) (result u32) (canon lift (core func $borrowed-index)))
    (func (export "keep") (param "r" u32) (canon lift (core func $keep)))
    (func (export "drop-one-of-two") (param "r" u32) (param "s" u32) (canon lift (core func $drop-one-of-two)))
    (func (export "drop-twice") (param "r" u32) (canon lift (core func $drop-twice)))
    (func (export "lend-on") (param "r" u32) (result u32) (canon lift (core func $lend-on)))
    (func (export "lend-on-twice") (param "r" u32) (result u32) (canon lift (core func $lend-on-twice)))
    (func (export "look-after-drop") (param "r" u32) (result u32) (canon lift (core func $look-after-drop)))
    (func (export "take-borrowed") (param "r" u32) (result u32) (canon lift (core func $take-borrowed)))
    (func (export "receive") (param "r" u32) (result u32) (canon lift (core func $receive))))
  (instance $third (instantiate $Third (with "provider" (instance $p)) (with "b" (instance $b))))
  (export "made" (func $p "made"))
  (export "taken" (func $p "taken"))
  (export "drops" (func $p "drops"))
  (export "last" (func $p "last"))
  (export "a-make" (func $a "make"))
  (export "a-look" (func $a "look"))
  (export "a-look-at-two" (func $a "look-at-two"))
  (export "a-take" (func $a "take"))
  (export "a-give-back" (func $a "give-back"))
  (export "a-consume" (func $a "consume"))
  (export "a-borrow-and-take" (func $a "borrow-and-take"))
  (export "a-take-and-borrow" (func $a "take-and-borrow"))
  (export "a-take-option" (func $a "take-option"))
  (export "a-sum-borrows" (func $a "sum-borrows"))
  (export "a-sum-owns" (func $a "sum-owns"))
  (export "a-drop" (func $a "drop"))
  (export "b-make" (func $b "make"))
  (export "b-look" (func $b "look"))
  (export "b-drop" (func $b "drop"))
  (export "c-make" (func $third "make"))
  (export "c-drop" (func $third "drop"))
  (export "c-look" (func $third "look"))
  (export "c-borrowed-index" (func $third "borrowed-index"))
  (export "c-keep" (func $third "keep"))
  (export "c-drop-one-of-two" (func $third "drop-one-of-two"))
  (export "c-drop-twice" (func $third "drop-twice"))
  (export "c-lend-on" (func $third "lend-on"))
  (export "c-lend-on-twice" (func $third "lend-on-twice"))
  (export "c-look-after-drop" (func $third "look-after-drop"))
  (export "c-take-borrowed" (func $third "take-borrowed"))
  (export "c-receive" (func $third "receive"))
)

;; lower_own: a handle that is returned gets the next index of the caller's table
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 10)) (u32.const 1))
(assert_return (invoke "a-make" (u32.const 20)) (u32.const 2))
;; ComponentInstance.handles: each instance has a table of its own, though the resource is the same
(assert_return (invoke "b-make" (u32.const 30)) (u32.const 1))
(assert_return (invoke "c-make" (u32.const 40)) (u32.const 1))
(assert_return (invoke "a-look" (u32.const 1)) (u32.const 10))
(assert_return (invoke "b-look" (u32.const 1)) (u32.const 30))
(assert_return (invoke "c-look" (u32.const 1)) (u32.const 40))
;; lift_own: what is returned leaves the provider's table, and its index is used again
(assert_return (invoke "made") (u32.const 1))
;; ComponentInstance.handles: an index of another instance's table is none here
(assert_trap (invoke "b-look" (u32.const 2)) "unknown handle index 2")

;; lift_borrow, lower_borrow: who defines the resource gets the rep of a borrow, not a handle
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 77)) (u32.const 1))
(assert_return (invoke "a-look" (u32.const 1)) (u32.const 77))
;; lift_borrow: the handle stays with the one that lends
(assert_return (invoke "a-look" (u32.const 1)) (u32.const 77))
;; lift_borrow: one handle may be lent twice in a call
(assert_return (invoke "a-look-at-two" (u32.const 1) (u32.const 1)) (u32.const 154))
;; canon lower: what was lent is given back when the call returns, and can be passed on as own
(assert_return (invoke "a-take" (u32.const 1)) (u32.const 77))
;; canon resource.drop: none of all that has run a destructor
(assert_return (invoke "drops") (u32.const 0))

;; lift_own, lower_own: an own handle moves from one table to the other
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 5)) (u32.const 1))
(assert_return (invoke "a-make" (u32.const 6)) (u32.const 2))
(assert_return (invoke "a-take" (u32.const 2)) (u32.const 6))
(assert_return (invoke "taken") (u32.const 1))
(assert_return (invoke "a-take" (u32.const 1)) (u32.const 5))
(assert_return (invoke "taken") (u32.const 2))
;; lift_own: the index that it had is free
(assert_return (invoke "a-make" (u32.const 7)) (u32.const 1))
;; lift_own: the other one, too
(assert_return (invoke "a-make" (u32.const 8)) (u32.const 2))

;; lift_own: trap if it has been passed already
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 5)) (u32.const 1))
(assert_return (invoke "a-take" (u32.const 1)) (u32.const 5))
(assert_trap (invoke "a-take" (u32.const 1)) "unknown handle index 1")
;; lift_borrow: trap if it has been passed
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 5)) (u32.const 1))
(assert_return (invoke "a-take" (u32.const 1)) (u32.const 5))
(assert_trap (invoke "a-look" (u32.const 1)) "unknown handle index 1")
;; canon resource.drop: trap if it has been passed
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 5)) (u32.const 1))
(assert_return (invoke "a-take" (u32.const 1)) (u32.const 5))
(assert_trap (invoke "a-drop" (u32.const 1)) "unknown handle index 1")
;; lift_own: trap if there is no such handle
(component instance $i $Passing)
(assert_trap (invoke "a-take" (u32.const 1)) "unknown handle index 1")
;; lift_borrow: trap if there is no such handle
(component instance $i $Passing)
(assert_trap (invoke "a-look" (u32.const 0)) "unknown handle index 0")

;; canon resource.drop: a drop by who imports the resource runs its destructor where it is defined, with the rep
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 31)) (u32.const 1))
(assert_return (invoke "a-drop" (u32.const 1)))
(assert_return (invoke "drops") (u32.const 1))
(assert_return (invoke "last") (u32.const 31))
;; canon resource.drop: also if another component gets it and drops it, once
(assert_return (invoke "a-make" (u32.const 32)) (u32.const 1))
(assert_return (invoke "a-consume" (u32.const 1)))
(assert_return (invoke "drops") (u32.const 2))
(assert_return (invoke "last") (u32.const 32))
;; canon resource.drop: trap if it has been dropped by who got it
(assert_trap (invoke "a-drop" (u32.const 1)) "unknown handle index 1")

;; lift_own, lower_own: a handle may be passed there and back
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 31)) (u32.const 1))
(assert_return (invoke "a-make" (u32.const 32)) (u32.const 2))
(assert_return (invoke "a-give-back" (u32.const 2)) (u32.const 2))
(assert_return (invoke "a-look" (u32.const 2)) (u32.const 32))
(assert_return (invoke "drops") (u32.const 0))

;; lift_own: trap if it is lent, in the same call
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "a-borrow-and-take" (u32.const 1) (u32.const 1)) "cannot remove owned resource while borrowed")
;; lift_borrow: in the other order there is nothing to lend any more
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "a-take-and-borrow" (u32.const 1) (u32.const 1)) "unknown handle index 1")
;; lift_own: another handle may be passed while one is lent
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 1)) (u32.const 1))
(assert_return (invoke "a-make" (u32.const 2)) (u32.const 2))
(assert_return (invoke "a-borrow-and-take" (u32.const 1) (u32.const 2)))
(assert_return (invoke "a-look" (u32.const 1)) (u32.const 1))
;; lift_own: two handles of one rep are two
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 1)) (u32.const 1))
(assert_return (invoke "a-make" (u32.const 1)) (u32.const 2))
(assert_return (invoke "a-borrow-and-take" (u32.const 1) (u32.const 2)))

;; load_list, lift_borrow: handles in a list
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 100)) (u32.const 1))
(assert_return (invoke "a-make" (u32.const 23)) (u32.const 2))
(assert_return (invoke "a-sum-borrows" (u32.const 1) (u32.const 2)) (u32.const 123))
(assert_return (invoke "a-sum-borrows" (u32.const 2) (u32.const 2)) (u32.const 46))
;; load_list, lift_own: handles in a list are passed
(assert_return (invoke "a-sum-owns" (u32.const 1) (u32.const 2)) (u32.const 123))
(assert_return (invoke "drops") (u32.const 2))
(assert_trap (invoke "a-look" (u32.const 1)) "unknown handle index 1")
;; load_list, lift_own: trap if one handle is twice in a list
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 100)) (u32.const 1))
(assert_trap (invoke "a-sum-owns" (u32.const 1) (u32.const 1)) "unknown handle index 1")
;; lift_flat_variant: an option of a handle passes it if there is one
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 9)) (u32.const 1))
(assert_return (invoke "a-take-option" (u32.const 1) (u32.const 1)) (u32.const 9))
(assert_trap (invoke "a-look" (u32.const 1)) "unknown handle index 1")
;; lift_flat_variant: what isn't part of the case is no handle
(component instance $i $Passing)
(assert_return (invoke "a-make" (u32.const 9)) (u32.const 1))
(assert_return (invoke "a-take-option" (u32.const 0) (u32.const 1)) (u32.const 0xffffffff))
(assert_return (invoke "a-look" (u32.const 1)) (u32.const 9))

;; lower_borrow: who doesn't define the resource gets a handle for a borrow, in its own table
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 1)) (u32.const 1))
(assert_return (invoke "c-make" (u32.const 2)) (u32.const 2))
(assert_return (invoke "c-borrowed-index" (u32.const 2)) (u32.const 1))
;; canon resource.drop: a dropped borrow's index is free
(assert_return (invoke "c-borrowed-index" (u32.const 1)) (u32.const 1))
;; canon resource.drop: the drop of a borrow runs no destructor
(assert_return (invoke "drops") (u32.const 0))
;; canon resource.drop: the drop of a borrow leaves the own handle alone
(assert_return (invoke "c-look" (u32.const 2)) (u32.const 2))
;; lower_borrow: a borrow gets the next index, after the own handles that the callee has
(assert_return (invoke "b-make" (u32.const 3)) (u32.const 1))
(assert_return (invoke "c-borrowed-index" (u32.const 1)) (u32.const 2))

;; Task.return_: trap if a borrow hasn't been dropped
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "c-keep" (u32.const 1)) "borrow handles still remain at the end of the call")
;; Task.return_: ... each of them
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 1)) (u32.const 1))
(assert_return (invoke "c-make" (u32.const 2)) (u32.const 2))
(assert_trap (invoke "c-drop-one-of-two" (u32.const 1) (u32.const 2)) "borrow handles still remain")
;; lower_borrow: one own handle that is lent twice is two borrows
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "c-drop-one-of-two" (u32.const 1) (u32.const 1)) "borrow handles still remain")
;; canon resource.drop: trap if a borrow has been dropped
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "c-drop-twice" (u32.const 1)) "unknown handle index 1")
;; lift_borrow: a borrow may be lent on
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 44)) (u32.const 1))
(assert_return (invoke "c-lend-on" (u32.const 1)) (u32.const 44))
;; lift_borrow: ... more than once
(assert_return (invoke "c-lend-on-twice" (u32.const 1)) (u32.const 88))
;; lift_borrow: trap if the borrow has been dropped
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 44)) (u32.const 1))
(assert_trap (invoke "c-look-after-drop" (u32.const 1)) "unknown handle index 1")
;; lift_own: trap if it is a borrow
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 44)) (u32.const 1))
(assert_trap (invoke "c-take-borrowed" (u32.const 1)) "cannot lift own resource from a borrow")
;; canon lower: after the call the own handle can be dropped
(component instance $i $Passing)
(assert_return (invoke "c-make" (u32.const 45)) (u32.const 1))
(assert_return (invoke "c-lend-on" (u32.const 1)) (u32.const 45))
(assert_return (invoke "c-drop" (u32.const 1)))
(assert_return (invoke "last") (u32.const 45))

;; lift_own, lower_own: between two components that both import the resource
(component instance $i $Passing)
(assert_return (invoke "b-make" (u32.const 1)) (u32.const 1))
(assert_return (invoke "c-make" (u32.const 71)) (u32.const 1))
(assert_return (invoke "c-receive" (u32.const 1)) (u32.const 2))
(assert_return (invoke "b-look" (u32.const 2)) (u32.const 71))
;; lift_own: no destructor has run; it does when the new owner drops it
(assert_return (invoke "drops") (u32.const 0))
(assert_return (invoke "b-drop" (u32.const 2)))
(assert_return (invoke "last") (u32.const 71))
;; lift_own: the old owner doesn't have it
(assert_trap (invoke "c-drop" (u32.const 1)) "unknown handle index 1")

;; Two providers of one component: their resources are of two types.
(component definition $Two
  (component $Provider
    (type $R' (resource (rep i32)))
    (export $R "r" (type $R'))
    (core func $new (canon resource.new $R))
    (core module $M (func (export "same") (param i32) (result i32) (local.get 0)))
    (core instance $m (instantiate $M))
    (func (export "make") (param "rep" u32) (result (own $R)) (canon lift (core func $new)))
    (func (export "look") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "same")))
    (func (export "give-back") (param "r" (own $R)) (result (own $R)) (canon lift (core func $m "same"))))
  (component $Consumer
    (import "x" (instance $x
      (export "r" (type $R (sub resource)))
      (export "make" (func (param "rep" u32) (result (own $R))))
      (export "look" (func (param "r" (borrow $R)) (result u32)))
      (export "give-back" (func (param "r" (own $R)) (result (own $R))))))
    (import "y" (instance $y
      (export "r" (type $R (sub resource)))
      (export "make" (func (param "rep" u32) (result (own $R))))
      (export "look" (func (param "r" (borrow $R)) (result u32)))
      (export "give-back" (func (param "r" (own $R)) (result (own $R))))))
    (alias export $x "r" (type $XR))
    (alias export $y "r" (type $YR))
    (core func $x-make (canon lower (func $x "make")))
    (core func $y-make (canon lower (func $y "make")))
    (core func $x-look (canon lower (func $x "look")))
    (core func $y-look (canon lower (func $y "look")))
    (core func $x-give-back (canon lower (func $x "give-back")))
    (core func $y-give-back (canon lower (func $y "give-back")))
    (core func $x-drop (canon resource.drop $XR))
    (core func $y-drop (canon resource.drop $YR))
    (func (export "x-make") (param "rep" u32) (result u32) (canon lift (core func $x-make)))
    (func (export "y-make") (param "rep" u32) (result u32) (canon lift (core func $y-make)))
    (func (export "x-look") (param "r" u32) (result u32) (canon lift (core func $x-look)))
    (func (export "y-look") (param "r" u32) (result u32) (canon lift (core func $y-look)))
    (func (export "x-give-back") (param "r" u32) (result u32) (canon lift (core func $x-give-back)))
    (func (export "y-give-back") (param "r" u32) (result u32) (canon lift (core func $y-give-back)))
    (func (export "x-drop") (param "r" u32) (canon lift (core func $x-drop)))
    (func (export "y-drop") (param "r" u32) (canon lift (core func $y-drop))))
  (instance $x (instantiate $Provider))
  (instance $y (instantiate $Provider))
  (instance $c (instantiate $Consumer (with "x" (instance $x)) (with "y" (instance $y))))
  (export "x-make" (func $c "x-make"))
  (export "y-make" (func $c "y-make"))
  (export "x-look" (func $c "x-look"))
  (export "y-look" (func $c "y-look"))
  (export "x-give-back" (func $c "x-give-back"))
  (export "y-give-back" (func $c "y-give-back"))
  (export "x-drop" (func $c "x-drop"))
  (export "y-drop" (func $c "y-drop"))
)
;; ComponentInstance.handles: imported types share one table
(component instance $i $Two)
(assert_return (invoke "x-make" (u32.const 1)) (u32.const 1))
(assert_return (invoke "y-make" (u32.const 2)) (u32.const 2))
(assert_return (invoke "x-look" (u32.const 1)) (u32.const 1))
(assert_return (invoke "y-look" (u32.const 2)) (u32.const 2))
;; lift_borrow: trap if it is of another type, though of one definition
(assert_trap (invoke "x-look" (u32.const 2)) "used with the wrong type")
;; lift_own: trap if it is of another type
(component instance $i $Two)
(assert_return (invoke "x-make" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "y-give-back" (u32.const 1)) "used with the wrong type")
;; canon resource.drop: trap if it is of another type
(component instance $i $Two)
(assert_return (invoke "x-make" (u32.const 1)) (u32.const 1))
(assert_trap (invoke "y-drop" (u32.const 1)) "used with the wrong type")

;; One provider that is imported under two names, as two abstract types.
(component definition $Twice
  (component $Provider
    (type $R' (resource (rep i32)))
    (export $R "r" (type $R'))
    (core func $new (canon resource.new $R))
    (core module $M (func (export "same") (param i32) (result i32) (local.get 0)))
    (core instance $m (instantiate $M))
    (func (export "make") (param "rep" u32) (result (own $R)) (canon lift (core func $new)))
    (func (export "look") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "same"))))
  (component $Consumer
    (import "x" (instance $x
      (export "r" (type $R (sub resource)))
      (export "make" (func (param "rep" u32) (result (own $R))))))
    (import "y" (instance $y
      (export "r" (type $R (sub resource)))
      (export "look" (func (param "r" (borrow $R)) (result u32)))))
    (alias export $y "r" (type $YR))
    (core func $make (canon lower (func $x "make")))
    (core func $look (canon lower (func $y "look")))
    (core func $drop (canon resource.drop $YR))
    (func (export "x-make") (param "rep" u32) (result u32) (canon lift (core func $make)))
    (func (export "y-look") (param "r" u32) (result u32) (canon lift (core func $look)))
    (func (export "y-drop") (param "r" u32) (canon lift (core func $drop))))
  (instance $p (instantiate $Provider))
  (instance $c (instantiate $Consumer (with "x" (instance $p)) (with "y" (instance $p))))
  (export "x-make" (func $c "x-make"))
  (export "y-look" (func $c "y-look"))
  (export "y-drop" (func $c "y-drop"))
)
;; Explainer.md, "Type Checking": that both are one type is not visible to the child at runtime: trap if a borrow is
;; lifted as the other one
(component instance $i $Twice)
(assert_return (invoke "x-make" (u32.const 6)) (u32.const 1))
(assert_trap (invoke "y-look" (u32.const 1)) "used with the wrong type")
;; ... or if a handle is dropped as the other one
(component instance $i $Twice)
(assert_return (invoke "x-make" (u32.const 6)) (u32.const 1))
(assert_trap (invoke "y-drop" (u32.const 1)) "used with the wrong type")

;; A component that hands out handles of a resource that it has from another one, and keeps one of them.
(component
  (component $Provider
    (type $R' (resource (rep i32)))
    (export $R "r" (type $R'))
    (core func $new (canon resource.new $R))
    (core module $M (func (export "same") (param i32) (result i32) (local.get 0)))
    (core instance $m (instantiate $M))
    (func (export "make") (param "rep" u32) (result (own $R)) (canon lift (core func $new)))
    (func (export "look") (param "r" (borrow $R)) (result u32) (canon lift (core func $m "same"))))
  (component $Middle
    (import "provider" (instance $p
      (export "r" (type $R (sub resource)))
      (export "make" (func (param "rep" u32) (result (own $R))))
      (export "look" (func (param "r" (borrow $R)) (result u32)))))
    (alias export $p "r" (type $R))
    (export $R' "s" (type $R))
    (core func $make (canon lower (func $p "make")))
    (core func $look (canon lower (func $p "look")))
    (core module $M
      (import "" "make" (func $make (param i32) (result i32)))
      (import "" "look" (func $look (param i32) (result i32)))
      (global $kept (mut i32) (i32.const 0))
      (func (export "make") (param i32) (result i32)
        (global.set $kept (call $make (i32.add (local.get 0) (i32.const 1))))
        (call $make (local.get 0)))
      (func (export "kept") (result i32) (call $look (global.get $kept))))
    (core instance $m (instantiate $M (with "" (instance (export "make" (func $make)) (export "look" (func $look))))))
    (func (export "make") (param "rep" u32) (result (own $R')) (canon lift (core func $m "make")))
    (func (export "kept") (result u32) (canon lift (core func $m "kept"))))
  (component $Consumer
    (import "provider" (instance $p
      (export "r" (type $R (sub resource)))
      (export "look" (func (param "r" (borrow $R)) (result u32)))))
    (alias export $p "r" (type $R))
    (import "middle" (instance $middle
      (export "s" (type $S (eq $R)))
      (export "make" (func (param "rep" u32) (result (own $S))))))
    (core func $make (canon lower (func $middle "make")))
    (core func $look (canon lower (func $p "look")))
    (core module $M
      (import "" "make" (func $make (param i32) (result i32)))
      (import "" "look" (func $look (param i32) (result i32)))
      (func (export "run") (result i32) (call $look (call $make (i32.const 20)))))
    (core instance $m (instantiate $M (with "" (instance (export "make" (func $make)) (export "look" (func $look))))))
    (func (export "run") (result u32) (canon lift (core func $m "run"))))
  (instance $p (instantiate $Provider))
  (instance $middle (instantiate $Middle (with "provider" (instance $p))))
  (instance $c (instantiate $Consumer (with "provider" (instance $p)) (with "middle" (instance $middle))))
  (export "run" (func $c "run"))
  (export "kept" (func $middle "kept"))
)
;; Explainer.md, "Type Checking": what is exported again is the same type
(assert_return (invoke "run") (u32.const 20))
;; lift_own: what wasn't returned is still there
(assert_return (invoke "kept") (u32.const 21))

;; A destructor in another component that traps.
(component
  (component $Provider
    (core module $Dtor (func (export "dtor") (param i32) (drop (i32.div_u (i32.const 1) (local.get 0)))))
    (core instance $dtor (instantiate $Dtor))
    (type $R' (resource (rep i32) (dtor (func $dtor "dtor"))))
    (export $R "r" (type $R'))
    (core func $new (canon resource.new $R))
    (func (export "make") (param "rep" u32) (result (own $R)) (canon lift (core func $new))))
  (component $Consumer
    (import "provider" (instance $p
      (export "r" (type $R (sub resource)))
      (export "make" (func (param "rep" u32) (result (own $R))))))
    (alias export $p "r" (type $R))
    (core func $make (canon lower (func $p "make")))
    (core func $drop (canon resource.drop $R))
    (core module $M
      (import "" "make" (func $make (param i32) (result i32)))
      (import "" "drop" (func $drop (param i32)))
      (func (export "run") (param i32) (call $drop (call $make (local.get 0)))))
    (core instance $m (instantiate $M (with "" (instance (export "make" (func $make)) (export "drop" (func $drop))))))
    (func (export "run") (param "rep" u32) (canon lift (core func $m "run"))))
  (instance $p (instantiate $Provider))
  (instance $c (instantiate $Consumer (with "provider" (instance $p))))
  (export "run" (func $c "run"))
)
(assert_return (invoke "run" (u32.const 1)))
;; call_and_trap_on_throw: a trap of a destructor is one of who drops
(assert_trap (invoke "run" (u32.const 0)) "integer divide by zero")
