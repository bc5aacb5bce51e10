;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true
;; CanonicalABI.md, "Loading" (load_string) and "Storing" (store_string): strings from a component to another one, for
;; each combination of the encodings of both (store_string_into_range).

;; $From passes whatever pointer and length the host says, $To keeps what arrives. A function like "utf8-to-utf16" gives
;; the tagged number of code units that $To is told, "bytes" then what they are.
(component definition $Pass
  (component $To
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
      (func $keep (param $ptr i32) (param $bytes i32)
        (i32.store (i32.const 0) (local.get $ptr))
        (i32.store (i32.const 4) (local.get $bytes)))
      (func (export "take-utf8") (param i32 i32) (result i32)
        (call $keep (local.get 0) (local.get 1))
        local.get 1)
      (func (export "take-utf16") (param i32 i32) (result i32)
        (call $keep (local.get 0) (i32.shl (local.get 1) (i32.const 1)))
        local.get 1)
      (func (export "take-latin1-utf16") (param i32 i32) (result i32)
        (call $keep (local.get 0) (select
          (i32.shl (local.get 1) (i32.const 1))
          (local.get 1)
          (i32.lt_s (local.get 1) (i32.const 0))))
        local.get 1)
      (func (export "bytes") (result i32) i32.const 0))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "utf8") (param "s" string) (result u32)
      (canon lift (core func $i "take-utf8") (memory $mem) (realloc $realloc) string-encoding=utf8))
    (func (export "utf16") (param "s" string) (result u32)
      (canon lift (core func $i "take-utf16") (memory $mem) (realloc $realloc) string-encoding=utf16))
    (func (export "latin1-utf16") (param "s" string) (result u32)
      (canon lift (core func $i "take-latin1-utf16") (memory $mem) (realloc $realloc) string-encoding=latin1+utf16))
    (func (export "bytes") (result (list u8)) (canon lift (core func $i "bytes") (memory $mem))))
  (component $From
    (import "utf8" (func $utf8 (param "s" string) (result u32)))
    (import "utf16" (func $utf16 (param "s" string) (result u32)))
    (import "latin1-utf16" (func $latin1 (param "s" string) (result u32)))
    (core module $m
      (memory (export "memory") 1)
      ;; "hello" in ASCII, then in UTF-16
      (data (i32.const 100) "hello")
      (data (i32.const 110) "h\00e\00l\00l\00o\00")
      ;; U+0061, U+00E9, U+007A in UTF-8, in UTF-16, in Latin-1
      (data (i32.const 120) "a\c3\a9z")
      (data (i32.const 130) "a\00\e9\00z\00")
      (data (i32.const 140) "a\e9z")
      ;; U+00E9, U+20AC, U+1F600, U+007A in UTF-8, in UTF-16
      (data (i32.const 150) "\c3\a9\e2\82\ac\f0\9f\98\80z")
      (data (i32.const 170) "\e9\00\ac\20\3d\d8\00\dez\00")
      ;; invalid: UTF-8 that is cut off, a surrogate in UTF-8, a high and a low surrogate alone in UTF-16
      (data (i32.const 200) "a\e2\82")
      (data (i32.const 210) "a\ed\a0\80")
      (data (i32.const 220) "a\00\00\d8")
      (data (i32.const 230) "\00\dca\00"))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (core func $utf8-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=utf8))
    (core func $utf8-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=utf8))
    (core func $utf8-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=utf8))
    (core func $utf16-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=utf16))
    (core func $utf16-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=utf16))
    (core func $utf16-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=utf16))
    (core func $latin1-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=latin1+utf16))
    (core func $latin1-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=latin1+utf16))
    (core func $latin1-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=latin1+utf16))
    (func (export "utf8-to-utf8") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf8-utf8)))
    (func (export "utf8-to-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf8-utf16)))
    (func (export "utf8-to-latin1-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf8-latin1)))
    (func (export "utf16-to-utf8") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf16-utf8)))
    (func (export "utf16-to-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf16-utf16)))
    (func (export "utf16-to-latin1-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf16-latin1)))
    (func (export "latin1-utf16-to-utf8") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $latin1-utf8)))
    (func (export "latin1-utf16-to-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $latin1-utf16)))
    (func (export "latin1-utf16-to-latin1-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $latin1-latin1))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From
    (with "utf8" (func $to "utf8"))
    (with "utf16" (func $to "utf16"))
    (with "latin1-utf16" (func $to "latin1-utf16"))))
  (export "bytes" (func $to "bytes"))
  (export "utf8-to-utf8" (func $from "utf8-to-utf8"))
  (export "utf8-to-utf16" (func $from "utf8-to-utf16"))
  (export "utf8-to-latin1-utf16" (func $from "utf8-to-latin1-utf16"))
  (export "utf16-to-utf8" (func $from "utf16-to-utf8"))
  (export "utf16-to-utf16" (func $from "utf16-to-utf16"))
  (export "utf16-to-latin1-utf16" (func $from "utf16-to-latin1-utf16"))
  (export "latin1-utf16-to-utf8" (func $from "latin1-utf16-to-utf8"))
  (export "latin1-utf16-to-utf16" (func $from "latin1-utf16-to-utf16"))
  (export "latin1-utf16-to-latin1-utf16" (func $from "latin1-utf16-to-latin1-utf16")))

(component instance $i $Pass)

;; store_string_into_range: an empty string has no code units, and no tag, in each combination
(assert_return (invoke "utf8-to-utf8" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "utf8-to-utf16" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "utf8-to-latin1-utf16" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "utf16-to-utf8" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "utf16-to-utf16" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "utf16-to-latin1-utf16" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "latin1-utf16-to-utf8" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "latin1-utf16-to-utf16" (u32.const 100) (u32.const 0)) (u32.const 0))
(assert_return (invoke "latin1-utf16-to-latin1-utf16" (u32.const 100) (u32.const 0)) (u32.const 0))

;; store_string_copy (utf8, utf8): the same bytes
(assert_return (invoke "utf8-to-utf8" (u32.const 150) (u32.const 10)) (u32.const 10))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xc3) (u8.const 0xa9) (u8.const 0xe2) (u8.const 0x82) (u8.const 0xac)
  (u8.const 0xf0) (u8.const 0x9f) (u8.const 0x98) (u8.const 0x80) (u8.const 0x7a)))

;; store_utf8_to_utf16: ASCII
(assert_return (invoke "utf8-to-utf16" (u32.const 100) (u32.const 5)) (u32.const 5))
(assert_return (invoke "bytes")
  (list.const (u8.const 0x68) (u8.const 0) (u8.const 0x65) (u8.const 0) (u8.const 0x6c) (u8.const 0)
  (u8.const 0x6c) (u8.const 0) (u8.const 0x6f) (u8.const 0)))
;; store_utf8_to_utf16: fewer code units than bytes, after which the allocation shrinks
(assert_return (invoke "utf8-to-utf16" (u32.const 150) (u32.const 10)) (u32.const 5))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xe9) (u8.const 0x00) (u8.const 0xac) (u8.const 0x20) (u8.const 0x3d) (u8.const 0xd8)
  (u8.const 0x00) (u8.const 0xde) (u8.const 0x7a) (u8.const 0x00)))

