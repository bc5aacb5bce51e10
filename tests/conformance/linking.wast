;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; Instances, aliases, imports and exports.
;; Explainer.md, "Instance Definitions", "Alias Definitions", "Type Checking" (subtyping of modules and instances) and
;; "Import and Export Definitions".

;; import: a function by its name
(component
  (import "host-return-two" (func $two (result u32)))
  (core func $two' (canon lower (func $two)))
  (func (export "f") (result u32) (canon lift (core func $two')))
)
(assert_return (invoke "f") (u32.const 2))
;; import: functions of an instance, and of an instance in it
(component
  (import "host" (instance $host
    (export "return-three" (func (result u32)))
    (export "nested" (instance
      (export "return-four" (func (result u32)))))))
  (core func $three (canon lower (func $host "return-three")))
  (core func $four (canon lower (func $host "nested" "return-four")))
  (func (export "three") (result u32) (canon lift (core func $three)))
  (func (export "four") (result u32) (canon lift (core func $four)))
)
(assert_return (invoke "three") (u32.const 3))
(assert_return (invoke "four") (u32.const 4))
;; import: one that is never used has to be supplied, too
(assert_unlinkable
  (component (import "no-such-function" (func)))
  "was not found")
;; import: names are compared as they're written
(assert_unlinkable
  (component (import "HOST-return-two" (func (result u32))))
  "was not found")
;; import: a part of a name is none
(assert_unlinkable
  (component (import "host-return" (func (result u32))))
  "was not found")
;; import: an instance that isn't there
(assert_unlinkable
  (component (import "no-such-instance" (instance (export "f" (func)))))
  "was not found")
;; import: a function that an instance hasn't got
(assert_unlinkable
  (component (import "host" (instance (export "no-such-function" (func)))))
  "was not found")
;; import: ... nor an instance in the instance
(assert_unlinkable
  (component (import "host" (instance (export "nested" (instance (export "no-such-function" (func)))))))
  "was not found")
;; import: the names of an instance aren't those of the root
(assert_unlinkable
  (component (import "return-three" (func (result u32))))
  "was not found")
;; import: ... nor the other way round
(assert_unlinkable
  (component (import "host" (instance (export "host-return-two" (func (result u32))))))
  "was not found")
;; import: a resource that isn't there
(assert_unlinkable
  (component (import "no-such-resource" (type (sub resource))))
  "was not found")
;; import: a module that isn't there
(assert_unlinkable
  (component (import "no-such-module" (core module)))
  "was not found")

;; import: an instance where a function is asked for
(assert_unlinkable
  (component (import "host" (func)))
  "expected function found instance")
(assert_unlinkable
  (component (import "host" (instance (export "nested" (func)))))
  "expected function found instance")
;; import: a resource where a function is asked for
(assert_unlinkable
  (component (import "host" (instance (export "resource1" (func)))))
  "expected function found resource")
;; import: a module where a function is asked for
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (func)))))
  "expected function found module")
;; import: a function where an instance is asked for
(assert_unlinkable
  (component (import "host-return-two" (instance)))
  "expected instance found func")
(assert_unlinkable
  (component (import "host-return-two" (instance (export "f" (func)))))
  "expected instance found func")
;; import: a function where a resource is asked for
(assert_unlinkable
  (component (import "host-return-two" (type (sub resource))))
  "expected resource found func")
(assert_unlinkable
  (component (import "host" (instance (export "return-three" (type (sub resource))))))
  "expected resource found func")
;; import: an instance where a resource is asked for
(assert_unlinkable
  (component (import "host" (type (sub resource))))
  "expected resource found instance")
;; import: a module where a resource is asked for
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (type (sub resource))))))
  "expected resource found module")
;; import: a function where a module is asked for
(assert_unlinkable
  (component (import "host-return-two" (core module)))
  "expected module found func")
;; import: an instance where a module is asked for
(assert_unlinkable
  (component (import "host" (core module)))
  "expected module found instance")
