;;! reference_types = true
;; Canonical ABI, storing: store_record and store_tuple write the fields of a value. Between them the guest must not find
;; what the host's memory held before: here, what an earlier call has left there.

(component definition $Peek
  (core module $m
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      global.get $next
      (global.set $next (i32.add (global.get $next) (i32.const 128))))
    (func (export "nothing") (param i32 i32))
    (func (export "first") (param i32 i32) (result i64) (i64.load (local.get 0)))
    (func (export "second") (param i32 i32) (result i64) (i64.load offset=8 (local.get 0)))
    (func (export "spilled") (param i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "fill") (param "v" (list u64))
    (canon lift (core func $i "nothing") (memory $mem) (realloc $realloc)))
  (func (export "tuple") (param "v" (list (tuple u32 u8))) (result u64)
    (canon lift (core func $i "first") (memory $mem) (realloc $realloc)))
  (func (export "second-tuple") (param "v" (list (tuple u32 u8))) (result u64)
    (canon lift (core func $i "second") (memory $mem) (realloc $realloc)))
  (func (export "inner") (param "v" (list (tuple u8 u32))) (result u64)
    (canon lift (core func $i "first") (memory $mem) (realloc $realloc)))
  (func (export "nested") (param "v" (list (tuple (tuple u16 u8) u8))) (result u64)
    (canon lift (core func $i "first") (memory $mem) (realloc $realloc)))
  (func (export "spilled")
    (param "p0" u8) (param "p1" u32) (param "p2" u32) (param "p3" u32) (param "p4" u32) (param "p5" u32)
    (param "p6" u32) (param "p7" u32) (param "p8" u32) (param "p9" u32) (param "p10" u32) (param "p11" u32)
    (param "p12" u32) (param "p13" u32) (param "p14" u32) (param "p15" u32) (param "p16" u32)
    (result u64)
    (canon lift (core func $i "spilled") (memory $mem) (realloc $realloc))))

(component instance $i $Peek)
(invoke "fill" (list.const
  (u64.const 0xffffffffffffffff) (u64.const 0xffffffffffffffff) (u64.const 0xffffffffffffffff)
  (u64.const 0xffffffffffffffff) (u64.const 0xffffffffffffffff) (u64.const 0xffffffffffffffff)
  (u64.const 0xffffffffffffffff) (u64.const 0xffffffffffffffff) (u64.const 0xffffffffffffffff)))

;; store_tuple: behind the last field
(assert_return (invoke "tuple" (list.const (tuple.const (u32.const 1) (u8.const 2)))) (u64.const 0x0000000200000001))
;; store_tuple: the same in each element of a list
(assert_return
  (invoke "second-tuple" (list.const
    (tuple.const (u32.const 1) (u8.const 2)) (tuple.const (u32.const 3) (u8.const 4))))
  (u64.const 0x0000000400000003))
;; store_tuple: between two fields
(assert_return (invoke "inner" (list.const (tuple.const (u8.const 1) (u32.const 2)))) (u64.const 0x0000000200000001))
;; store_tuple: behind the last field of an inner one, and behind that of the outer one (the second element follows at 6)
(assert_return
  (invoke "nested" (list.const
    (tuple.const (tuple.const (u16.const 1) (u8.const 2)) (u8.const 3))
    (tuple.const (tuple.const (u16.const 4) (u8.const 5)) (u8.const 6))))
  (u64.const 0x0004000300020001))
;; lower_flat_values: parameters that go through memory
(assert_return
  (invoke "spilled" (u8.const 1)
    (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2)
    (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2) (u32.const 2))
  (u64.const 0x0000000200000001))

;; The same in another store than the one whose call left something.
(component instance $other $Peek)
(assert_return (invoke "tuple" (list.const (tuple.const (u32.const 1) (u8.const 2)))) (u64.const 0x0000000200000001))