;; store_string_to_latin1_or_utf16 from utf8: ASCII
(assert_return (invoke "utf8-to-latin1-utf16" (u32.const 100) (u32.const 5)) (u32.const 5))
(assert_return (invoke "bytes")
  (list.const (u8.const 0x68) (u8.const 0x65) (u8.const 0x6c) (u8.const 0x6c) (u8.const 0x6f)))
;; store_string_to_latin1_or_utf16 from utf8: Latin-1 beyond ASCII is one byte each, without the tag
(assert_return (invoke "utf8-to-latin1-utf16" (u32.const 120) (u32.const 4)) (u32.const 3))
(assert_return (invoke "bytes") (list.const (u8.const 0x61) (u8.const 0xe9) (u8.const 0x7a)))
;; store_string_to_latin1_or_utf16 from utf8: beyond Latin-1 all is UTF-16, with the tag, what was Latin-1 until then
;; too
(assert_return (invoke "utf8-to-latin1-utf16" (u32.const 150) (u32.const 10)) (u32.const 0x80000005))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xe9) (u8.const 0x00) (u8.const 0xac) (u8.const 0x20) (u8.const 0x3d) (u8.const 0xd8)
  (u8.const 0x00) (u8.const 0xde) (u8.const 0x7a) (u8.const 0x00)))

