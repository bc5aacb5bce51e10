;;! reference_types = true
;;! multi_memory = true
;; CanonicalABI.md, "Despecialization": a result is a variant of the cases ok and error. So "Loading" (load_variant),
;; "Storing" (store_variant), "Flat Lifting" and "Flat Lowering" of variants.

;; --- lift_flat_variant and load_variant, seen by the host ------------------------------------------------------------

;; A result without payloads is one flat value; others are loaded from where the host says.
(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    ;; one of u8 only, at 1 of 2 bytes: ok or error, and what is neither
    (data (i32.const 64) "\00\07\01\07\02\07\ff\07")
    ;; u8 or u32, at 4 of 8 bytes
    (data (i32.const 72) "\00\ee\ee\ee\07\ee\ee\ee\01\ee\ee\ee\08\07\06\05")
    ;; f64 or a string, at 8 of 16 bytes: ok, error, error with what is out of bounds, ok with those bits
    (data (i32.const 96) "\00\ee\ee\ee\ee\ee\ee\ee\00\00\00\00\00\00\f8\3f")
    (data (i32.const 112) "\01\ee\ee\ee\ee\ee\ee\ee\c0\00\00\00\03\00\00\00")
    (data (i32.const 128) "\01\ee\ee\ee\ee\ee\ee\ee\ff\ff\00\00\02\00\00\00")
    (data (i32.const 144) "\00\ee\ee\ee\ee\ee\ee\ee\ff\ff\00\00\02\00\00\00")
    ;; a result of u8 in a result, at 1 and 2 of 3 bytes: ok(ok(7)), ok(error), error, ok(neither)
    (data (i32.const 160) "\00\00\07\00\01\ee\01\ee\ee\00\02\07")
    (data (i32.const 192) "bad")
    (func (export "same") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "none") (param "core" u32) (result (result)) (canon lift (core func $i "same")))
  (func (export "ok") (param "at" u32) (result (result u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "error") (param "at" u32) (result (result (error u8))) (canon lift (core func $i "same") (memory $mem)))
  (func (export "both") (param "at" u32) (result (result u8 (error u32)))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "text") (param "at" u32) (result (result f64 (error string)))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "nested") (param "at" u32) (result (result (result u8)))
    (canon lift (core func $i "same") (memory $mem))))

(component instance $i $Lift)
;; lift_flat_variant: 0 is ok, 1 is error
(assert_return (invoke "none" (u32.const 0)) (result.ok))
(assert_return (invoke "none" (u32.const 1)) (result.err))
;; load_variant: one payload only; the other case ignores what is there
(assert_return (invoke "ok" (u32.const 64)) (result.ok (u8.const 7)))
(assert_return (invoke "ok" (u32.const 66)) (result.err))
(assert_return (invoke "error" (u32.const 64)) (result.ok))
(assert_return (invoke "error" (u32.const 66)) (result.err (u8.const 7)))
;; load_variant: both payloads are at the next multiple of the larger alignment
(assert_return (invoke "both" (u32.const 72)) (result.ok (u8.const 7)))
(assert_return (invoke "both" (u32.const 80)) (result.err (u32.const 0x05060708)))
(assert_return (invoke "text" (u32.const 96)) (result.ok (f64.const 1.5)))
(assert_return (invoke "text" (u32.const 112)) (result.err (str.const "bad")))
;; load_variant: nothing is checked of the case that it isn't
(assert_return (invoke "text" (u32.const 144)) (result.ok (f64.const 0x20000ffffp-1074)))
;; load_variant: a result in a result
(assert_return (invoke "nested" (u32.const 160)) (result.ok (result.ok (u8.const 7))))
(assert_return (invoke "nested" (u32.const 163)) (result.ok (result.err)))
(assert_return (invoke "nested" (u32.const 166)) (result.err))

