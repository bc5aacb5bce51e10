;;! reference_types = true
;;! multi_memory = true
;; CanonicalABI.md, "Despecialization": an option is a variant of the cases none and some. So "Loading" (load_variant),
;; "Storing" (store_variant), "Flat Lifting" and "Flat Lowering" of variants.

;; --- load_variant, seen by the host ----------------------------------------------------------------------------------

;; An option has two flat values at least, so as a result it is loaded from where the host says.
(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    ;; of u8, at 1 of 2 bytes: none, some(7), and what is neither
    (data (i32.const 64) "\00\ee\01\07\02\07\ff\07")
    ;; of u16, at 2 of 4 bytes
    (data (i32.const 72) "\00\ee\ee\ee\01\ee\34\12")
    ;; of u64, at 8 of 16 bytes
    (data (i32.const 80) "\01\ee\ee\ee\ee\ee\ee\ee\08\07\06\05\04\03\02\01")
    ;; of a string, at 4 of 12 bytes: some, none with what would be out of bounds, some with it
    (data (i32.const 96) "\01\ee\ee\ee\c0\00\00\00\04\00\00\00")
    (data (i32.const 108) "\00\ee\ee\ee\ff\ff\ff\ff\ff\ff\ff\ff")
    (data (i32.const 120) "\01\ee\ee\ee\ff\ff\00\00\02\00\00\00")
    ;; of char, at 4 of 8 bytes: none with a surrogate, some with it
    (data (i32.const 136) "\00\ee\ee\ee\00\d8\00\00\01\ee\ee\ee\00\d8\00\00")
    ;; of an option of u8, at 1 and 2 of 3 bytes: none, some(none), some(some(7)), some(neither)
    (data (i32.const 160) "\00\ee\ee\01\00\ee\01\01\07\01\02\07")
    ;; of a record of u8 and u32, at 4 and 8 of 12 bytes
    (data (i32.const 176) "\01\ee\ee\ee\05\ee\ee\ee\06\00\00\00")
    (data (i32.const 192) "text")
    (func (export "same") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "u8") (param "at" u32) (result (option u8)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "u16") (param "at" u32) (result (option u16)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "u64") (param "at" u32) (result (option u64)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "string") (param "at" u32) (result (option string)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "char") (param "at" u32) (result (option char)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "option") (param "at" u32) (result (option (option u8)))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "tuple") (param "at" u32) (result (option (tuple u8 u32)))
    (canon lift (core func $i "same") (memory $mem))))

(component instance $i $Lift)
;; load_variant: 0 is none, whatever there is behind it
(assert_return (invoke "u8" (u32.const 64)) (option.none))
(assert_return (invoke "string" (u32.const 108)) (option.none))
(assert_return (invoke "char" (u32.const 136)) (option.none))
;; load_variant: 1 is some; the payload is at the next multiple of its alignment
(assert_return (invoke "u8" (u32.const 66)) (option.some (u8.const 7)))
(assert_return (invoke "u16" (u32.const 76)) (option.some (u16.const 0x1234)))
(assert_return (invoke "u64" (u32.const 80)) (option.some (u64.const 0x0102030405060708)))
(assert_return (invoke "string" (u32.const 96)) (option.some (str.const "text")))
(assert_return (invoke "tuple" (u32.const 176)) (option.some (tuple.const (u8.const 5) (u32.const 6))))
;; load_variant: an option in an option
(assert_return (invoke "option" (u32.const 160)) (option.none))
(assert_return (invoke "option" (u32.const 163)) (option.some (option.none)))
(assert_return (invoke "option" (u32.const 166)) (option.some (option.some (u8.const 7))))

;; load_variant: trap_if(case_index >= len(cases)): 2 is the first that is no case
(assert_trap (invoke "u8" (u32.const 68)) "out of range")
(component instance $i $Lift)
(assert_trap (invoke "u8" (u32.const 70)) "out of range")
;; ... in an option
(component instance $i $Lift)
(assert_trap (invoke "option" (u32.const 169)) "out of range")
;; load_variant: the traps of the payload: of load_string_from_range, of convert_i32_to_char
(component instance $i $Lift)
(assert_trap (invoke "string" (u32.const 120)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "char" (u32.const 144)) "not a Unicode scalar value")
;; lift_flat_values: trap_if(ptr != align_to(ptr, alignment)): as the payload's
(component instance $i $Lift)
(assert_trap (invoke "u16" (u32.const 73)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "u64" (u32.const 84)) "not aligned")
;; lift_flat_values: trap_if(ptr + elem_size > len(memory)): of none too
(component instance $i $Lift)
(assert_trap (invoke "u8" (u32.const 65535)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "u64" (u32.const 65528)) "out of bounds")

