;;! reference_types = true
;;! bulk_memory = true
;; CanonicalABI.md, "Loading" (load_string) and "Storing" (store_string): strings in latin1+utf16, between a guest and
;; the host. The highest bit of the length, utf16_tag, says that a string is in UTF-16 and not in Latin-1.

;; --- load_string -----------------------------------------------------------------------------------------------------

(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    (data (i32.const 100) "hello")
    ;; U+0000, U+007F, U+0080, U+00A0, U+00E9, U+00FF
    (data (i32.const 110) "\00\7f\80\a0\e9\ff")
    ;; what would be the UTF-8 of U+20AC
    (data (i32.const 120) "\e2\82\ac")
    ;; in UTF-16: "hi", then U+00E9, U+20AC, U+1F600
    (data (i32.const 130) "h\00i\00")
    (data (i32.const 140) "\e9\00\ac\20\3d\d8\00\de")
    ;; a high and a low surrogate alone
    (data (i32.const 200) "a\00\00\d8b\00")
    (data (i32.const 210) "a\00\00\dcb\00")
    (data (i32.const 65532) "o\00k\00")
    (func (export "at") (param i32 i32) (result i32)
      (i32.store (i32.const 8) (local.get 0))
      (i32.store (i32.const 12) (local.get 1))
      i32.const 8))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "at") (param "ptr" u32) (param "length" u32) (result string)
    (canon lift (core func $i "at") (memory $mem) string-encoding=latin1+utf16)))

(component instance $i $Lift)
;; load_string_from_range: no code units, an empty string, with the tag and without
(assert_return (invoke "at" (u32.const 100) (u32.const 0)) (str.const ""))
(assert_return (invoke "at" (u32.const 100) (u32.const 0x80000000)) (str.const ""))
;; load_string_from_range: without the tag, byte_length = tagged_code_units
(assert_return (invoke "at" (u32.const 100) (u32.const 5)) (str.const "hello"))
;; decode('latin-1'): a byte is a code, whatever it is; there are no invalid ones
(assert_return (invoke "at" (u32.const 110) (u32.const 6)) (str.const "\u{0}\u{7f}\u{80}\u{a0}\u{e9}\u{ff}"))
;; decode('latin-1'), not 'utf-8'
(assert_return (invoke "at" (u32.const 120) (u32.const 3)) (str.const "\u{e2}\u{82}\u{ac}"))
;; decode('latin-1'): what is UTF-16 is Latin-1 too, if the tag doesn't say otherwise
(assert_return (invoke "at" (u32.const 130) (u32.const 4)) (str.const "h\u{0}i\u{0}"))
;; load_string_from_range: with the tag, byte_length = 2 * (tagged_code_units ^ tag)
(assert_return (invoke "at" (u32.const 130) (u32.const 0x80000002)) (str.const "hi"))
;; decode('utf-16-le'): Latin-1, what is beyond it, and a pair of surrogates
(assert_return (invoke "at" (u32.const 140) (u32.const 0x80000004)) (str.const "\u{e9}\u{20ac}\u{1f600}"))
;; load_string_from_range: up to the end of memory is within it, with the tag and without
(assert_return (invoke "at" (u32.const 65532) (u32.const 4)) (str.const "o\u{0}k\u{0}"))
(assert_return (invoke "at" (u32.const 65532) (u32.const 0x80000002)) (str.const "ok"))

;; load_string_from_range: trap_if(ptr != align_to(ptr, 2)), with the tag
(assert_trap (invoke "at" (u32.const 131) (u32.const 0x80000001)) "not aligned")
;; ... and without, for Latin-1
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 101) (u32.const 4)) "not aligned")
;; ... and for an empty string
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 101) (u32.const 0)) "not aligned")

;; load_string_from_range: trap_if(ptr + byte_length > len(memory)): one code unit too many, with the tag
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 65532) (u32.const 0x80000003)) "out of bounds")
;; ... and without
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 65532) (u32.const 5)) "out of bounds")
;; ... lengths that are far beyond memory
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 100) (u32.const 0x7fffffff)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 100) (u32.const 0xffffffff)) "out of bounds")
;; ... a sum that doesn't fit into 32 bits
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 0xfffffffe) (u32.const 2)) "out of bounds")

