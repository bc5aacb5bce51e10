;;! reference_types = true
;;! bulk_memory = true
;; CanonicalABI.md, "Loading" (load_string) and "Storing" (store_string): strings in UTF-16, between a guest and the
;; host.

;; --- load_string -----------------------------------------------------------------------------------------------------

;; "at" lifts a result (a pointer to the pair of pointer and length); "list" has the pair in a list.
(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    (data (i32.const 100) "h\00e\00l\00l\00o\00")
    ;; U+00E9, U+20AC, U+1F600: 1, 1 and 2 code units
    (data (i32.const 120) "\e9\00\ac\20\3d\d8\00\de")
    ;; U+0000, U+D7FF, U+E000, U+FFFF, U+10000, U+10FFFF
    (data (i32.const 140) "\00\00\ff\d7\00\e0\ff\ff\00\d8\00\dc\ff\db\ff\df")
    ;; a byte order mark of each endianness (the second is the noncharacter U+FFFE)
    (data (i32.const 160) "\ff\fea\00")
    (data (i32.const 170) "\fe\ffa\00")
    ;; what is invalid
    (data (i32.const 200) "a\00\00\d8b\00")
    (data (i32.const 210) "a\00\00\dcb\00")
    (data (i32.const 220) "\00\dc\00\d8")
    (data (i32.const 230) "\00\d8\00\d8\00\dc")
    (data (i32.const 65532) "o\00k\00")
    (func (export "at") (param i32 i32) (result i32)
      (i32.store (i32.const 8) (local.get 0))
      (i32.store (i32.const 12) (local.get 1))
      i32.const 8)
    (func (export "list") (param i32 i32) (result i32)
      (i32.store (i32.const 16) (local.get 0))
      (i32.store (i32.const 20) (local.get 1))
      (i32.store (i32.const 8) (i32.const 16))
      (i32.store (i32.const 12) (i32.const 1))
      i32.const 8))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "at") (param "ptr" u32) (param "length" u32) (result string)
    (canon lift (core func $i "at") (memory $mem) string-encoding=utf16))
  (func (export "list") (param "ptr" u32) (param "length" u32) (result (list string))
    (canon lift (core func $i "list") (memory $mem) string-encoding=utf16)))

(component instance $i $Lift)
;; load_string_from_range: no code units, an empty string
(assert_return (invoke "at" (u32.const 100) (u32.const 0)) (str.const ""))
;; load_string_from_range: byte_length = 2 * tagged_code_units
(assert_return (invoke "at" (u32.const 100) (u32.const 5)) (str.const "hello"))
;; decode('utf-16-le'): one code unit each
(assert_return (invoke "at" (u32.const 120) (u32.const 2)) (str.const "\u{e9}\u{20ac}"))
;; decode('utf-16-le'): a pair of surrogates is one code
(assert_return (invoke "at" (u32.const 124) (u32.const 2)) (str.const "\u{1f600}"))
;; decode('utf-16-le'): the first and the last codes of one and of two code units
(assert_return (invoke "at" (u32.const 140) (u32.const 8))
  (str.const "\u{0}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}"))
;; decode('utf-16-le'), not 'utf-16': a byte order mark belongs to the string, and changes no endianness
(assert_return (invoke "at" (u32.const 160) (u32.const 2)) (str.const "\u{feff}a"))
(assert_return (invoke "at" (u32.const 170) (u32.const 2)) (str.const "\u{fffe}a"))
;; load_string: as an element of a list
(assert_return (invoke "list" (u32.const 120) (u32.const 4)) (list.const (str.const "\u{e9}\u{20ac}\u{1f600}")))
;; load_string_from_range: up to the end of memory is within it
(assert_return (invoke "at" (u32.const 65532) (u32.const 2)) (str.const "ok"))
;; load_string_from_range: an empty string may begin at the end of memory
(assert_return (invoke "at" (u32.const 65536) (u32.const 0)) (str.const ""))

;; load_string_from_range: trap_if(ptr != align_to(ptr, 2))
(assert_trap (invoke "at" (u32.const 101) (u32.const 1)) "not aligned")
;; ... of an empty string too
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 101) (u32.const 0)) "not aligned")
;; ... of an element of a list
(component instance $i $Lift)
(assert_trap (invoke "list" (u32.const 101) (u32.const 1)) "not aligned")