;; store_utf16_to_utf8: ASCII
(assert_return (invoke "utf16-to-utf8" (u32.const 110) (u32.const 5)) (u32.const 5))
(assert_return (invoke "bytes")
  (list.const (u8.const 0x68) (u8.const 0x65) (u8.const 0x6c) (u8.const 0x6c) (u8.const 0x6f)))
;; store_utf16_to_utf8: a code that isn't ASCII after one that is
(assert_return (invoke "utf16-to-utf8" (u32.const 130) (u32.const 3)) (u32.const 4))
(assert_return (invoke "bytes") (list.const (u8.const 0x61) (u8.const 0xc3) (u8.const 0xa9) (u8.const 0x7a)))
;; store_utf16_to_utf8: more bytes than code units; a pair becomes 4 bytes
(assert_return (invoke "utf16-to-utf8" (u32.const 170) (u32.const 5)) (u32.const 10))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xc3) (u8.const 0xa9) (u8.const 0xe2) (u8.const 0x82) (u8.const 0xac)
  (u8.const 0xf0) (u8.const 0x9f) (u8.const 0x98) (u8.const 0x80) (u8.const 0x7a)))

;; store_string_copy (utf16, utf16): the same code units
(assert_return (invoke "utf16-to-utf16" (u32.const 170) (u32.const 5)) (u32.const 5))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xe9) (u8.const 0x00) (u8.const 0xac) (u8.const 0x20) (u8.const 0x3d) (u8.const 0xd8)
  (u8.const 0x00) (u8.const 0xde) (u8.const 0x7a) (u8.const 0x00)))

;; store_string_to_latin1_or_utf16 from utf16: Latin-1 if it fits
(assert_return (invoke "utf16-to-latin1-utf16" (u32.const 130) (u32.const 3)) (u32.const 3))
(assert_return (invoke "bytes") (list.const (u8.const 0x61) (u8.const 0xe9) (u8.const 0x7a)))
;; store_string_to_latin1_or_utf16 from utf16: UTF-16 if it doesn't
(assert_return (invoke "utf16-to-latin1-utf16" (u32.const 170) (u32.const 5)) (u32.const 0x80000005))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xe9) (u8.const 0x00) (u8.const 0xac) (u8.const 0x20) (u8.const 0x3d) (u8.const 0xd8)
  (u8.const 0x00) (u8.const 0xde) (u8.const 0x7a) (u8.const 0x00)))

;; store_latin1_to_utf8: ASCII
(assert_return (invoke "latin1-utf16-to-utf8" (u32.const 100) (u32.const 5)) (u32.const 5))
(assert_return (invoke "bytes")
  (list.const (u8.const 0x68) (u8.const 0x65) (u8.const 0x6c) (u8.const 0x6c) (u8.const 0x6f)))
;; store_latin1_to_utf8: Latin-1 beyond ASCII becomes 2 bytes
(assert_return (invoke "latin1-utf16-to-utf8" (u32.const 140) (u32.const 3)) (u32.const 4))
(assert_return (invoke "bytes") (list.const (u8.const 0x61) (u8.const 0xc3) (u8.const 0xa9) (u8.const 0x7a)))
;; store_utf16_to_utf8, where the tag says that the source is UTF-16
(assert_return (invoke "latin1-utf16-to-utf8" (u32.const 170) (u32.const 0x80000005)) (u32.const 10))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xc3) (u8.const 0xa9) (u8.const 0xe2) (u8.const 0x82) (u8.const 0xac)
  (u8.const 0xf0) (u8.const 0x9f) (u8.const 0x98) (u8.const 0x80) (u8.const 0x7a)))

