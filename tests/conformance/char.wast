;;! reference_types = true
;;! multi_memory = true
;; CanonicalABI.md, "Loading" (convert_i32_to_char), "Storing" (char_to_i32), "Flat Lifting" and "Flat Lowering": char.

;; --- lift_flat and load, seen by the host ----------------------------------------------------------------------------

;; "flat" lifts the code that it is given, "loaded" has it loaded from memory, "list" too, as the second of two
;; elements.
(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    (func (export "flat") (param i32) (result i32) local.get 0)
    (func (export "loaded") (param i32) (result i32)
      (i32.store8 (i32.const 16) (i32.const 7))
      (i32.store (i32.const 20) (local.get 0))
      i32.const 16)
    (func (export "list") (param i32) (result i32)
      (i32.store (i32.const 16) (i32.const 0x61))
      (i32.store (i32.const 20) (local.get 0))
      (i32.store (i32.const 32) (i32.const 16))
      (i32.store (i32.const 36) (i32.const 2))
      i32.const 32))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "flat") (param "code" u32) (result char) (canon lift (core func $i "flat")))
  (func (export "loaded") (param "code" u32) (result (tuple u8 char))
    (canon lift (core func $i "loaded") (memory $mem)))
  (func (export "list") (param "code" u32) (result (list char)) (canon lift (core func $i "list") (memory $mem))))

(component instance $i $Lift)
;; convert_i32_to_char: one code of each length in UTF-8
(assert_return (invoke "flat" (u32.const 0x61)) (char.const "a"))
(assert_return (invoke "flat" (u32.const 0xe9)) (char.const "\u{e9}"))
(assert_return (invoke "flat" (u32.const 0x20ac)) (char.const "\u{20ac}"))
(assert_return (invoke "flat" (u32.const 0x1f600)) (char.const "\u{1f600}"))
;; convert_i32_to_char: 0 is a char
(assert_return (invoke "flat" (u32.const 0)) (char.const "\u{0}"))
;; convert_i32_to_char: the last before the surrogates and the first after them
(assert_return (invoke "flat" (u32.const 0xd7ff)) (char.const "\u{d7ff}"))
(assert_return (invoke "flat" (u32.const 0xe000)) (char.const "\u{e000}"))
;; convert_i32_to_char: the ends of the first plane, noncharacters included, and of the last one
(assert_return (invoke "flat" (u32.const 0xffff)) (char.const "\u{ffff}"))
(assert_return (invoke "flat" (u32.const 0x10000)) (char.const "\u{10000}"))
(assert_return (invoke "flat" (u32.const 0x10ffff)) (char.const "\u{10ffff}"))
;; load CharType: 4 bytes, little endian, aligned to 4
(assert_return (invoke "loaded" (u32.const 0x61)) (tuple.const (u8.const 7) (char.const "a")))
(assert_return (invoke "loaded" (u32.const 0xd7ff)) (tuple.const (u8.const 7) (char.const "\u{d7ff}")))
(assert_return (invoke "loaded" (u32.const 0xe000)) (tuple.const (u8.const 7) (char.const "\u{e000}")))
(assert_return (invoke "loaded" (u32.const 0x10ffff)) (tuple.const (u8.const 7) (char.const "\u{10ffff}")))
(assert_return (invoke "list" (u32.const 0x10ffff)) (list.const (char.const "a") (char.const "\u{10ffff}")))

;; convert_i32_to_char: trap_if(0xD800 <= i <= 0xDFFF), flat
(assert_trap (invoke "flat" (u32.const 0xd800)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "flat" (u32.const 0xdbff)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "flat" (u32.const 0xdc00)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "flat" (u32.const 0xdfff)) "not a Unicode scalar value")
;; convert_i32_to_char: trap_if(i >= 0x110000), flat; i is unsigned
(component instance $i $Lift)
(assert_trap (invoke "flat" (u32.const 0x110000)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "flat" (u32.const 0x80000061)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "flat" (u32.const 0xffffffff)) "not a Unicode scalar value")
;; convert_i32_to_char: trap_if(0xD800 <= i <= 0xDFFF), loaded
(component instance $i $Lift)
(assert_trap (invoke "loaded" (u32.const 0xd800)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "loaded" (u32.const 0xdfff)) "not a Unicode scalar value")
;; convert_i32_to_char: trap_if(i >= 0x110000), loaded
(component instance $i $Lift)
(assert_trap (invoke "loaded" (u32.const 0x110000)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "loaded" (u32.const 0xffffffff)) "not a Unicode scalar value")
;; convert_i32_to_char: both, for an element of a list
(component instance $i $Lift)
(assert_trap (invoke "list" (u32.const 0xdabc)) "not a Unicode scalar value")
(component instance $i $Lift)
(assert_trap (invoke "list" (u32.const 0x110000)) "not a Unicode scalar value")

;; --- lower_flat and store, from the host -----------------------------------------------------------------------------

(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "flat") (param i32) (result i32) local.get 0)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
      i32.const 64)
    (func (export "stored") (param i32 i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "flat") (param "v" char) (result u32) (canon lift (core func $i "flat")))
  (func (export "stored") (param "v" (list char)) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc))))