;; load_string_from_range: trap_if(ptr + byte_length > len(memory)): one code unit too many
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 65532) (u32.const 3)) "out of bounds")
;; ... an empty string beyond the end
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 65538) (u32.const 0)) "out of bounds")
;; ... a number of code units whose bytes don't fit into 32 bits
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 100) (u32.const 0x80000000)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 100) (u32.const 0x80000001)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 100) (u32.const 0xffffffff)) "out of bounds")
;; ... a sum that doesn't fit into 32 bits
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 0xfffffffe) (u32.const 1)) "out of bounds")

;; load_string_from_range: trap on UnicodeError: a high surrogate alone
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 200) (u32.const 3)) "unpaired surrogate")
;; ... a low surrogate alone
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 210) (u32.const 3)) "unpaired surrogate")
;; ... a pair in the wrong order
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 220) (u32.const 2)) "unpaired surrogate")
;; ... a high surrogate before a pair
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 230) (u32.const 3)) "unpaired surrogate")
;; ... a length that ends inside a pair
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 120) (u32.const 3)) "unpaired surrogate")
;; ... a pointer that begins inside a pair
(component instance $i $Lift)
(assert_trap (invoke "at" (u32.const 126) (u32.const 1)) "unpaired surrogate")
;; ... for an element of a list
(component instance $i $Lift)
(assert_trap (invoke "list" (u32.const 200) (u32.const 3)) "unpaired surrogate")

;; --- store_string ----------------------------------------------------------------------------------------------------

;; "take" gives the number of code units that it is told, "units" then what they are; "misaligned" has an allocator that
;; gives odd pointers.
(component definition $Lower
  (core module $m
    (memory (export "memory") 2)
    (global $next (mut i32) (i32.const 65536))
    (func $realloc (export "realloc")
      (param $old i32) (param $size i32) (param $align i32) (param $new i32) (result i32)
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
      (i32.store (i32.const 4) (local.get 1))
      local.get 1)
    (func (export "units") (result i32) i32.const 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (alias core export $i "odd" (core func $odd))
  (func (export "take") (param "s" string) (result u32)
    (canon lift (core func $i "take") (memory $mem) (realloc $realloc) string-encoding=utf16))
  (func (export "misaligned") (param "s" string) (result u32)
    (canon lift (core func $i "take") (memory $mem) (realloc $odd) string-encoding=utf16))
  (func (export "units") (result (list u16)) (canon lift (core func $i "units") (memory $mem))))

(component instance $i $Lower)
;; store_string_into_range: an empty string has no code units
(assert_return (invoke "take" (str.const "")) (u32.const 0))
;; store_string_into_range: the length is in code units, not in bytes; ASCII
(assert_return (invoke "take" (str.const "Hi!")) (u32.const 3))
(assert_return (invoke "units") (list.const (u16.const 0x48) (u16.const 0x69) (u16.const 0x21)))
;; encode('utf-16-le'): Latin-1 and what is beyond it, one code unit each
(assert_return (invoke "take" (str.const "\u{0}\u{e9}\u{20ac}")) (u32.const 3))
(assert_return (invoke "units") (list.const (u16.const 0) (u16.const 0xe9) (u16.const 0x20ac)))
;; encode('utf-16-le'): around the surrogates
(assert_return (invoke "take" (str.const "\u{d7ff}\u{e000}\u{ffff}")) (u32.const 3))
(assert_return (invoke "units") (list.const (u16.const 0xd7ff) (u16.const 0xe000) (u16.const 0xffff)))
;; encode('utf-16-le'): pairs
(assert_return (invoke "take" (str.const "\u{10000}\u{10ffff}")) (u32.const 4))
(assert_return (invoke "units") (list.const (u16.const 0xd800) (u16.const 0xdc00) (u16.const 0xdbff)
  (u16.const 0xdfff)))
;; encode('utf-16-le'), not 'utf-16': there is no byte order mark but the string's own
(assert_return (invoke "take" (str.const "\u{feff}a")) (u32.const 2))
(assert_return (invoke "units") (list.const (u16.const 0xfeff) (u16.const 0x61)))
;; encode('utf-16-le'): all of them in one string
(assert_return (invoke "take" (str.const "a\u{e9}\u{20ac}\u{1f600}z")) (u32.const 6))
(assert_return (invoke "units")
  (list.const (u16.const 0x61) (u16.const 0xe9) (u16.const 0x20ac) (u16.const 0xd83d) (u16.const 0xde00)
    (u16.const 0x7a)))
;; store_string_into_range: trap_if(ptr != align_to(ptr, 2)) of what the guest allocates
(assert_trap (invoke "misaligned" (str.const "a")) "not aligned")
