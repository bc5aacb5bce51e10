;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true
;; CanonicalABI.md, "Despecialization": a tuple is a record whose fields are named by their positions. So "Loading"
;; (load_record), "Storing" (store_record), "Flat Lifting" and "Flat Lowering" of records.

;; --- lift_flat_record and load_record, seen by the host --------------------------------------------------------------

(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    ;; 7, 8 of u8; then (u8, u32, u8) at 0 4 8 of 12 bytes
    (data (i32.const 64) "\07\08\ee\ee\01\ee\ee\ee\02\00\00\80\03\ee\ee\ee")
    ;; (u64, u8) at 0 8 of 16 bytes
    (data (i32.const 80) "\08\07\06\05\04\03\02\01\09\ee\ee\ee\ee\ee\ee\ee")
    ;; (u8, (u8, u16), u8) at 0 2 4 6 of 8 bytes
    (data (i32.const 96) "\01\ee\02\ee\03\00\04\ee")
    ;; (string, f64) at 0 8 of 16 bytes
    (data (i32.const 112) "\80\00\00\00\03\00\00\00\00\00\00\00\00\00\f8\3f")
    (data (i32.const 128) "abc")
    (func (export "same") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "one") (param "core" u32) (result (tuple s16)) (canon lift (core func $i "same")))
  (func (export "nested-one") (param "core" u32) (result (tuple (tuple bool))) (canon lift (core func $i "same")))
  (func (export "pair") (param "at" u32) (result (tuple u8 u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "triple") (param "at" u32) (result (tuple u8 u32 s8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "tail") (param "at" u32) (result (tuple u64 u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "nested") (param "at" u32) (result (tuple u8 (tuple u8 u16) u8))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "text") (param "at" u32) (result (tuple string f64)) (canon lift (core func $i "same") (memory $mem))))

(component instance $i $Lift)
;; lift_flat_record: one element of one flat value, as if it were alone
(assert_return (invoke "one" (u32.const 0xffff8000)) (tuple.const (s16.const -32768)))
(assert_return (invoke "nested-one" (u32.const 2)) (tuple.const (tuple.const (bool.const true))))
;; load_record: elements of 1 byte follow each other, at any pointer
(assert_return (invoke "pair" (u32.const 64)) (tuple.const (u8.const 7) (u8.const 8)))
(assert_return (invoke "pair" (u32.const 65)) (tuple.const (u8.const 8) (u8.const 0xee)))
;; load_record: each element at the next multiple of its alignment
(assert_return (invoke "triple" (u32.const 68)) (tuple.const (u8.const 1) (u32.const 0x80000002) (s8.const 3)))
(assert_return (invoke "tail" (u32.const 80)) (tuple.const (u64.const 0x0102030405060708) (u8.const 9)))
;; load_record: a tuple in a tuple is aligned as a whole
(assert_return (invoke "nested" (u32.const 96))
  (tuple.const (u8.const 1) (tuple.const (u8.const 2) (u16.const 3)) (u8.const 4)))
;; load_record: a pair of pointer and length, before something that is aligned to 8
(assert_return (invoke "text" (u32.const 112)) (tuple.const (str.const "abc") (f64.const 1.5)))
;; lift_flat_values: up to the end of memory is within it
(assert_return (invoke "pair" (u32.const 65534)) (tuple.const (u8.const 0) (u8.const 0)))
;; lift_flat_values: trap_if(ptr + elem_size > len(memory)): one byte too far
(assert_trap (invoke "pair" (u32.const 65535)) "out of bounds")
;; ... with the last field within memory, but not the padding after it
(component instance $i $Lift)
(assert_trap (invoke "triple" (u32.const 65528)) "out of bounds")
;; ... at the highest of all pointers
(component instance $i $Lift)
(assert_trap (invoke "pair" (u32.const 0xffffffff)) "out of bounds")

;; --- lower_flat_record and store_record, from the host ---------------------------------------------------------------

(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 64)
    (func (export "digits") (param i32 i32 i32) (result i32)
      (i32.add
        (i32.add (i32.mul (local.get 0) (i32.const 100))
        (i32.mul (local.get 1) (i32.const 10)))
        (local.get 2)))
    (func (export "third") (param i32 f32 i64) (result i64) local.get 2)
    (func (export "u8-at") (param i32 i32 i32) (result i32) (i32.load8_u (i32.add (local.get 0) (local.get 2))))
    (func (export "u64-at") (param i32 i32 i32) (result i64) (i64.load (i32.add (local.get 0) (local.get 2)))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "triple") (param "v" (tuple u8 u16 u32)) (result u32) (canon lift (core func $i "digits")))
  (func (export "nested") (param "v" (tuple (tuple u8) (tuple u16 u32))) (result u32)
    (canon lift (core func $i "digits")))
  (func (export "spread") (param "a" (tuple u8 u16)) (param "b" u32) (result u32) (canon lift (core func $i "digits")))
  (func (export "third") (param "v" (tuple bool f32 s64)) (result s64) (canon lift (core func $i "third")))
  (func (export "u8-at") (param "v" (list (tuple u8 u64 bool))) (param "offset" u32) (result u32)
    (canon lift (core func $i "u8-at") (memory $mem) (realloc $realloc)))
  (func (export "u64-at") (param "v" (list (tuple u8 u64 bool))) (param "offset" u32) (result u64)
    (canon lift (core func $i "u64-at") (memory $mem) (realloc $realloc))))

