;;! reference_types = true
;;! multi_memory = true
;; CanonicalABI.md, "Element Size" (elem_size_flags), "Loading" (load_flags), "Storing" (store_flags), "Flat Lifting"
;; (lift_flat_flags) and "Flat Lowering" (lower_flat_flags): flags.

;; --- lift_flat_flags and load_flags, seen by the host ----------------------------------------------------------------

;; Functions like "lift9" lift flags with 9 labels from the number that they are given, those like "load9" load them
;; from there, together with the u8 that follows.
(component definition $Lift
  (type $f1' (flags "f0"))
  (export $f1 "type1" (type $f1'))
  (type $f8' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7"))
  (export $f8 "type8" (type $f8'))
  (type $f9' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8"))
  (export $f9 "type9" (type $f9'))
  (type $f16' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"))
  (export $f16 "type16" (type $f16'))
  (type $f17' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15" "f16"))
  (export $f17 "type17" (type $f17'))
  (type $f32' (flags 
    "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"
    "f16" "f17" "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31"))
  (export $f32 "type32" (type $f32'))
  (core module $m
    (memory (export "memory") 1)
    (data (i32.const 64) "\01\07\fe\07\a5\07\ff\07")
    (data (i32.const 80) "\00\01\07\ee\00\fe\07\ee\05\80\07\ee")
    (data (i32.const 96) "\00\00\01\00\07\ee\ee\ee\00\00\fe\ff\07\ee\ee\ee\01\00\00\80\07\ee\ee\ee")
    (func (export "same") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "lift1") (param "core" u32) (result $f1) (canon lift (core func $i "same")))
  (func (export "load1") (param "at" u32) (result (tuple $f1 u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "lift8") (param "core" u32) (result $f8) (canon lift (core func $i "same")))
  (func (export "load8") (param "at" u32) (result (tuple $f8 u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "lift9") (param "core" u32) (result $f9) (canon lift (core func $i "same")))
  (func (export "load9") (param "at" u32) (result (tuple $f9 u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "lift16") (param "core" u32) (result $f16) (canon lift (core func $i "same")))
  (func (export "load16") (param "at" u32) (result (tuple $f16 u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "lift17") (param "core" u32) (result $f17) (canon lift (core func $i "same")))
  (func (export "load17") (param "at" u32) (result (tuple $f17 u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "lift32") (param "core" u32) (result $f32) (canon lift (core func $i "same")))
  (func (export "load32") (param "at" u32) (result (tuple $f32 u8)) (canon lift (core func $i "same") (memory $mem))))

(component instance $i $Lift)
;; unpack_flags_from_int: no bit, no flag
(assert_return (invoke "lift1" (u32.const 0)) (flags.const))
(assert_return (invoke "lift8" (u32.const 0)) (flags.const))
(assert_return (invoke "lift32" (u32.const 0)) (flags.const))
;; unpack_flags_from_int: the first label is the lowest bit
(assert_return (invoke "lift1" (u32.const 1)) (flags.const "f0"))
(assert_return (invoke "lift8" (u32.const 1)) (flags.const "f0"))
(assert_return (invoke "lift8" (u32.const 0xa5)) (flags.const "f0" "f2" "f5" "f7"))
;; unpack_flags_from_int: the last label is the highest bit
(assert_return (invoke "lift8" (u32.const 0x80)) (flags.const "f7"))
(assert_return (invoke "lift9" (u32.const 0x100)) (flags.const "f8"))
(assert_return (invoke "lift16" (u32.const 0x8000)) (flags.const "f15"))
(assert_return (invoke "lift17" (u32.const 0x10000)) (flags.const "f16"))
(assert_return (invoke "lift32" (u32.const 0x80000000)) (flags.const "f31"))
;; unpack_flags_from_int: all bits, all flags
(assert_return (invoke "lift32" (u32.const 0xffffffff)) (flags.const
  "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"
  "f16" "f17" "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31"))
;; unpack_flags_from_int: bits that have no label are ignored
(assert_return (invoke "lift1" (u32.const 0xfffffffe)) (flags.const))
(assert_return (invoke "lift1" (u32.const 0xffffffff)) (flags.const "f0"))
(assert_return (invoke "lift8" (u32.const 0x101)) (flags.const "f0"))
(assert_return (invoke "lift9" (u32.const 0xfffffe00)) (flags.const))
(assert_return (invoke "lift9" (u32.const 0xffffff00)) (flags.const "f8"))
(assert_return (invoke "lift16" (u32.const 0xffff0001)) (flags.const "f0"))
(assert_return (invoke "lift17" (u32.const 0xfffe0000)) (flags.const))
;; load_flags with up to 8 labels: one byte
(assert_return (invoke "load1" (u32.const 64)) (tuple.const (flags.const "f0") (u8.const 7)))
(assert_return (invoke "load8" (u32.const 68)) (tuple.const (flags.const "f0" "f2" "f5" "f7") (u8.const 7)))
;; ... bits that have no label are ignored
(assert_return (invoke "load1" (u32.const 66)) (tuple.const (flags.const) (u8.const 7)))
(assert_return (invoke "load1" (u32.const 70)) (tuple.const (flags.const "f0") (u8.const 7)))
;; load_flags with 9 to 16 labels: two bytes, little endian
(assert_return (invoke "load9" (u32.const 80)) (tuple.const (flags.const "f8") (u8.const 7)))
(assert_return (invoke "load16" (u32.const 88)) (tuple.const (flags.const "f0" "f2" "f15") (u8.const 7)))
;; ... bits that have no label are ignored
(assert_return (invoke "load9" (u32.const 84)) (tuple.const (flags.const) (u8.const 7)))
;; load_flags with 17 to 32 labels: four bytes, little endian
(assert_return (invoke "load17" (u32.const 96)) (tuple.const (flags.const "f16") (u8.const 7)))
(assert_return (invoke "load32" (u32.const 112)) (tuple.const (flags.const "f0" "f31") (u8.const 7)))
;; ... bits that have no label are ignored
(assert_return (invoke "load17" (u32.const 104)) (tuple.const (flags.const) (u8.const 7)))

;; lift_flat_values: trap_if(ptr != align_to(ptr, alignment)): up to 8 labels are aligned to 1, up to 16 to 2, up to 32
;; to 4
(assert_return (invoke "load8" (u32.const 65)) (tuple.const (flags.const "f0" "f1" "f2") (u8.const 0xfe)))
(assert_trap (invoke "load9" (u32.const 81)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "load16" (u32.const 81)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "load17" (u32.const 98)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "load32" (u32.const 114)) "not aligned")

;; --- lower_flat_flags and store_flags, from the host -----------------------------------------------------------------

;; Functions like "store9" store a list of flags at 64, amidst bytes that are 0xaa, and give the 8 bytes that are there
;; then.
(component
  (type $f1' (flags "f0"))
  (export $f1 "type1" (type $f1'))
  (type $f8' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7"))
  (export $f8 "type8" (type $f8'))
  (type $f9' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8"))
  (export $f9 "type9" (type $f9'))
  (type $f16' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"))
  (export $f16 "type16" (type $f16'))
  (type $f17' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15" "f16"))
  (export $f17 "type17" (type $f17'))
  (type $f32' (flags 
    "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"
    "f16" "f17" "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31"))
  (export $f32 "type32" (type $f32'))
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
      i32.const 64)
    (func (export "same") (param i32) (result i32) local.get 0)
    (func (export "stored") (param i32 i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "lower1") (param "v" $f1) (result u32) (canon lift (core func $i "same")))
  (func (export "store1") (param "v" (list $f1)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "lower8") (param "v" $f8) (result u32) (canon lift (core func $i "same")))
  (func (export "store8") (param "v" (list $f8)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "lower9") (param "v" $f9) (result u32) (canon lift (core func $i "same")))
  (func (export "store9") (param "v" (list $f9)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "lower16") (param "v" $f16) (result u32) (canon lift (core func $i "same")))
  (func (export "store16") (param "v" (list $f16)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "lower17") (param "v" $f17) (result u32) (canon lift (core func $i "same")))
  (func (export "store17") (param "v" (list $f17)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "lower32") (param "v" $f32) (result u32) (canon lift (core func $i "same")))
  (func (export "store32") (param "v" (list $f32)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc))))

;; pack_flags_into_int: none, the first, the last
(assert_return (invoke "lower1" (flags.const)) (u32.const 0))
(assert_return (invoke "lower1" (flags.const "f0")) (u32.const 1))
(assert_return (invoke "lower8" (flags.const "f7")) (u32.const 0x80))
(assert_return (invoke "lower9" (flags.const "f8")) (u32.const 0x100))
(assert_return (invoke "lower16" (flags.const "f15")) (u32.const 0x8000))
(assert_return (invoke "lower17" (flags.const "f16")) (u32.const 0x10000))
(assert_return (invoke "lower32" (flags.const "f31")) (u32.const 0x80000000))
;; pack_flags_into_int: some, in whatever order they are named
(assert_return (invoke "lower8" (flags.const "f5" "f0" "f2")) (u32.const 0x25))
(assert_return (invoke "lower32" (flags.const "f31" "f16" "f1")) (u32.const 0x80010002))
;; pack_flags_into_int: all
(assert_return (invoke "lower9" (flags.const "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8")) (u32.const 0x1ff))
(assert_return
  (invoke "lower17" (flags.const "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"
    "f16"))
  (u32.const 0x1ffff))
;; store_flags with up to 8 labels: one byte each
(assert_return (invoke "store1" (list.const (flags.const "f0") (flags.const) (flags.const "f0")))
  (u64.const 0xaaaaaaaaaa010001))
(assert_return (invoke "store8" (list.const (flags.const "f7") (flags.const "f0"))) (u64.const 0xaaaaaaaaaaaa0180))
;; store_flags with 9 to 16 labels: two bytes each
(assert_return (invoke "store9" (list.const (flags.const "f8") (flags.const))) (u64.const 0xaaaaaaaa00000100))
(assert_return (invoke "store16" (list.const (flags.const "f15" "f8") (flags.const "f0")))
  (u64.const 0xaaaaaaaa00018100))
;; store_flags with 17 to 32 labels: four bytes each
(assert_return (invoke "store17" (list.const (flags.const "f16"))) (u64.const 0xaaaaaaaa00010000))
(assert_return (invoke "store32" (list.const (flags.const "f31") (flags.const "f1"))) (u64.const 0x0000000280000000))

;; --- from a component to another one ---------------------------------------------------------------------------------

(component
  (component $To
    (type $f1' (flags "f0"))
    (export $f1 "type1" (type $f1'))
    (type $f9' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8"))
    (export $f9 "type9" (type $f9'))
    (type $f17' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15" "f16"))
    (export $f17 "type17" (type $f17'))
    (type $f32' (flags 
    "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"
    "f16" "f17" "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31"))
    (export $f32 "type32" (type $f32'))
    (core module $m
      (memory (export "memory") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 64)
      (func (export "same") (param i32) (result i32) local.get 0)
      (func (export "stored8") (param i32 i32) (result i32) (i32.load8_u (local.get 0)))
      (func (export "stored16") (param i32 i32) (result i32) (i32.load16_u (local.get 0)))
      (func (export "stored32") (param i32 i32) (result i32) (i32.load (local.get 0))))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "take1") (param "v" $f1) (result u32) (canon lift (core func $i "same")))
    (func (export "list1") (param "v" (list $f1)) (result u32)
      (canon lift (core func $i "stored8") (memory $mem) (realloc $realloc)))
    (func (export "take9") (param "v" $f9) (result u32) (canon lift (core func $i "same")))
    (func (export "list9") (param "v" (list $f9)) (result u32)
      (canon lift (core func $i "stored16") (memory $mem) (realloc $realloc)))
    (func (export "take17") (param "v" $f17) (result u32) (canon lift (core func $i "same")))
    (func (export "list17") (param "v" (list $f17)) (result u32)
      (canon lift (core func $i "stored32") (memory $mem) (realloc $realloc)))
    (func (export "take32") (param "v" $f32) (result u32) (canon lift (core func $i "same")))
    (func (export "list32") (param "v" (list $f32)) (result u32)
      (canon lift (core func $i "stored32") (memory $mem) (realloc $realloc)))
    (func (export "give9") (param "core" u32) (result $f9) (canon lift (core func $i "same"))))
  (component $From
    (import "to" (instance $to
      (type $f1' (flags "f0"))
      (export "type1" (type $f1 (eq $f1')))
      (export "take1" (func (param "v" $f1) (result u32)))
      (export "list1" (func (param "v" (list $f1)) (result u32)))
      (type $f9' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8"))
      (export "type9" (type $f9 (eq $f9')))
      (export "take9" (func (param "v" $f9) (result u32)))
      (export "list9" (func (param "v" (list $f9)) (result u32)))
      (type $f17' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15" "f16"))
      (export "type17" (type $f17 (eq $f17')))
      (export "take17" (func (param "v" $f17) (result u32)))
      (export "list17" (func (param "v" (list $f17)) (result u32)))
      (type $f32' (flags 
    "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15"
    "f16" "f17" "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31"))
      (export "type32" (type $f32 (eq $f32')))
      (export "take32" (func (param "v" $f32) (result u32)))
      (export "list32" (func (param "v" (list $f32)) (result u32)))
      (export "give9" (func (param "core" u32) (result $f9)))))
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\ff\ff\ff\ff"))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (core func $give9 (canon lower (func $to "give9")))
    (func (export "give9") (param "core" u32) (result u32) (canon lift (core func $give9)))
    (core func $take1 (canon lower (func $to "take1")))
    (core func $list1 (canon lower (func $to "list1") (memory $mem)))
    (func (export "take1") (param "core" u32) (result u32) (canon lift (core func $take1)))
    (func (export "list1") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $list1)))
    (core func $take9 (canon lower (func $to "take9")))
    (core func $list9 (canon lower (func $to "list9") (memory $mem)))
    (func (export "take9") (param "core" u32) (result u32) (canon lift (core func $take9)))
    (func (export "list9") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $list9)))
    (core func $take17 (canon lower (func $to "take17")))
    (core func $list17 (canon lower (func $to "list17") (memory $mem)))
    (func (export "take17") (param "core" u32) (result u32) (canon lift (core func $take17)))
    (func (export "list17") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $list17)))
    (core func $take32 (canon lower (func $to "take32")))
    (core func $list32 (canon lower (func $to "list32") (memory $mem)))
    (func (export "take32") (param "core" u32) (result u32) (canon lift (core func $take32)))
    (func (export "list32") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $list32))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From (with "to" (instance $to))))
  (export "take1" (func $from "take1"))
  (export "list1" (func $from "list1"))
  (export "take9" (func $from "take9"))
  (export "list9" (func $from "list9"))
  (export "take17" (func $from "take17"))
  (export "list17" (func $from "list17"))
  (export "take32" (func $from "take32"))
  (export "list32" (func $from "list32"))
  (export "give9" (func $from "give9")))

;; lift_flat_flags, then lower_flat_flags: the bits that have a label arrive
(assert_return (invoke "take1" (u32.const 1)) (u32.const 1))
(assert_return (invoke "take9" (u32.const 0x0a5)) (u32.const 0x0a5))
(assert_return (invoke "take17" (u32.const 0x10000)) (u32.const 0x10000))
(assert_return (invoke "take32" (u32.const 0xdeadbeef)) (u32.const 0xdeadbeef))
;; ... those that have none don't
(assert_return (invoke "take1" (u32.const 0xffffffff)) (u32.const 1))
(assert_return (invoke "take9" (u32.const 0xffffffff)) (u32.const 0x1ff))
(assert_return (invoke "take17" (u32.const 0xffffffff)) (u32.const 0x1ffff))
;; ... nor in a result
(assert_return (invoke "give9" (u32.const 0xfffffe01)) (u32.const 1))
;; load_flags, then store_flags: likewise
(assert_return (invoke "list1" (u32.const 64) (u32.const 1)) (u32.const 1))
(assert_return (invoke "list9" (u32.const 64) (u32.const 1)) (u32.const 0x1ff))
(assert_return (invoke "list17" (u32.const 64) (u32.const 1)) (u32.const 0x1ffff))
(assert_return (invoke "list32" (u32.const 64) (u32.const 1)) (u32.const 0xffffffff))