;; import: a resource where a module is asked for
(assert_unlinkable
  (component (import "host" (instance (export "resource1" (core module)))))
  "expected module found resource")

;; import: a module of the host's, instantiated
(component
  (import "host" (instance $host
    (export "simple-module" (core module
      (export "f" (func (result i32)))
      (export "g" (global i32))))))
  (core instance $simple (instantiate (module $host "simple-module")))
  (core module $M
    (import "simple" "g" (global $g i32))
    (func (export "g") (result i32) (global.get $g)))
  (core instance $m (instantiate $M (with "simple" (instance $simple))))
  (func (export "f") (result u32) (canon lift (core func $simple "f")))
  (func (export "g") (result u32) (canon lift (core func $m "g")))
)
(assert_return (invoke "f") (u32.const 101))
(assert_return (invoke "g") (u32.const 100))
;; Type Checking: a module may export more than is asked for
(component
  (import "host" (instance (export "simple-module" (core module (export "g" (global i32))))))
)
(component
  (import "host" (instance (export "simple-module" (core module))))
)
;; Type Checking: a module may import less than it is given
(component
  (import "host" (instance $host
    (export "simple-module" (core module
      (import "env" "unused" (func (param i32)))
      (export "f" (func (result i32)))))))
  (core module $Env (func (export "unused") (param i32)))
  (core instance $env (instantiate $Env))
  (core instance $simple (instantiate (module $host "simple-module") (with "env" (instance $env))))
  (func (export "f") (result u32) (canon lift (core func $simple "f")))
)
(assert_return (invoke "f") (u32.const 101))
;; Type Checking: a module that doesn't export what is asked for
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "h" (func)))))))
  "module export `h` not defined")
;; Type Checking: a module that exports something else: a function of another type
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "f" (func)))))))
  "module export `f` has the wrong type")
;; ... with other results
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "f" (func (result i64))))))))
  "module export `f` has the wrong type")
;; ... with parameters
(assert_unlinkable
  (component
    (import "host" (instance (export "simple-module" (core module (export "f" (func (param i32) (result i32))))))))
  "module export `f` has the wrong type")
;; ... a global of another type
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "g" (global i64)))))))
  "module export `g` has the wrong type")
;; ... a global that is mutable
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "g" (global (mut i32))))))))
  "module export `g` has the wrong type")
;; ... or of another kind
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "g" (func)))))))
  "expected func found global")
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "f" (global i32)))))))
  "expected global found func")
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "f" (memory 1)))))))
  "expected memory found func")
(assert_unlinkable
  (component (import "host" (instance (export "simple-module" (core module (export "f" (table 1 funcref)))))))
  "expected table found func")

;; A module that another component of the script exports.
(component $modules
  (core module (export "counter")
    (global $n (mut i32) (i32.const 0))
    (func (export "next") (result i32)
      (global.set $n (i32.add (global.get $n) (i32.const 1)))
      (global.get $n)))
  (core module (export "all")
    (func (export "f") (param i32) (result i32) (local.get 0))
    (table (export "t") 2 5 funcref)
    (memory (export "m") 2 5)
    (global (export "c") i64 (i64.const 1))
    (global (export "v") (mut f32) (f32.const 1)))
  (core module (export "importing")
    (import "env" "f" (func $f (param i32) (result i32)))
    (import "env" "m" (memory 2 5))
    (func (export "f") (result i32) (call $f (i32.const 20)))))