;; lower_flat_record: the flat values of the elements, in their order
(assert_return (invoke "triple" (tuple.const (u8.const 1) (u16.const 2) (u32.const 3))) (u32.const 123))
(assert_return (invoke "third" (tuple.const (bool.const true) (f32.const 2) (s64.const -3))) (s64.const -3))
;; lower_flat_record: those of tuples in a tuple, one after the other
(assert_return (invoke "nested" (tuple.const (tuple.const (u8.const 1)) (tuple.const (u16.const 2) (u32.const 3))))
  (u32.const 123))
;; flatten_types: parameters, one after the other
(assert_return (invoke "spread" (tuple.const (u8.const 1) (u16.const 2)) (u32.const 3)) (u32.const 123))
;; store_record: 0, 8 and 16
(assert_return (invoke "u8-at" (list.const (tuple.const (u8.const 1) (u64.const 2) (bool.const true))) (u32.const 0))
  (u32.const 1))
(assert_return (invoke "u64-at" (list.const (tuple.const (u8.const 1) (u64.const 2) (bool.const true))) (u32.const 8))
  (u64.const 2))
(assert_return (invoke "u8-at" (list.const (tuple.const (u8.const 1) (u64.const 2) (bool.const true))) (u32.const 16))
  (u32.const 1))
;; elem_size_record: 24
(assert_return (invoke "u8-at"
  (list.const (tuple.const (u8.const 1) (u64.const 2) (bool.const true))
    (tuple.const (u8.const 4) (u64.const 5) (bool.const true)))
  (u32.const 24)) (u32.const 4))

;; --- from a component to another one ---------------------------------------------------------------------------------

(component
  (component $To
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\01\ee\02\ee\03\00\04\ee")
      (func (export "digits") (param i32 i32 i32) (result i32)
        (i32.add
          (i32.add (i32.mul (local.get 0) (i32.const 100))
          (i32.mul (local.get 1) (i32.const 10)))
          (local.get 2)))
      (func (export "get") (result i32) i32.const 64))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (func (export "digits") (param "v" (tuple u8 (tuple u8 u32))) (result u32) (canon lift (core func $i "digits")))
    (func (export "get") (result (tuple u8 (tuple u8 u16) bool)) (canon lift (core func $i "get") (memory $mem))))
  (component $From
    (import "digits" (func $digits (param "v" (tuple u8 (tuple u8 u32))) (result u32)))
    (import "get" (func $get (result (tuple u8 (tuple u8 u16) bool))))
    (core module $libc
      (memory (export "memory") 1)
      (func $fill (memory.fill (i32.const 64) (i32.const 0xaa) (i32.const 64)))
      (start $fill))
    (core instance $libc (instantiate $libc))
    (alias core export $libc "memory" (core memory $mem))
    (core func $digits' (canon lower (func $digits)))
    (core func $get' (canon lower (func $get) (memory $mem)))
    (core module $m
      (import "libc" "memory" (memory 1))
      (import "" "get" (func $get (param i32)))
      (func (export "got") (param $at i32) (result i64)
        (call $get (i32.const 80))
        (i64.load (local.get $at))))
    (core instance $i (instantiate $m
      (with "libc" (instance $libc))
      (with "" (instance (export "get" (func $get'))))))
    (func (export "digits") (param "a" u32) (param "b" u32) (param "c" u32) (result u32)
      (canon lift (core func $digits')))
    (func (export "got") (param "at" u32) (result u64) (canon lift (core func $i "got"))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From (with "digits" (func $to "digits")) (with "get" (func $to "get"))))
  (export "digits" (func $from "digits"))
  (export "got" (func $from "got")))

;; lift_flat_record, then lower_flat_record: each element is lifted and lowered by its type
(assert_return (invoke "digits" (u32.const 0xff01) (u32.const 0xff02) (u32.const 3)) (u32.const 123))
;; load_record, then store_record: the elements, in their places, and no byte between them
(assert_return (invoke "got" (u32.const 80)) (u64.const 0xaa010003aa02aa01))
;; ... nor around them
(assert_return (invoke "got" (u32.const 72)) (u64.const 0xaaaaaaaaaaaaaaaa))
(assert_return (invoke "got" (u32.const 88)) (u64.const 0xaaaaaaaaaaaaaaaa))
