;;! reference_types = true
;;! bulk_memory = true
;; CanonicalABI.md, "Loading" (load_string) and "Storing" (store_string): strings in UTF-8, between a guest and the
;; host.

;; --- load_string -----------------------------------------------------------------------------------------------------

;; "at" lifts a result (a pointer to the pair of pointer and length); "second" has the pair inside a tuple.
(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    (data (i32.const 100) "hello, world")
    ;; U+00E9, U+20AC, U+1F600: 2, 3 and 4 bytes
    (data (i32.const 120) "\c3\a9\e2\82\ac\f0\9f\98\80")
    ;; the first and last code of each length
    (data (i32.const 140) "\00\7f\c2\80\df\bf\e0\a0\80\ef\bf\bf\f0\90\80\80\f4\8f\bf\bf")
    ;; the last before the surrogates and the first after them
    (data (i32.const 170) "\ed\9f\bf\ee\80\80")
    ;; a byte order mark and a letter
    (data (i32.const 180) "\ef\bb\bfa")
    ;; what is invalid
    (data (i32.const 200) "a\80b")
    (data (i32.const 210) "a\c3b")
    (data (i32.const 220) "a\c0\80b")
    (data (i32.const 230) "\e0\80\80")
    (data (i32.const 240) "\f0\80\80\80")
    (data (i32.const 250) "\ed\a0\80")
    (data (i32.const 260) "\ed\bf\bf")
    (data (i32.const 270) "\f4\90\80\80")
    (data (i32.const 280) "\ff")
    (data (i32.const 290) "\f8\88\80\80\80")
    (data (i32.const 65531) "tail!")
    (func (export "at") (param i32 i32) (result i32)
      (i32.store (i32.const 8) (local.get 0))
      (i32.store (i32.const 12) (local.get 1))
      i32.const 8)
    (func (export "second") (param i32 i32) (result i32)
      (i32.store8 (i32.const 16) (i32.const 7))
      (i32.store (i32.const 20) (local.get 0))
      (i32.store (i32.const 24) (local.get 1))
      i32.const 16))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "at") (param "ptr" u32) (param "length" u32) (result string)
    (canon lift (core func $i "at") (memory $mem) string-encoding=utf8))
  (func (export "second") (param "ptr" u32) (param "length" u32) (result (tuple u8 string))
    (canon lift (core func $i "second") (memory $mem) string-encoding=utf8))
  ;; canonopt: UTF-8 is what there is if nothing is said
  (func (export "default") (param "ptr" u32) (param "length" u32) (result string)
    (canon lift (core func $i "at") (memory $mem))))

(component instance $i $Lift)
;; load_string_from_range: no code units, an empty string
(assert_return (invoke "at" (u32.const 100) (u32.const 0)) (str.const ""))
;; load_string_from_range: byte_length = tagged_code_units
(assert_return (invoke "at" (u32.const 100) (u32.const 5)) (str.const "hello"))
;; load_string_from_range: alignment = 1, so an odd pointer is fine
(assert_return (invoke "at" (u32.const 101) (u32.const 11)) (str.const "ello, world"))
;; decode('utf-8'): sequences of 2, 3 and 4 bytes
(assert_return (invoke "at" (u32.const 120) (u32.const 2)) (str.const "\u{e9}"))
(assert_return (invoke "at" (u32.const 122) (u32.const 3)) (str.const "\u{20ac}"))
(assert_return (invoke "at" (u32.const 125) (u32.const 4)) (str.const "\u{1f600}"))
(assert_return (invoke "at" (u32.const 120) (u32.const 9)) (str.const "\u{e9}\u{20ac}\u{1f600}"))
;; decode('utf-8'): the first and the last code of each length; NUL is one like others
(assert_return (invoke "at" (u32.const 140) (u32.const 20))
  (str.const "\u{0}\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}"))
;; decode('utf-8'): the codes on both sides of the surrogates
(assert_return (invoke "at" (u32.const 170) (u32.const 6)) (str.const "\u{d7ff}\u{e000}"))
;; decode('utf-8'), not 'utf-8-sig': a byte order mark belongs to the string
(assert_return (invoke "at" (u32.const 180) (u32.const 4)) (str.const "\u{feff}a"))
;; load_string: the pair of pointer and length where a record has it
(assert_return (invoke "second" (u32.const 100) (u32.const 5)) (tuple.const (u8.const 7) (str.const "hello")))
;; canonopt string-encoding: utf8 is the default
(assert_return (invoke "default" (u32.const 122) (u32.const 3)) (str.const "\u{20ac}"))
;; load_string_from_range: up to the end of memory is within it
(assert_return (invoke "at" (u32.const 65531) (u32.const 5)) (str.const "tail!"))
;; load_string_from_range: an empty string may begin at the end of memory
(assert_return (invoke "at" (u32.const 65536) (u32.const 0)) (str.const ""))

;; load_string_from_range: trap_if(ptr + byte_length > len(memory)): one byte too many
(assert_trap (invoke "at" (u32.const 65531) (u32.const 6)) "out of bounds")
;; ... an empty string beyond the end
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 65537) (u32.const 0)) "out of bounds")
;; ... an empty string at the highest of all pointers
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 0xffffffff) (u32.const 0)) "out of bounds")
;; ... a sum that doesn't fit into 32 bits
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 0xffffffff) (u32.const 2)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 100) (u32.const 0xffffffff)) "out of bounds")
;; ... for a string in a record
(component instance $i $Lift)
(assert_trap (invoke "second" (u32.const 65531) (u32.const 6)) "out of bounds")