;; import: modules by the instance's name; each instantiation has a state of its own
(component
  (import "modules" (instance $modules
    (export "counter" (core module (export "next" (func (result i32)))))))
  (core instance $one (instantiate (module $modules "counter")))
  (core instance $two (instantiate (module $modules "counter")))
  (func (export "one") (result u32) (canon lift (core func $one "next")))
  (func (export "two") (result u32) (canon lift (core func $two "next")))
)
(assert_return (invoke "one") (u32.const 1))
(assert_return (invoke "one") (u32.const 2))
(assert_return (invoke "two") (u32.const 1))
;; import: what a module imports comes from who instantiates it
(component
  (import "modules" (instance $modules
    (export "importing" (core module
      (import "env" "f" (func (param i32) (result i32)))
      (import "env" "m" (memory 2 5))
      (export "f" (func (result i32)))))))
  (core module $Env
    (func (export "f") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
    (memory (export "m") 2 5))
  (core instance $env (instantiate $Env))
  (core instance $i (instantiate (module $modules "importing") (with "env" (instance $env))))
  (func (export "f") (result u32) (canon lift (core func $i "f")))
)
(assert_return (invoke "f") (u32.const 21))
;; Type Checking: a module that imports something that it isn't given
(assert_unlinkable
  (component (import "modules" (instance (export "importing" (core module
    (import "env" "f" (func (param i32) (result i32)))
    (export "f" (func (result i32))))))))
  "module import `env::m` not defined")
;; ... or is given as something else
(assert_unlinkable
  (component (import "modules" (instance (export "importing" (core module
    (import "env" "f" (func (param i64) (result i32)))
    (import "env" "m" (memory 2 5)))))))
  "module import `env::f` has the wrong type")
;; ... here a memory that may be too small
(assert_unlinkable
  (component (import "modules" (instance (export "importing" (core module
    (import "env" "f" (func (param i32) (result i32)))
    (import "env" "m" (memory 1 5)))))))
  "module import `env::m` has the wrong type")
;; ... or grow too large
(assert_unlinkable
  (component (import "modules" (instance (export "importing" (core module
    (import "env" "f" (func (param i32) (result i32)))
    (import "env" "m" (memory 2)))))))
  "module import `env::m` has the wrong type")
;; Type Checking: what is given may be more than what is imported: a larger memory that can grow less
(component (import "modules" (instance (export "importing" (core module
  (import "env" "f" (func (param i32) (result i32)))
  (import "env" "m" (memory 3 4)))))))
;; Type Checking: what is exported may be more than what is asked for: a larger memory and table that can grow less
(component (import "modules" (instance (export "all" (core module
  (export "m" (memory 1))
  (export "t" (table 1 6 funcref)))))))
;; ... but not less: a memory
(assert_unlinkable
  (component (import "modules" (instance (export "all" (core module (export "m" (memory 3)))))))
  "module export `m` has the wrong type")
(assert_unlinkable
  (component (import "modules" (instance (export "all" (core module (export "m" (memory 1 4)))))))
  "module export `m` has the wrong type")
;; ... a table
(assert_unlinkable
  (component (import "modules" (instance (export "all" (core module (export "t" (table 3 funcref)))))))
  "module export `t` has the wrong type")
(assert_unlinkable
  (component (import "modules" (instance (export "all" (core module (export "t" (table 2 4 funcref)))))))
  "module export `t` has the wrong type")
(assert_unlinkable
  (component (import "modules" (instance (export "all" (core module (export "t" (table 2 5 externref)))))))
  "module export `t` has the wrong type")
;; ... a global that isn't mutable
(assert_unlinkable
  (component (import "modules" (instance (export "all" (core module (export "v" (global f32)))))))
  "module export `v` has the wrong type")

;; instantiate: a nested component gets what it imports by `with`, under its own names
(component
  (import "host-return-two" (func $two (result u32)))
  (import "host" (instance $host (export "return-three" (func (result u32)))))
  (component $C
    (import "x" (func $x (result u32)))
    (import "y" (func $y (result u32)))
    (core func $x' (canon lower (func $x)))
    (core func $y' (canon lower (func $y)))
    (core module $M
      (import "" "x" (func $x (result i32)))
      (import "" "y" (func $y (result i32)))
      (func (export "f") (result i32) (i32.sub (i32.mul (call $x) (i32.const 10)) (call $y))))
    (core instance $m (instantiate $M (with "" (instance (export "x" (func $x')) (export "y" (func $y'))))))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (instance $one (instantiate $C (with "x" (func $two)) (with "y" (func $host "return-three"))))
  (instance $two (instantiate $C (with "y" (func $two)) (with "x" (func $host "return-three"))))
  (export "one" (func $one "f"))
  (export "two" (func $two "f"))
)
(assert_return (invoke "one") (u32.const 17))
(assert_return (invoke "two") (u32.const 28))

;; instantiate: each instance has a state of its own
(component
  (component $Counter
    (core module $M
      (global $n (mut i32) (i32.const 0))
      (func (export "next") (result i32)
        (global.set $n (i32.add (global.get $n) (i32.const 1)))
        (global.get $n)))
    (core instance $m (instantiate $M))
    (func (export "next") (result u32) (canon lift (core func $m "next"))))
  (instance $one (instantiate $Counter))
  (instance $two (instantiate $Counter))
  (export "one" (func $one "next"))
  (export "two" (func $two "next"))
  (export "one-again" (func $one "next"))
)
(assert_return (invoke "one") (u32.const 1))
(assert_return (invoke "one") (u32.const 2))
(assert_return (invoke "two") (u32.const 1))
;; export: what is exported twice is one
(assert_return (invoke "one-again") (u32.const 3))

;; instanceexpr: an instance may be put together of what there is, under other names, and passed
(component
  (import "host-return-two" (func $two (result u32)))
  (component $Three
    (core module $M (func (export "three") (result i32) (i32.const 3)))
    (core instance $m (instantiate $M))
    (func (export "three") (result u32) (canon lift (core func $m "three"))))
  (instance $three (instantiate $Three))
  (instance $inner (export "b" (func $three "three")))
  (instance $both (export "a" (func $two)) (export "inner" (instance $inner)))
  (component $C
    (import "both" (instance $both
      (export "a" (func (result u32)))
      (export "inner" (instance (export "b" (func (result u32)))))))
    (core func $a (canon lower (func $both "a")))
    (core func $b (canon lower (func $both "inner" "b")))
    (core module $M
      (import "" "a" (func $a (result i32)))
      (import "" "b" (func $b (result i32)))
      (func (export "f") (result i32) (i32.add (i32.mul (call $a) (i32.const 10)) (call $b))))
    (core instance $m (instantiate $M (with "" (instance (export "a" (func $a)) (export "b" (func $b))))))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (instance $c (instantiate $C (with "both" (instance $both))))
  ;; The same written inline.
  (instance $d (instantiate $C
    (with "both" (instance
      (export "a" (func $three "three"))
      (export "inner" (instance $inner))))))
  (export "c" (func $c "f"))
  (export "d" (func $d "f"))
)
(assert_return (invoke "c") (u32.const 23))
(assert_return (invoke "d") (u32.const 33))

;; Type Checking: an instance may export more than what is imported
(component
  (component $All
    (core module $M
      (func (export "one") (result i32) (i32.const 1))
      (func (export "two") (result i32) (i32.const 2)))
    (core instance $m (instantiate $M))
    (func (export "one") (result u32) (canon lift (core func $m "one")))
    (func (export "two") (result u32) (canon lift (core func $m "two"))))
  (component $Some
    (import "all" (instance $all (export "two" (func (result u32)))))
    (export "f" (func $all "two")))
  (instance $all (instantiate $All))
  (instance $some (instantiate $Some (with "all" (instance $all))))
  (export "f" (func $some "f"))
)
(assert_return (invoke "f") (u32.const 2))

;; core:instantiatearg: core instances by the first name of an import, their exports by the second
(component
  (core module $A (func (export "f") (result i32) (i32.const 1)) (func (export "g") (result i32) (i32.const 2)))
  (core module $B (func (export "f") (result i32) (i32.const 3)))
  (core instance $a (instantiate $A))
  (core instance $b (instantiate $B))
  (core module $C
    (import "a" "f" (func $af (result i32)))
    (import "a" "g" (func $ag (result i32)))
    (import "b" "f" (func $bf (result i32)))
    (func (export "f") (result i32)
      (i32.add (i32.mul (i32.add (i32.mul (call $af) (i32.const 10)) (call $ag)) (i32.const 10)) (call $bf))))
  (core instance $c (instantiate $C (with "a" (instance $a)) (with "b" (instance $b))))
  ;; core:inlineexport: under other names
  (core instance $d (instantiate $C
    (with "b" (instance $a))
    (with "a" (instance (export "f" (func $b "f")) (export "g" (func $a "f"))))))
  (func (export "c") (result u32) (canon lift (core func $c "f")))
  (func (export "d") (result u32) (canon lift (core func $d "f")))
)
(assert_return (invoke "c") (u32.const 123))
(assert_return (invoke "d") (u32.const 311))

;; alias core export: memories, tables and globals are shared by the core instances that get them
(component
  (core module $State
    (memory (export "memory") 1)
    (table (export "table") 1 funcref)
    (global (export "global") (mut i32) (i32.const 0)))
  (core instance $state (instantiate $State))
  (alias core export $state "memory" (core memory $memory))
  (alias core export $state "table" (core table $table))
  (alias core export $state "global" (core global $global))
  (core module $Write
    (import "s" "m" (memory 1))
    (import "s" "t" (table 1 funcref))
    (import "s" "g" (global $g (mut i32)))
    (elem (i32.const 0) func $seven)
    (func $seven (result i32) (i32.const 7))
    (func (export "write") (param i32)
      (i32.store (i32.const 0) (local.get 0))
      (global.set $g (i32.mul (local.get 0) (i32.const 2)))))
  (core module $Read
    (type $f (func (result i32)))
    (import "s" "m" (memory 1))
    (import "s" "t" (table 1 funcref))
    (import "s" "g" (global $g (mut i32)))
    (func (export "memory") (result i32) (i32.load (i32.const 0)))
    (func (export "table") (result i32) (call_indirect (type $f) (i32.const 0)))
    (func (export "global") (result i32) (global.get $g)))
  (core instance $s (export "m" (memory $memory)) (export "t" (table $table)) (export "g" (global $global)))
  (core instance $write (instantiate $Write (with "s" (instance $s))))
  (core instance $read (instantiate $Read (with "s" (instance $s))))
  (func (export "write") (param "n" u32) (canon lift (core func $write "write")))
  (func (export "memory") (result u32) (canon lift (core func $read "memory")))
  (func (export "table") (result u32) (canon lift (core func $read "table")))
  (func (export "global") (result u32) (canon lift (core func $read "global")))
)
(assert_return (invoke "write" (u32.const 33)))
(assert_return (invoke "memory") (u32.const 33))
(assert_return (invoke "table") (u32.const 7))
(assert_return (invoke "global") (u32.const 66))

;; alias outer: modules and components of the components around
(component $Outermost
  (core module $M (func (export "f") (result i32) (i32.const 5)))
  (component $C
    (core instance $m (instantiate $M))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (component $D
    (component $E
      (alias outer $Outermost $C (component $C'))
      (instance $c (instantiate $C'))
      (export "f" (func $c "f")))
    (instance $e (instantiate $E))
    (export "f" (func $e "f")))
  (instance $d (instantiate $D))
  (export "f" (func $d "f"))
)
(assert_return (invoke "f") (u32.const 5))

;; import: a component imports a module and a component, which it instantiates
(component
  (core module $Module (func (export "f") (result i32) (i32.const 11)))
  (component $Component
    (import "n" (func $n (result u32)))
    (core func $n' (canon lower (func $n)))
    (core module $M
      (import "" "n" (func $n (result i32)))
      (func (export "f") (result i32) (i32.add (call $n) (i32.const 100))))
    (core instance $m (instantiate $M (with "" (instance (export "n" (func $n'))))))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (component $User
    (import "module" (core module $Module (export "f" (func (result i32)))))
    (import "component" (component $Component
      (import "n" (func (result u32)))
      (export "f" (func (result u32)))))
    (component $N
      (core instance $m (instantiate $Module))
      (func (export "n") (result u32) (canon lift (core func $m "f"))))
    (instance $n (instantiate $N))
    (instance $c (instantiate $Component (with "n" (func $n "n"))))
    (export "n" (func $n "n"))
    (export "f" (func $c "f")))
  (instance $user (instantiate $User (with "module" (core module $Module)) (with "component" (component $Component))))
  (export "n" (func $user "n"))
  (export "f" (func $user "f"))
)
(assert_return (invoke "n") (u32.const 11))
(assert_return (invoke "f") (u32.const 111))

;; export: what a nested instance exports of modules and components can be instantiated
(component
  (component $Exporting
    (core module (export "m") (func (export "f") (result i32) (i32.const 61)))
    (component (export "c")
      (core module $M (func (export "f") (result i32) (i32.const 62)))
      (core instance $m (instantiate $M))
      (func (export "f") (result u32) (canon lift (core func $m "f")))))
  (instance $exporting (instantiate $Exporting))
  (core instance $m (instantiate (module $exporting "m")))
  (instance $c (instantiate (component $exporting "c")))
  (func (export "m") (result u32) (canon lift (core func $m "f")))
  (export "c" (func $c "f"))
)
(assert_return (invoke "m") (u32.const 61))
(assert_return (invoke "c") (u32.const 62))

;; export: what is imported can be exported
(component
  (import "host-return-two" (func $two (result u32)))
  (component $C
    (import "f" (func $f (result u32)))
    (export "g" (func $f)))
  (instance $c (instantiate $C (with "f" (func $two))))
  (core func $g (canon lower (func $c "g")))
  (func (export "f") (result u32) (canon lift (core func $g)))
)
(assert_return (invoke "f") (u32.const 2))

;; Binary.md, "Import and Export Definitions": an export introduces an index of its own, for what follows
(component
  (core module $M (func (export "f") (result i32) (i32.const 9)))
  (core instance $m (instantiate $M))
  (func $f (result u32) (canon lift (core func $m "f")))
  (export $g "g" (func $f))
  (export "h" (func $g))
)
(assert_return (invoke "g") (u32.const 9))
(assert_return (invoke "h") (u32.const 9))

;; Composition: a pipeline of three instances of two components, each of which gets the one before
(component
  (component $Source
    (core module $M (func (export "get") (result i32) (i32.const 1)))
    (core instance $m (instantiate $M))
    (func $get (result u32) (canon lift (core func $m "get")))
    (instance $stage (export "get" (func $get)))
    (export "stage" (instance $stage)))
  (component $Double
    (import "stage" (instance $before (export "get" (func (result u32)))))
    (core func $get' (canon lower (func $before "get")))
    (core module $M
      (import "" "get" (func $get (result i32)))
      (global $n (mut i32) (i32.const 0))
      (func (export "get") (result i32)
        (global.set $n (i32.add (global.get $n) (i32.const 1)))
        (i32.add (i32.mul (call $get) (i32.const 10)) (global.get $n))))
    (core instance $m (instantiate $M (with "" (instance (export "get" (func $get'))))))
    (func $get (result u32) (canon lift (core func $m "get")))
    (instance $stage (export "get" (func $get)))
    (export "stage" (instance $stage)))
  (instance $source (instantiate $Source))
  (instance $one (instantiate $Double (with "stage" (instance $source "stage"))))
  (instance $two (instantiate $Double (with "stage" (instance $one "stage"))))
  (export "one" (func $one "stage" "get"))
  (export "two" (func $two "stage" "get"))
)
(assert_return (invoke "one") (u32.const 11))
(assert_return (invoke "two") (u32.const 121))
(assert_return (invoke "two") (u32.const 132))

;; instantiation: an argument is of another kind than the import, within an instance
(assert_unlinkable
  (component (import "host" (instance (export "return-three" (instance)))))
  "expected instance found func")
(assert_unlinkable
  (component (import "host" (instance (export "return-three" (instance (export "f" (func)))))))
  "expected instance found func")