;; lift_flat_variant: trap_if(case_index >= len(cases))
(assert_trap (invoke "none" (u32.const 2)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "none" (u32.const 0x100)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "none" (u32.const 0xffffffff)) "out of range")
;; load_variant: trap_if(case_index >= len(cases))
(component instance $i $Lift)
(assert_trap (invoke "ok" (u32.const 68)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "error" (u32.const 70)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "nested" (u32.const 169)) "out of range")
;; load_variant: the trap of load_string_from_range for the payload
(component instance $i $Lift)
(assert_trap (invoke "text" (u32.const 128)) "out of bounds")
;; lift_flat_values: trap_if(ptr != align_to(ptr, alignment)): as the payload's that has the largest
(component instance $i $Lift)
(assert_trap (invoke "both" (u32.const 74)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "text" (u32.const 100)) "not aligned")
;; lift_flat_values: trap_if(ptr + elem_size > len(memory)): as large as the largest case
(component instance $i $Lift)
(assert_trap (invoke "both" (u32.const 65532)) "out of bounds")

;; --- lower_flat_variant and store_variant, from the host -------------------------------------------------------------

;; Functions like "case-both" give the number of the case, those like "payload-both" what comes after it. Those like
;; "stored-both" store a list at 64, amidst bytes that are 0xaa, and give the 8 bytes that are there then.
(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
      i32.const 64)
    (func (export "only") (param i32) (result i32) local.get 0)
    (func (export "case32") (param i32 i32) (result i32) local.get 0)
    (func (export "payload32") (param i32 i32) (result i32) local.get 1)
    (func (export "payload64") (param i32 i64) (result i64) local.get 1)
    (func (export "stored") (param i32 i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "none") (param "v" (result)) (result u32) (canon lift (core func $i "only")))
  (func (export "case-ok") (param "v" (result u8)) (result u32) (canon lift (core func $i "case32")))
  (func (export "payload-ok") (param "v" (result u8)) (result u32) (canon lift (core func $i "payload32")))
  (func (export "case-both") (param "v" (result s8 (error u32))) (result u32) (canon lift (core func $i "case32")))
  (func (export "payload-both") (param "v" (result s8 (error u32))) (result u32)
    (canon lift (core func $i "payload32")))
  (func (export "joined") (param "v" (result s32 (error f64))) (result u64) (canon lift (core func $i "payload64")))
  (func (export "stored-none") (param "v" (list (result))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "stored-both") (param "v" (list (result u8 (error u16)))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc))))

;; lower_flat_variant: ok is 0, error is 1
(assert_return (invoke "none" (result.ok)) (u32.const 0))
(assert_return (invoke "none" (result.err)) (u32.const 1))
(assert_return (invoke "case-ok" (result.ok (u8.const 9))) (u32.const 0))
(assert_return (invoke "case-both" (result.err (u32.const 9))) (u32.const 1))
;; lower_flat_variant: the payload follows, or 0
(assert_return (invoke "payload-ok" (result.ok (u8.const 0xff))) (u32.const 0xff))
(assert_return (invoke "payload-ok" (result.err)) (u32.const 0))
(assert_return (invoke "payload-both" (result.ok (s8.const -1))) (u32.const 0xffffffff))
(assert_return (invoke "payload-both" (result.err (u32.const 0x80000000))) (u32.const 0x80000000))
;; lower_flat_variant: an i32 and an f64 join to i64; the i32 is extended by zeros
(assert_return (invoke "joined" (result.ok (s32.const -1))) (u64.const 0xffffffff))
(assert_return (invoke "joined" (result.err (f64.const 1.5))) (u64.const 0x3ff8000000000000))
;; store_variant: the discriminant and the payload, and no other byte
(assert_return (invoke "stored-none" (list.const (result.err) (result.ok) (result.err))) (u64.const 0xaaaaaaaaaa010001))
(assert_return (invoke "stored-both" (list.const (result.ok (u8.const 7)) (result.err (u16.const 0x1234))))
  (u64.const 0x1234aa01aa07aa00))

;; --- from a component to another one ---------------------------------------------------------------------------------