;; load_string_from_range: trap on UnicodeError, with the tag: a high surrogate alone
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 200) (u32.const 0x80000003)) "unpaired surrogate")
;; ... a low surrogate alone
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 210) (u32.const 0x80000003)) "unpaired surrogate")
;; ... a length that ends inside a pair
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 140) (u32.const 0x80000003)) "unpaired surrogate")

;; --- store_string ----------------------------------------------------------------------------------------------------

;; "take" gives the tagged number of code units that it is told, "bytes" then what they are.
(component definition $Lower
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
    (func (export "odd") (param i32 i32 i32 i32) (result i32) i32.const 65537)
    (func (export "take") (param i32 i32) (result i32)
      (i32.store (i32.const 0) (local.get 0))
      (i32.store (i32.const 4) (select
        (i32.shl (local.get 1) (i32.const 1))
        (local.get 1)
        (i32.lt_s (local.get 1) (i32.const 0))))
      local.get 1)
    (func (export "bytes") (result i32) i32.const 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (alias core export $i "odd" (core func $odd))
  (func (export "take") (param "s" string) (result u32)
    (canon lift (core func $i "take") (memory $mem) (realloc $realloc) string-encoding=latin1+utf16))
  (func (export "misaligned") (param "s" string) (result u32)
    (canon lift (core func $i "take") (memory $mem) (realloc $odd) string-encoding=latin1+utf16))
  (func (export "bytes") (result (list u8)) (canon lift (core func $i "bytes") (memory $mem))))

(component instance $i $Lower)
;; store_string_to_latin1_or_utf16: an empty string is in Latin-1
(assert_return (invoke "take" (str.const "")) (u32.const 0))
;; store_string_to_latin1_or_utf16: codes below 0x100 only: Latin-1, no tag
(assert_return (invoke "take" (str.const "Hi!")) (u32.const 3))
(assert_return (invoke "bytes") (list.const (u8.const 0x48) (u8.const 0x69) (u8.const 0x21)))
(assert_return (invoke "take" (str.const "\u{0}\u{7f}\u{80}\u{ff}")) (u32.const 4))
(assert_return (invoke "bytes") (list.const (u8.const 0) (u8.const 0x7f) (u8.const 0x80) (u8.const 0xff)))
;; store_string_to_latin1_or_utf16: U+0100 is the first that Latin-1 doesn't have
(assert_return (invoke "take" (str.const "\u{100}")) (u32.const 0x80000001))
(assert_return (invoke "bytes") (list.const (u8.const 0x00) (u8.const 0x01)))
;; store_string_to_latin1_or_utf16: with one other code all are in UTF-16, those before it and those after it
(assert_return (invoke "take" (str.const "a\u{e9}\u{20ac}z")) (u32.const 0x80000004))
(assert_return (invoke "bytes")
  (list.const (u8.const 0x61) (u8.const 0x00) (u8.const 0xe9) (u8.const 0x00)
  (u8.const 0xac) (u8.const 0x20) (u8.const 0x7a) (u8.const 0x00)))
;; store_string_to_latin1_or_utf16: the length is in code units; a pair has two
(assert_return (invoke "take" (str.const "\u{1f600}")) (u32.const 0x80000002))
(assert_return (invoke "bytes") (list.const (u8.const 0x3d) (u8.const 0xd8) (u8.const 0x00) (u8.const 0xde)))
;; store_string_to_latin1_or_utf16: a pair after Latin-1
(assert_return (invoke "take" (str.const "\u{ff}\u{10ffff}")) (u32.const 0x80000003))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xff) (u8.const 0x00) (u8.const 0xff) (u8.const 0xdb) (u8.const 0xff) (u8.const 0xdf)))
;; store_string_into_range: trap_if(ptr != align_to(ptr, 2)) of what the guest allocates, for UTF-16 and for Latin-1
(assert_trap (invoke "misaligned" (str.const "\u{20ac}")) "not aligned")
(component instance $i $Lower)
(assert_trap (invoke "misaligned" (str.const "a")) "not aligned")