;; store_string_copy (latin1, utf16): a zero byte after each
(assert_return (invoke "latin1-utf16-to-utf16" (u32.const 140) (u32.const 3)) (u32.const 3))
(assert_return (invoke "bytes")
  (list.const (u8.const 0x61) (u8.const 0x00) (u8.const 0xe9) (u8.const 0x00) (u8.const 0x7a) (u8.const 0x00)))
;; store_string_copy (utf16, utf16), where the tag says that the source is UTF-16; no tag arrives
(assert_return (invoke "latin1-utf16-to-utf16" (u32.const 170) (u32.const 0x80000005)) (u32.const 5))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xe9) (u8.const 0x00) (u8.const 0xac) (u8.const 0x20) (u8.const 0x3d) (u8.const 0xd8)
  (u8.const 0x00) (u8.const 0xde) (u8.const 0x7a) (u8.const 0x00)))

;; store_string_copy (latin1, latin1): the same bytes
(assert_return (invoke "latin1-utf16-to-latin1-utf16" (u32.const 140) (u32.const 3)) (u32.const 3))
(assert_return (invoke "bytes") (list.const (u8.const 0x61) (u8.const 0xe9) (u8.const 0x7a)))
;; store_probably_utf16_to_latin1_or_utf16: UTF-16 that needs to be UTF-16 stays so
(assert_return (invoke "latin1-utf16-to-latin1-utf16" (u32.const 170) (u32.const 0x80000005)) (u32.const 0x80000005))
(assert_return (invoke "bytes")
  (list.const (u8.const 0xe9) (u8.const 0x00) (u8.const 0xac) (u8.const 0x20) (u8.const 0x3d) (u8.const 0xd8)
  (u8.const 0x00) (u8.const 0xde) (u8.const 0x7a) (u8.const 0x00)))
;; store_probably_utf16_to_latin1_or_utf16: UTF-16 that Latin-1 could have been becomes Latin-1
(assert_return (invoke "latin1-utf16-to-latin1-utf16" (u32.const 130) (u32.const 0x80000003)) (u32.const 3))
(assert_return (invoke "bytes") (list.const (u8.const 0x61) (u8.const 0xe9) (u8.const 0x7a)))

;; load_string_from_range: trap on UnicodeError, from utf8: a sequence that is cut off, whatever it should become
(assert_trap (invoke "utf8-to-utf8" (u32.const 200) (u32.const 3)) "invalid utf8 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-utf16" (u32.const 200) (u32.const 3)) "invalid utf8 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-latin1-utf16" (u32.const 200) (u32.const 3)) "invalid utf8 encoding")
;; ... a surrogate
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-utf8" (u32.const 210) (u32.const 4)) "invalid utf8 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-utf16" (u32.const 210) (u32.const 4)) "invalid utf8 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-latin1-utf16" (u32.const 210) (u32.const 4)) "invalid utf8 encoding")
;; ... from utf16: a high surrogate alone
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf8" (u32.const 220) (u32.const 2)) "invalid utf16 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf16" (u32.const 220) (u32.const 2)) "invalid utf16 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-latin1-utf16" (u32.const 220) (u32.const 2)) "invalid utf16 encoding")
;; ... a low surrogate alone
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf8" (u32.const 230) (u32.const 2)) "invalid utf16 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf16" (u32.const 230) (u32.const 2)) "invalid utf16 encoding")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-latin1-utf16" (u32.const 230) (u32.const 2)) "invalid utf16 encoding")
;; ... from latin1+utf16 with the tag: a high surrogate alone
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-utf8" (u32.const 220) (u32.const 0x80000002)) "invalid utf16 encoding")
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-utf16" (u32.const 220) (u32.const 0x80000002)) "invalid utf16 encoding")
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-latin1-utf16" (u32.const 220) (u32.const 0x80000002)) "invalid utf16 encoding")