;; load_string_from_range: trap on UnicodeError: a continuation without a beginning
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 200) (u32.const 3)) "not UTF-8")
;; ... a beginning without its continuation
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 210) (u32.const 3)) "not UTF-8")
;; ... overlong sequences of 2, 3 and 4 bytes
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 220) (u32.const 4)) "not UTF-8")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 230) (u32.const 3)) "not UTF-8")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 240) (u32.const 4)) "not UTF-8")
;; ... surrogates
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 250) (u32.const 3)) "not UTF-8")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 260) (u32.const 3)) "not UTF-8")
;; ... 0x110000
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 270) (u32.const 4)) "not UTF-8")
;; ... bytes that no sequence has
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 280) (u32.const 1)) "not UTF-8")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 290) (u32.const 5)) "not UTF-8")
;; ... a length that ends inside a sequence
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 125) (u32.const 3)) "not UTF-8")
;; ... a pointer that begins inside a sequence
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 126) (u32.const 3)) "not UTF-8")
;; ... for a string in a record
(component instance $i $Lift)
(assert_trap (invoke "second" (u32.const 280) (u32.const 1)) "not UTF-8")

;; --- store_string ----------------------------------------------------------------------------------------------------

;; "take" gives the number of code units that it is told, "bytes" then what they are.
(component
  (core module $m
    (memory (export "memory") 2)
    (global $next (mut i32) (i32.const 65536))
    (func (export "realloc") (param $old i32) (param $size i32) (param $align i32) (param $new i32) (result i32)
      (local $ptr i32)
      (local.set $ptr
        (i32.and (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get $align))))
      (global.set $next (i32.add (local.get $ptr) (local.get $new)))
      (memory.copy (local.get $ptr) (local.get $old)
        (select (local.get $size) (local.get $new) (i32.lt_u (local.get $size) (local.get $new))))
      local.get $ptr)
    (func (export "take") (param i32 i32) (result i32)
      (i32.store (i32.const 0) (local.get 0))
      (i32.store (i32.const 4) (local.get 1))
      local.get 1)
    (func (export "take-second") (param i32 i32 i32) (result i32)
      (i32.store (i32.const 0) (local.get 1))
      (i32.store (i32.const 4) (local.get 2))
      local.get 2)
    (func (export "bytes") (result i32) i32.const 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "take") (param "s" string) (result u32)
    (canon lift (core func $i "take") (memory $mem) (realloc $realloc) string-encoding=utf8))
  (func (export "take-second") (param "s" (tuple u8 string)) (result u32)
    (canon lift (core func $i "take-second") (memory $mem) (realloc $realloc) string-encoding=utf8))
  (func (export "bytes") (result (list u8)) (canon lift (core func $i "bytes") (memory $mem))))

;; store_string_into_range: an empty string has no code units
(assert_return (invoke "take" (str.const "")) (u32.const 0))
;; store_string_into_range: a code unit is a byte; ASCII
(assert_return (invoke "take" (str.const "Hi!")) (u32.const 3))
(assert_return (invoke "bytes") (list.const (u8.const 0x48) (u8.const 0x69) (u8.const 0x21)))
;; encode('utf-8'): NUL is one byte
(assert_return (invoke "take" (str.const "\u{0}")) (u32.const 1))
(assert_return (invoke "bytes") (list.const (u8.const 0)))
;; encode('utf-8'): 2 bytes
(assert_return (invoke "take" (str.const "\u{80}\u{7ff}")) (u32.const 4))
(assert_return (invoke "bytes") (list.const (u8.const 0xc2) (u8.const 0x80) (u8.const 0xdf) (u8.const 0xbf)))
;; encode('utf-8'): 3 bytes, around the surrogates too
(assert_return (invoke "take" (str.const "\u{800}\u{d7ff}\u{e000}\u{ffff}")) (u32.const 12))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xe0) (u8.const 0xa0) (u8.const 0x80) (u8.const 0xed) (u8.const 0x9f) (u8.const 0xbf)
  (u8.const 0xee) (u8.const 0x80) (u8.const 0x80) (u8.const 0xef) (u8.const 0xbf) (u8.const 0xbf)))
;; encode('utf-8'): 4 bytes, not two surrogates of 3 each
(assert_return (invoke "take" (str.const "\u{10000}\u{10ffff}")) (u32.const 8))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xf0) (u8.const 0x90) (u8.const 0x80) (u8.const 0x80)
  (u8.const 0xf4) (u8.const 0x8f) (u8.const 0xbf) (u8.const 0xbf)))
;; encode('utf-8'): a byte order mark is a code like others
(assert_return (invoke "take" (str.const "\u{feff}a")) (u32.const 4))
(assert_return (invoke "bytes") (list.const (u8.const 0xef) (u8.const 0xbb) (u8.const 0xbf) (u8.const 0x61)))
;; encode('utf-8'): all lengths in one string
(assert_return (invoke "take" (str.const "a\u{e9}\u{20ac}\u{1f600}z")) (u32.const 11))
(assert_return (invoke "bytes")
  (list.const (u8.const 0x61) (u8.const 0xc3) (u8.const 0xa9) (u8.const 0xe2) (u8.const 0x82) (u8.const 0xac)
  (u8.const 0xf0) (u8.const 0x9f) (u8.const 0x98) (u8.const 0x80) (u8.const 0x7a)))
;; lower_flat_string: pointer and length at their places among the flat values
(assert_return (invoke "take-second" (tuple.const (u8.const 9) (str.const "\u{20ac}"))) (u32.const 3))
(assert_return (invoke "bytes") (list.const (u8.const 0xe2) (u8.const 0x82) (u8.const 0xac)))