;; --- lower_flat_variant and store_variant, from the host -------------------------------------------------------------

;; Functions like "u8" give the number of the case and what comes after it, as high and low bits of a number; those like
;; "u8-stored" store a list at 64, amidst bytes that are 0xaa, and give the 8 bytes that are there then.
(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
      i32.const 64)
    (func (export "i32-i32") (param i32 i32) (result i64)
      (i64.or (i64.shl (i64.extend_i32_u (local.get 0)) (i64.const 32)) (i64.extend_i32_u (local.get 1))))
    (func (export "i32-f32") (param i32 f32) (result i64)
      (i64.or
        (i64.shl (i64.extend_i32_u (local.get 0)) (i64.const 32))
        (i64.extend_i32_u (i32.reinterpret_f32 (local.get 1)))))
    (func (export "case") (param i32 i64) (result i32) local.get 0)
    (func (export "payload") (param i32 i64) (result i64) local.get 1)
    (func (export "three") (param i32 i32 i32) (result i32)
      (i32.or
        (i32.or (i32.shl (local.get 0) (i32.const 16))
        (i32.shl (local.get 1) (i32.const 8)))
        (local.get 2)))
    (func (export "length") (param i32 i32 i32) (result i32) local.get 2)
    (func (export "stored") (param i32 i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "u8") (param "v" (option u8)) (result u64) (canon lift (core func $i "i32-i32")))
  (func (export "s8") (param "v" (option s8)) (result u64) (canon lift (core func $i "i32-i32")))
  (func (export "f32") (param "v" (option f32)) (result u64) (canon lift (core func $i "i32-f32")))
  (func (export "u64-case") (param "v" (option u64)) (result u32) (canon lift (core func $i "case")))
  (func (export "u64-payload") (param "v" (option u64)) (result u64) (canon lift (core func $i "payload")))
  (func (export "option") (param "v" (option (option u8))) (result u32) (canon lift (core func $i "three")))
  (func (export "string-length") (param "v" (option string)) (result u32)
    (canon lift (core func $i "length") (memory $mem) (realloc $realloc)))
  (func (export "u8-stored") (param "v" (list (option u8))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "u32-stored") (param "v" (list (option u32))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "option-stored") (param "v" (list (option (option u8)))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc))))

;; lower_flat_variant: none is 0, and zeros for the payload
(assert_return (invoke "u8" (option.none)) (u64.const 0))
(assert_return (invoke "f32" (option.none)) (u64.const 0))
(assert_return (invoke "u64-case" (option.none)) (u32.const 0))
(assert_return (invoke "u64-payload" (option.none)) (u64.const 0))
(assert_return (invoke "string-length" (option.none)) (u32.const 0))
;; lower_flat_variant: some is 1, and the payload
(assert_return (invoke "u8" (option.some (u8.const 0xff))) (u64.const 0x1000000ff))
(assert_return (invoke "s8" (option.some (s8.const -1))) (u64.const 0x1ffffffff))
(assert_return (invoke "f32" (option.some (f32.const -0))) (u64.const 0x180000000))
(assert_return (invoke "u64-case" (option.some (u64.const 5))) (u32.const 1))
(assert_return (invoke "u64-payload" (option.some (u64.const 0xffffffffffffffff))) (u64.const 0xffffffffffffffff))
(assert_return (invoke "string-length" (option.some (str.const "text"))) (u32.const 4))
;; lower_flat_variant: an option in an option
(assert_return (invoke "option" (option.none)) (u32.const 0x000000))
(assert_return (invoke "option" (option.some (option.none))) (u32.const 0x010000))
(assert_return (invoke "option" (option.some (option.some (u8.const 7)))) (u32.const 0x010107))
;; store_variant: the discriminant and the payload, and no other byte
(assert_return (invoke "u8-stored" (list.const (option.some (u8.const 7)) (option.none) (option.some (u8.const 8))))
  (u64.const 0xaaaa0801aa000701))