;; load_string_from_range: trap_if(ptr != align_to(ptr, 2)), from utf16
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf8" (u32.const 111) (u32.const 1)) "unaligned pointer")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf16" (u32.const 111) (u32.const 1)) "unaligned pointer")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-latin1-utf16" (u32.const 111) (u32.const 1)) "unaligned pointer")
;; ... from latin1+utf16 with the tag
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-utf8" (u32.const 111) (u32.const 0x80000001)) "unaligned pointer")
;; ... and without it
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-utf8" (u32.const 101) (u32.const 1)) "unaligned pointer")
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-utf16" (u32.const 101) (u32.const 1)) "unaligned pointer")
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-latin1-utf16" (u32.const 101) (u32.const 1)) "unaligned pointer")

;; load_string_from_range: trap_if(ptr + byte_length > len(memory)), from utf8
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-utf8" (u32.const 65536) (u32.const 1)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-utf16" (u32.const 65535) (u32.const 2)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-latin1-utf16" (u32.const 65535) (u32.const 2)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-utf8" (u32.const 0xffffffff) (u32.const 2)) "string content out-of-bounds")
;; ... from utf16, where a code unit has 2 bytes
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf8" (u32.const 65534) (u32.const 2)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf16" (u32.const 65534) (u32.const 2)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-latin1-utf16" (u32.const 65534) (u32.const 2)) "string content out-of-bounds")
;; ... from latin1+utf16, with the tag and without
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-utf8" (u32.const 65534) (u32.const 0x80000002)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-utf16" (u32.const 65534) (u32.const 3)) "string content out-of-bounds")
;; trap_if(byte_length > MAX_STRING_BYTE_LENGTH): lengths whose bytes don't fit into 32 bits
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf16" (u32.const 110) (u32.const 0x80000001)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "utf16-to-utf8" (u32.const 110) (u32.const 0xffffffff)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "utf8-to-utf16" (u32.const 100) (u32.const 0x80000001)) "string content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "latin1-utf16-to-latin1-utf16" (u32.const 100)
  (u32.const 0xffffffff)) "string content out-of-bounds")

;; --- how store_string allocates --------------------------------------------------------------------------------------