;; char_to_i32: the code
(assert_return (invoke "flat" (char.const "a")) (u32.const 0x61))
(assert_return (invoke "flat" (char.const "\u{0}")) (u32.const 0))
(assert_return (invoke "flat" (char.const "\u{d7ff}")) (u32.const 0xd7ff))
(assert_return (invoke "flat" (char.const "\u{e000}")) (u32.const 0xe000))
(assert_return (invoke "flat" (char.const "\u{1f600}")) (u32.const 0x1f600))
(assert_return (invoke "flat" (char.const "\u{10ffff}")) (u32.const 0x10ffff))
;; store CharType: 4 bytes, little endian
(assert_return (invoke "stored" (list.const (char.const "\u{1f600}"))) (u64.const 0xaaaaaaaa0001f600))

;; --- between two components ------------------------------------------------------------------------------------------

;; "flat" passes the code as a parameter, "result" has it as a result of the other component, "list" in a list.
(component definition $Pass
  (component $Callee
    (core module $m
      (memory (export "memory") 1)
      (func (export "same") (param i32) (result i32) local.get 0)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 64)
      (func (export "first") (param i32 i32) (result i32) (i32.load (local.get 0))))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "flat") (param "v" char) (result u32) (canon lift (core func $i "same")))
    (func (export "result") (param "code" u32) (result char) (canon lift (core func $i "same")))
    (func (export "list") (param "v" (list char)) (result u32)
      (canon lift (core func $i "first") (memory $mem) (realloc $realloc))))
  (component $Caller
    (import "flat" (func $flat (param "v" char) (result u32)))
    (import "result" (func $result (param "code" u32) (result char)))
    (import "list" (func $list (param "v" (list char)) (result u32)))
    (core module $libc (memory (export "memory") 1))
    (core instance $libc (instantiate $libc))
    (alias core export $libc "memory" (core memory $mem))
    (core func $flat' (canon lower (func $flat)))
    (core func $result' (canon lower (func $result)))
    (core func $list' (canon lower (func $list) (memory $mem)))
    (core module $m
      (import "libc" "memory" (memory 1))
      (import "" "list" (func $list (param i32 i32) (result i32)))
      (func (export "list") (param i32) (result i32)
        (i32.store (i32.const 16) (local.get 0))
        (call $list (i32.const 16) (i32.const 1))))
    (core instance $i (instantiate $m
      (with "libc" (instance $libc))
      (with "" (instance (export "list" (func $list'))))))
    (func (export "flat") (param "code" u32) (result u32) (canon lift (core func $flat')))
    (func (export "result") (param "code" u32) (result u32) (canon lift (core func $result')))
    (func (export "list") (param "code" u32) (result u32) (canon lift (core func $i "list"))))
  (instance $callee (instantiate $Callee))
  (instance $caller (instantiate $Caller
    (with "flat" (func $callee "flat"))
    (with "result" (func $callee "result"))
    (with "list" (func $callee "list"))))
  (export "flat" (func $caller "flat"))
  (export "result" (func $caller "result"))
  (export "list" (func $caller "list")))

(component instance $i $Pass)
;; convert_i32_to_char, then char_to_i32: the same code on the other side
(assert_return (invoke "flat" (u32.const 0)) (u32.const 0))
(assert_return (invoke "flat" (u32.const 0xd7ff)) (u32.const 0xd7ff))
(assert_return (invoke "flat" (u32.const 0xe000)) (u32.const 0xe000))
(assert_return (invoke "flat" (u32.const 0x10ffff)) (u32.const 0x10ffff))
(assert_return (invoke "result" (u32.const 0x10ffff)) (u32.const 0x10ffff))
(assert_return (invoke "list" (u32.const 0xe000)) (u32.const 0xe000))

;; convert_i32_to_char: trap_if(0xD800 <= i <= 0xDFFF), for a parameter, a result and an element
(assert_trap (invoke "flat" (u32.const 0xd800)) "invalid `char` bit pattern")
(component instance $i $Pass)
(assert_trap (invoke "flat" (u32.const 0xdfff)) "invalid `char` bit pattern")
(component instance $i $Pass)
(assert_trap (invoke "result" (u32.const 0xd800)) "invalid `char` bit pattern")
(component instance $i $Pass)
(assert_trap (invoke "list" (u32.const 0xdfff)) "invalid `char` bit pattern")
;; convert_i32_to_char: trap_if(i >= 0x110000), for a parameter, a result and an element
(component instance $i $Pass)
(assert_trap (invoke "flat" (u32.const 0x110000)) "invalid `char` bit pattern")
(component instance $i $Pass)
(assert_trap (invoke "flat" (u32.const 0xffffffff)) "invalid `char` bit pattern")
(component instance $i $Pass)
(assert_trap (invoke "result" (u32.const 0x110000)) "invalid `char` bit pattern")
(component instance $i $Pass)
(assert_trap (invoke "list" (u32.const 0x110000)) "invalid `char` bit pattern")