(component definition $Pass
  (component $To
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\00\ee\ee\ee\00\d8\00\00\01\ee\ee\ee\ac\20\00\00\02\ee\ee\ee\61\00\00\00")
      (func (export "same") (param i32) (result i32) local.get 0)
      (func (export "payload") (param i32 i64) (result i64) local.get 1))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (func (export "none") (param "v" (result)) (result u32) (canon lift (core func $i "same")))
    (func (export "payload") (param "v" (result u16 (error s64))) (result u64) (canon lift (core func $i "payload")))
    (func (export "get") (param "at" u32) (result (result u8 (error char)))
      (canon lift (core func $i "same") (memory $mem)))
    (func (export "get-none") (param "core" u32) (result (result)) (canon lift (core func $i "same"))))
  (component $From
    (import "none" (func $none (param "v" (result)) (result u32)))
    (import "payload" (func $payload (param "v" (result u16 (error s64))) (result u64)))
    (import "get" (func $get (param "at" u32) (result (result u8 (error char)))))
    (import "get-none" (func $get-none (param "core" u32) (result (result))))
    (core module $libc (memory (export "memory") 1))
    (core instance $libc (instantiate $libc))
    (alias core export $libc "memory" (core memory $mem))
    (core func $none' (canon lower (func $none)))
    (core func $payload' (canon lower (func $payload)))
    (core func $get' (canon lower (func $get) (memory $mem)))
    (core func $get-none' (canon lower (func $get-none)))
    (core module $m
      (import "libc" "memory" (memory 1))
      (import "" "get" (func $get (param i32 i32)))
      (func (export "get") (param $at i32) (result i64)
        (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
        (call $get (local.get $at) (i32.const 64))
        (i64.load (i32.const 64))))
    (core instance $i (instantiate $m
      (with "libc" (instance $libc))
      (with "" (instance (export "get" (func $get'))))))
    (func (export "none") (param "case" u32) (result u32) (canon lift (core func $none')))
    (func (export "payload") (param "case" u32) (param "payload" u64) (result u64) (canon lift (core func $payload')))
    (func (export "get") (param "at" u32) (result u64) (canon lift (core func $i "get")))
    (func (export "get-none") (param "case" u32) (result u32) (canon lift (core func $get-none'))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From
    (with "none" (func $to "none")) (with "payload" (func $to "payload"))
    (with "get" (func $to "get")) (with "get-none" (func $to "get-none"))))
  (export "none" (func $from "none"))
  (export "payload" (func $from "payload"))
  (export "get" (func $from "get"))
  (export "get-none" (func $from "get-none")))

(component instance $i $Pass)
;; lift_flat_variant, then lower_flat_variant: the case
(assert_return (invoke "none" (u32.const 0)) (u32.const 0))
(assert_return (invoke "none" (u32.const 1)) (u32.const 1))
(assert_return (invoke "get-none" (u32.const 1)) (u32.const 1))
;; ... the payload: of an i64 that stands for an i32 the low bits, of those the type's
(assert_return (invoke "payload" (u32.const 0) (u64.const 0xffffffffffff1234)) (u64.const 0x1234))
(assert_return (invoke "payload" (u32.const 1) (u64.const 0xffffffffffff1234)) (u64.const 0xffffffffffff1234))
;; load_variant, then store_variant: the discriminant and the payload, and no other byte
(assert_return (invoke "get" (u32.const 64)) (u64.const 0xaaaaaa00aaaaaa00))
(assert_return (invoke "get" (u32.const 72)) (u64.const 0x000020acaaaaaa01))
;; lift_flat_variant: trap_if(case_index >= len(cases)), of a parameter and of a result
(assert_trap (invoke "none" (u32.const 2)) "invalid variant discriminant")
(component instance $i $Pass)
(assert_trap (invoke "payload" (u32.const 0xffffffff) (u64.const 0)) "invalid variant discriminant")
(component instance $i $Pass)
(assert_trap (invoke "get-none" (u32.const 2)) "invalid variant discriminant")
;; load_variant: trap_if(case_index >= len(cases))
(component instance $i $Pass)
(assert_trap (invoke "get" (u32.const 80)) "invalid variant discriminant")