;; As above; "calls" gives the calls of realloc since it was last asked: each time the old size, the alignment and the
;; new size.
(component definition $Log
  (component $To
    (core module $m
      (memory (export "memory") 2)
      (global $next (mut i32) (i32.const 65536))
      (global $log (mut i32) (i32.const 1024))
      (func $note (param i32)
        (i32.store8 (global.get $log) (local.get 0))
        (global.set $log (i32.add (global.get $log) (i32.const 1))))
      (func (export "realloc") (param $old i32) (param $size i32) (param $align i32) (param $new i32) (result i32)
        (local $ptr i32)
        (call $note (local.get $size))
        (call $note (local.get $align))
        (call $note (local.get $new))
        (local.set $ptr
          (i32.and (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
        (global.set $next (i32.add (local.get $ptr) (local.get $new)))
        (memory.copy (local.get $ptr) (local.get $old)
          (select (local.get $size) (local.get $new) (i32.lt_u (local.get $size) (local.get $new))))
        local.get $ptr)
      (func (export "take") (param i32 i32) (result i32) local.get 1)
      ;; ... and forgets them
      (func (export "calls") (result i32)
        (i32.store (i32.const 0) (i32.const 1024))
        (i32.store (i32.const 4) (i32.sub (global.get $log) (i32.const 1024)))
        (global.set $log (i32.const 1024))
        i32.const 0))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "utf8") (param "s" string) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc) string-encoding=utf8))
    (func (export "utf16") (param "s" string) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc) string-encoding=utf16))
    (func (export "latin1-utf16") (param "s" string) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc) string-encoding=latin1+utf16))
    (func (export "calls") (result (list u8)) (canon lift (core func $i "calls") (memory $mem))))
  (component $From
    (import "utf8" (func $utf8 (param "s" string) (result u32)))
    (import "utf16" (func $utf16 (param "s" string) (result u32)))
    (import "latin1-utf16" (func $latin1 (param "s" string) (result u32)))
    (core module $m
      (memory (export "memory") 1)
      ;; "hello" in ASCII, then in UTF-16
      (data (i32.const 100) "hello")
      (data (i32.const 110) "h\00e\00l\00l\00o\00")
      ;; U+0061, U+00E9, U+007A in UTF-8, in UTF-16, in Latin-1
      (data (i32.const 120) "a\c3\a9z")
      (data (i32.const 130) "a\00\e9\00z\00")
      (data (i32.const 140) "a\e9z")
      ;; U+00E9, U+20AC, U+1F600, U+007A in UTF-8, in UTF-16
      (data (i32.const 150) "\c3\a9\e2\82\ac\f0\9f\98\80z")
      (data (i32.const 170) "\e9\00\ac\20\3d\d8\00\dez\00")
      ;; invalid: UTF-8 that is cut off, a surrogate in UTF-8, a high and a low surrogate alone in UTF-16
      (data (i32.const 200) "a\e2\82")
      (data (i32.const 210) "a\ed\a0\80")
      (data (i32.const 220) "a\00\00\d8")
      (data (i32.const 230) "\00\dca\00"))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (core func $utf8-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=utf8))
    (core func $utf8-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=utf8))
    (core func $utf8-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=utf8))
    (core func $utf16-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=utf16))
    (core func $utf16-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=utf16))
    (core func $utf16-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=utf16))
    (core func $latin1-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=latin1+utf16))
    (core func $latin1-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=latin1+utf16))
    (core func $latin1-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=latin1+utf16))
    (func (export "utf8-to-utf8") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf8-utf8)))
    (func (export "utf8-to-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf8-utf16)))
    (func (export "utf8-to-latin1-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf8-latin1)))
    (func (export "utf16-to-utf8") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf16-utf8)))
    (func (export "utf16-to-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf16-utf16)))
    (func (export "utf16-to-latin1-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $utf16-latin1)))
    (func (export "latin1-utf16-to-utf8") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $latin1-utf8)))
    (func (export "latin1-utf16-to-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $latin1-utf16)))
    (func (export "latin1-utf16-to-latin1-utf16") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $latin1-latin1))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From
    (with "utf8" (func $to "utf8"))
    (with "utf16" (func $to "utf16"))
    (with "latin1-utf16" (func $to "latin1-utf16"))))
  (export "calls" (func $to "calls"))
  (export "utf8-to-utf8" (func $from "utf8-to-utf8"))
  (export "utf8-to-utf16" (func $from "utf8-to-utf16"))
  (export "utf8-to-latin1-utf16" (func $from "utf8-to-latin1-utf16"))
  (export "utf16-to-utf8" (func $from "utf16-to-utf8"))
  (export "utf16-to-utf16" (func $from "utf16-to-utf16"))
  (export "utf16-to-latin1-utf16" (func $from "utf16-to-latin1-utf16"))
  (export "latin1-utf16-to-utf8" (func $from "latin1-utf16-to-utf8"))
  (export "latin1-utf16-to-utf16" (func $from "latin1-utf16-to-utf16"))
  (export "latin1-utf16-to-latin1-utf16" (func $from "latin1-utf16-to-latin1-utf16")))

(component instance $i $Log)
;; store_string_copy (utf8, utf8): allocate(1, n)
(assert_return (invoke "utf8-to-utf8" (u32.const 150) (u32.const 10)) (u32.const 10))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 1) (u8.const 10)))
;; store_utf8_to_utf16: allocate(2, 2 * n), of ASCII nothing more
(assert_return (invoke "utf8-to-utf16" (u32.const 100) (u32.const 5)) (u32.const 5))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 10)))
;; ... shrunk to what there is
(assert_return (invoke "utf8-to-utf16" (u32.const 120) (u32.const 4)) (u32.const 3))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 8)  (u8.const 8) (u8.const 2)
  (u8.const 6)))