(assert_return (invoke "u32-stored" (list.const (option.some (u32.const 7)))) (u64.const 0x00000007aaaaaa01))
(assert_return (invoke "u32-stored" (list.const (option.none))) (u64.const 0xaaaaaaaaaaaaaa00))
(assert_return (invoke "option-stored" (list.const (option.some (option.some (u8.const 7)))
  (option.some (option.none))))
  (u64.const 0xaaaaaa0001070101))

;; --- from a component to another one ---------------------------------------------------------------------------------

(component definition $Pass
  (component $To
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\00\ee\ee\ee\00\d8\00\00\01\ee\ee\ee\ac\20\00\00\02\ee\ee\ee\61\00\00\00")
      (func (export "pair") (param i32 i32) (result i64)
        (i64.or (i64.shl (i64.extend_i32_u (local.get 0)) (i64.const 32)) (i64.extend_i32_u (local.get 1))))
      (func (export "same") (param i32) (result i32) local.get 0))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (func (export "u8") (param "v" (option u8)) (result u64) (canon lift (core func $i "pair")))
    (func (export "char") (param "v" (option char)) (result u64) (canon lift (core func $i "pair")))
    (func (export "get") (param "at" u32) (result (option char)) (canon lift (core func $i "same") (memory $mem))))
  (component $From
    (import "u8" (func $u8 (param "v" (option u8)) (result u64)))
    (import "char" (func $char (param "v" (option char)) (result u64)))
    (import "get" (func $get (param "at" u32) (result (option char))))
    (core module $libc (memory (export "memory") 1))
    (core instance $libc (instantiate $libc))
    (alias core export $libc "memory" (core memory $mem))
    (core func $u8' (canon lower (func $u8)))
    (core func $char' (canon lower (func $char)))
    (core func $get' (canon lower (func $get) (memory $mem)))
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
    (func (export "u8") (param "case" u32) (param "payload" u32) (result u64) (canon lift (core func $u8')))
    (func (export "char") (param "case" u32) (param "payload" u32) (result u64) (canon lift (core func $char')))
    (func (export "get") (param "at" u32) (result u64) (canon lift (core func $i "get"))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From
    (with "u8" (func $to "u8")) (with "char" (func $to "char")) (with "get" (func $to "get"))))
  (export "u8" (func $from "u8"))
  (export "char" (func $from "char"))
  (export "get" (func $from "get")))

(component instance $i $Pass)
;; lift_flat_variant, then lower_flat_variant: of none the payload is ignored, and zero arrives
(assert_return (invoke "u8" (u32.const 0) (u32.const 0xff)) (u64.const 0))
(assert_return (invoke "char" (u32.const 0) (u32.const 0xd800)) (u64.const 0))
;; ... of some it is lifted and lowered by its type
(assert_return (invoke "u8" (u32.const 1) (u32.const 0xfff)) (u64.const 0x1000000ff))
(assert_return (invoke "char" (u32.const 1) (u32.const 0x20ac)) (u64.const 0x1000020ac))
;; load_variant, then store_variant: of none nothing is stored but the discriminant
(assert_return (invoke "get" (u32.const 64)) (u64.const 0xaaaaaaaaaaaaaa00))
;; ... of some the payload is
(assert_return (invoke "get" (u32.const 72)) (u64.const 0x000020acaaaaaa01))
;; lift_flat_variant: trap_if(case_index >= len(cases))
(assert_trap (invoke "u8" (u32.const 2) (u32.const 0)) "invalid variant discriminant")
(component instance $i $Pass)
(assert_trap (invoke "u8" (u32.const 0x101) (u32.const 0)) "invalid variant discriminant")
;; load_variant: trap_if(case_index >= len(cases))
(component instance $i $Pass)
(assert_trap (invoke "get" (u32.const 80)) "invalid variant discriminant")
;; lift_flat_variant: the trap of convert_i32_to_char for the payload
(component instance $i $Pass)
(assert_trap (invoke "char" (u32.const 1) (u32.const 0xd800)) "invalid `char` bit pattern")