;; store_string_to_latin1_or_utf16 from utf8: allocate(2, n), of ASCII nothing more
(assert_return (invoke "utf8-to-latin1-utf16" (u32.const 100) (u32.const 5)) (u32.const 5))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 5)))
;; ... shrunk to what there is, of other Latin-1
(assert_return (invoke "utf8-to-latin1-utf16" (u32.const 120) (u32.const 4)) (u32.const 3))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 4)  (u8.const 4) (u8.const 2)
  (u8.const 3)))
;; ... grown to 2 * n and then shrunk, of what is beyond Latin-1
(assert_return (invoke "utf8-to-latin1-utf16" (u32.const 150) (u32.const 10)) (u32.const 0x80000005))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 10)  (u8.const 10) (u8.const 2)
  (u8.const 20)  (u8.const 20) (u8.const 2) (u8.const 10)))
;; store_utf16_to_utf8: allocate(1, n), of ASCII nothing more
(assert_return (invoke "utf16-to-utf8" (u32.const 110) (u32.const 5)) (u32.const 5))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 1) (u8.const 5)))
;; ... grown to 3 * n and then shrunk, of other codes
(assert_return (invoke "utf16-to-utf8" (u32.const 130) (u32.const 3)) (u32.const 4))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 1) (u8.const 3)  (u8.const 3) (u8.const 1)
  (u8.const 9)  (u8.const 9) (u8.const 1) (u8.const 4)))
;; store_string_copy (utf16, utf16): allocate(2, 2 * n)
(assert_return (invoke "utf16-to-utf16" (u32.const 170) (u32.const 5)) (u32.const 5))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 10)))
;; store_string_to_latin1_or_utf16 from utf16: allocate(2, n), of Latin-1 nothing more
(assert_return (invoke "utf16-to-latin1-utf16" (u32.const 130) (u32.const 3)) (u32.const 3))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 3)))
;; ... grown to 2 * n, of what is beyond Latin-1
(assert_return (invoke "utf16-to-latin1-utf16" (u32.const 170) (u32.const 5)) (u32.const 0x80000005))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 5)  (u8.const 5) (u8.const 2)
  (u8.const 10)))
;; store_latin1_to_utf8: allocate(1, n), of ASCII nothing more
(assert_return (invoke "latin1-utf16-to-utf8" (u32.const 100) (u32.const 5)) (u32.const 5))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 1) (u8.const 5)))
;; ... grown to 2 * n and then shrunk, of other codes
(assert_return (invoke "latin1-utf16-to-utf8" (u32.const 140) (u32.const 3)) (u32.const 4))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 1) (u8.const 3)  (u8.const 3) (u8.const 1)
  (u8.const 6)  (u8.const 6) (u8.const 1) (u8.const 4)))
;; store_string_copy (latin1, utf16): allocate(2, 2 * n)
(assert_return (invoke "latin1-utf16-to-utf16" (u32.const 140) (u32.const 3)) (u32.const 3))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 6)))
;; store_string_copy (latin1, latin1): allocate(2, n)
(assert_return (invoke "latin1-utf16-to-latin1-utf16" (u32.const 140) (u32.const 3)) (u32.const 3))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 3)))
;; store_probably_utf16_to_latin1_or_utf16: allocate(2, 2 * n)
(assert_return (invoke "latin1-utf16-to-latin1-utf16" (u32.const 170) (u32.const 0x80000005)) (u32.const 0x80000005))
(assert_return (invoke "calls") (list.const (u8.const 0) (u8.const 2) (u8.const 10)))
