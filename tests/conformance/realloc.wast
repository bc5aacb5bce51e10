;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; The option `realloc` of canon lift and canon lower.
;; CanonicalABI.md, "Lifting and Lowering Context" (`reallocate`, `allocate`) and "Storing" (who calls it, with what);
;; Explainer.md, "Canonical ABI" (its signature).

;; A guest that writes down each call of its realloc: what it was given, and what it gave back. It hands out addresses
;; from 4096 up and never an address twice.
(component definition $Recorder
  (core module $M
    (memory (export "mem") 1)
    (global $count (mut i32) (i32.const 0))
    (global $next (mut i32) (i32.const 4096))
    (global $got-pointer (mut i32) (i32.const 0))
    (global $got-length (mut i32) (i32.const 0))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $entry i32)
      (global.set $next
        (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
      (local.set $entry (i32.add (i32.const 1024) (i32.mul (global.get $count) (i32.const 20))))
      (i32.store offset=0 (local.get $entry) (local.get $old))
      (i32.store offset=4 (local.get $entry) (local.get $old-size))
      (i32.store offset=8 (local.get $entry) (local.get $align))
      (i32.store offset=12 (local.get $entry) (local.get $size))
      (i32.store offset=16 (local.get $entry) (global.get $next))
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (memory.copy
        (global.get $next)
        (local.get $old)
        (select (local.get $old-size) (local.get $size) (i32.lt_u (local.get $old-size) (local.get $size))))
      (global.get $next)
      (global.set $next (i32.add (global.get $next) (local.get $size))))
    (func (export "count") (result i32) (global.get $count))
    (func (export "nth") (param i32) (result i32) (i32.add (i32.const 1024) (i32.mul (local.get 0) (i32.const 20))))
    (func (export "take") (param i32 i32)
      (global.set $got-pointer (local.get 0))
      (global.set $got-length (local.get 1)))
    ;; Of parameters that went to memory: where.
    (func (export "take-spilled") (param i32) (global.set $got-pointer (local.get 0)))
    (func (export "got") (result i32)
      (i32.store (i32.const 0) (global.get $got-pointer))
      (i32.store (i32.const 4) (global.get $got-length))
      (i32.const 0))
    (func (export "byte") (param i32) (result i32)
      (i32.load8_u (i32.add (global.get $got-pointer) (local.get 0)))))
  (core instance $m (instantiate $M))
  (func (export "count") (result u32) (canon lift (core func $m "count")))
  ;; The old address, the old size, the alignment, the size; and the address that realloc returned.
  (func (export "nth") (param "n" u32) (result (tuple u32 u32 u32 u32 u32))
    (canon lift (core func $m "nth") (memory $m "mem")))
  ;; What the function itself was called with.
  (func (export "got") (result (tuple u32 u32)) (canon lift (core func $m "got") (memory $m "mem")))
  (func (export "byte") (param "at" u32) (result u8) (canon lift (core func $m "byte")))
  (func (export "take-utf8") (param "s" string)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-utf16") (param "s" string)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc")) string-encoding=utf16))
  (func (export "take-latin1") (param "s" string)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc")) string-encoding=latin1+utf16))
  (func (export "take-bools") (param "l" (list bool))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-u8s") (param "l" (list u8))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-s16s") (param "l" (list s16))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-chars") (param "l" (list char))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-f64s") (param "l" (list f64))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-pairs") (param "l" (list (tuple u8 u64 u8)))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-options") (param "l" (list (option u16)))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-strings") (param "l" (list string))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-lists") (param "l" (list (list u16)))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (type $Eight (tuple u8 u8 u8 u8 u8 u8 u8 u8))
  (func (export "take-seventeen") (param "a" $Eight) (param "b" $Eight) (param "c" u64)
    (canon lift (core func $m "take-spilled") (memory $m "mem") (realloc (func $m "realloc"))))
)

;; store_string_copy: a string in UTF-8 is one allocation, aligned to 1, as long as the string in bytes
(component instance $r $Recorder)
(assert_return (invoke "take-utf8" (str.const "hé")))
(assert_return (invoke "nth" (u32.const 0))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3) (u32.const 4096)))
;; store_string_into_range: the guest gets what realloc returned, and the length in code units
(assert_return (invoke "got") (tuple.const (u32.const 4096) (u32.const 3)))
;; store_string_into_range: the bytes are stored at that address
(assert_return (invoke "byte" (u32.const 1)) (u8.const 0xc3))
;; store_string_copy: nothing else is allocated
(assert_return (invoke "count") (u32.const 1))

;; store_list_into_range: each list is an allocation of its own, none is used again
(assert_return (invoke "take-u8s" (list.const (u8.const 1) (u8.const 2) (u8.const 3))))
(assert_return (invoke "nth" (u32.const 1))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3) (u32.const 4099)))

;; store_list_into_range: as many bytes as elements times their size, aligned as an element
(component instance $r $Recorder)
(assert_return (invoke "take-bools" (list.const (bool.const true) (bool.const true))))
(assert_return (invoke "nth" (u32.const 0))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 2) (u32.const 4096)))
(assert_return (invoke "take-s16s" (list.const (s16.const -1) (s16.const 2) (s16.const 3))))
(assert_return (invoke "nth" (u32.const 1))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 6) (u32.const 4098)))
(assert_return (invoke "take-chars" (list.const (char.const "x"))))
(assert_return (invoke "nth" (u32.const 2))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 4) (u32.const 4) (u32.const 4104)))
(assert_return (invoke "take-f64s" (list.const (f64.const 1) (f64.const 2))))
(assert_return (invoke "nth" (u32.const 3))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 8) (u32.const 16) (u32.const 4112)))
;; elem_size_record: the end of a record is padded up to its alignment
(assert_return (invoke "take-pairs" (list.const
  (tuple.const (u8.const 1) (u64.const 2) (u8.const 3)) (tuple.const (u8.const 4) (u64.const 5) (u8.const 6)))))
(assert_return (invoke "nth" (u32.const 4))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 8) (u32.const 48) (u32.const 4128)))
;; elem_size_variant: an option has its discriminant before the value
(assert_return (invoke "take-options" (list.const (option.none) (option.some (u16.const 7)) (option.none))))
(assert_return (invoke "nth" (u32.const 5))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 12) (u32.const 4176)))
(assert_return (invoke "count") (u32.const 6))

;; store_list_into_range, store_string: first the list is allocated, then each element in order
(component instance $r $Recorder)
(assert_return (invoke "take-strings" (list.const (str.const "a") (str.const "") (str.const "bcd"))))
(assert_return (invoke "nth" (u32.const 0))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 4) (u32.const 24) (u32.const 4096)))
(assert_return (invoke "nth" (u32.const 1))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 1) (u32.const 4120)))
;; store_string_copy: realloc is called for an empty string too
(assert_return (invoke "nth" (u32.const 2))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 0) (u32.const 4121)))
(assert_return (invoke "nth" (u32.const 3))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3) (u32.const 4121)))
(assert_return (invoke "count") (u32.const 4))

;; store_list_into_range: realloc is called for an empty list too, with the alignment of the elements it doesn't have
(component instance $r $Recorder)
(assert_return (invoke "take-f64s" (list.const)))
(assert_return (invoke "nth" (u32.const 0))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 8) (u32.const 0) (u32.const 4096)))
(assert_return (invoke "take-lists" (list.const (list.const) (list.const (u16.const 1)))))
(assert_return (invoke "nth" (u32.const 1))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 4) (u32.const 16) (u32.const 4096)))
(assert_return (invoke "nth" (u32.const 2))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 0) (u32.const 4112)))
(assert_return (invoke "nth" (u32.const 3))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 2) (u32.const 4112)))

;; store_utf8_to_utf16, store_string_copy: a string in UTF-16 is aligned to 2; a host's may come from any encoding, the
;; last call is for the bytes that it has
(component instance $r $Recorder)
(assert_return (invoke "take-utf16" (str.const "abc")))
(assert_return (invoke "got") (tuple.const (u32.const 4096) (u32.const 3)))
(assert_return (invoke "byte" (u32.const 2)) (u8.const 0x62))

;; store_string_to_latin1_or_utf16: aligned to 2, whichever it gets; no code point is above 0xff: Latin-1
(component instance $r $Recorder)
(assert_return (invoke "take-latin1" (str.const "abc")))
(assert_return (invoke "nth" (u32.const 0))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 3) (u32.const 4096)))
(assert_return (invoke "got") (tuple.const (u32.const 4096) (u32.const 3)))

;; lower_flat_values: more than 16 flat parameters are one allocation, of a tuple's size and alignment
(component instance $r $Recorder)
(assert_return (invoke "take-seventeen"
  (tuple.const (u8.const 1) (u8.const 2) (u8.const 3) (u8.const 4) (u8.const 5) (u8.const 6) (u8.const 7) (u8.const 8))
  (tuple.const (u8.const 9) (u8.const 2) (u8.const 3) (u8.const 4) (u8.const 5) (u8.const 6) (u8.const 7) (u8.const 8))
  (u64.const 0x0102)))
(assert_return (invoke "nth" (u32.const 0))
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 8) (u32.const 24) (u32.const 4096)))
(assert_return (invoke "count") (u32.const 1))
(assert_return (invoke "byte" (u32.const 8)) (u8.const 9))
(assert_return (invoke "byte" (u32.const 17)) (u8.const 1))

;; A guest whose realloc returns what it was told, whatever it is asked for.
(component definition $Told
  (core module $M
    (memory (export "mem") 1)
    (global $answer (mut i32) (i32.const 0))
    (func (export "tell") (param i32) (global.set $answer (local.get 0)))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (global.get $answer))
    (func (export "take") (param i32 i32) (result i32) (local.get 0))
    (func (export "take-spilled") (param i32) (result i32) (local.get 0)))
  (core instance $m (instantiate $M))
  (func (export "tell") (param "answer" u32) (canon lift (core func $m "tell")))
  (func (export "take-string") (param "s" string) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-utf16") (param "s" string) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc")) string-encoding=utf16))
  (func (export "take-latin1") (param "s" string) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc")) string-encoding=latin1+utf16))
  (func (export "take-u16s") (param "l" (list u16)) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-u32s") (param "l" (list u32)) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-strings") (param "l" (list string)) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (type $Eight (tuple u16 u16 u16 u16 u16 u16 u16 u16))
  (func (export "take-seventeen") (param "a" $Eight) (param "b" $Eight) (param "c" u16) (result u32)
    (canon lift (core func $m "take-spilled") (memory $m "mem") (realloc (func $m "realloc"))))
)

;; store_list_into_range: trap if the address isn't aligned
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 1)))
(assert_trap (invoke "take-u16s" (list.const (u16.const 1))) "realloc return: result not aligned")
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 2)))
(assert_trap (invoke "take-u32s" (list.const (u32.const 1))) "realloc return: result not aligned")
;; store_list_into_range: also of an empty list
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 1)))
(assert_trap (invoke "take-u16s" (list.const)) "realloc return: result not aligned")
;; store_utf8_to_utf16, store_string_copy: trap if the address of UTF-16 isn't aligned to 2
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 5)))
(assert_trap (invoke "take-utf16" (str.const "x")) "realloc return: result not aligned")
;; store_string_to_latin1_or_utf16: trap if the address isn't aligned to 2, though it is Latin-1
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 5)))
(assert_trap (invoke "take-latin1" (str.const "x")) "realloc return: result not aligned")
;; store_string_copy: in UTF-8 any address is aligned
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 5)))
(assert_return (invoke "take-string" (str.const "x")) (u32.const 5))
;; lower_flat_values: trap if the address for spilled parameters isn't aligned
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 3)))
(assert_trap (invoke "take-seventeen"
  (tuple.const (u16.const 1) (u16.const 2) (u16.const 3) (u16.const 4)
    (u16.const 5) (u16.const 6) (u16.const 7) (u16.const 8))
  (tuple.const (u16.const 1) (u16.const 2) (u16.const 3) (u16.const 4)
    (u16.const 5) (u16.const 6) (u16.const 7) (u16.const 8))
  (u16.const 9)) "realloc return: result not aligned")

;; store_string_copy: trap if the string doesn't fit behind the address
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65534)))
(assert_trap (invoke "take-string" (str.const "xyz")) "realloc return: beyond end of memory")
;; store_string_copy: it may end where the memory ends
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65533)))
(assert_return (invoke "take-string" (str.const "xyz")) (u32.const 65533))
;; store_string_copy: the sum of address and length doesn't wrap around
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 0xffffffff)))
(assert_trap (invoke "take-string" (str.const "xyz")) "realloc return: beyond end of memory")
;; store_list_into_range: trap if the list doesn't fit behind the address
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65532)))
(assert_trap (invoke "take-u32s" (list.const (u32.const 1) (u32.const 2))) "realloc return: beyond end of memory")
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 0xfffffffc)))
(assert_trap (invoke "take-u32s" (list.const (u32.const 1))) "realloc return: beyond end of memory")
;; store_list_into_range: it may end where the memory ends
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65528)))
(assert_return (invoke "take-u32s" (list.const (u32.const 1) (u32.const 2))) (u32.const 65528))
;; store_list_into_range: an empty list fits at the end of the memory ...
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65536)))
(assert_return (invoke "take-u32s" (list.const)) (u32.const 65536))
;; ... but not behind it
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65540)))
(assert_trap (invoke "take-u32s" (list.const)) "realloc return: beyond end of memory")
;; store_string_copy: nor does an empty string
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65537)))
(assert_trap (invoke "take-string" (str.const "")) "realloc return: beyond end of memory")
;; store_string: each string of a list is checked
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65528)))
(assert_trap (invoke "take-strings" (list.const (str.const "more than 8"))) "realloc return: beyond end of memory")
;; lower_flat_values: trap if the spilled parameters don't fit
(component instance $t $Told)
(assert_return (invoke "tell" (u32.const 65504)))
(assert_trap (invoke "take-seventeen"
  (tuple.const (u16.const 1) (u16.const 2) (u16.const 3) (u16.const 4)
    (u16.const 5) (u16.const 6) (u16.const 7) (u16.const 8))
  (tuple.const (u16.const 1) (u16.const 2) (u16.const 3) (u16.const 4)
    (u16.const 5) (u16.const 6) (u16.const 7) (u16.const 8))
  (u16.const 9)) "realloc return: beyond end of memory")
;; store_string_copy, store_list_into_range: 0 is an address like others
(component instance $t $Told)
(assert_return (invoke "take-string" (str.const "")) (u32.const 0))
(assert_return (invoke "take-u32s" (list.const)) (u32.const 0))
(assert_return (invoke "take-string" (str.const "x")) (u32.const 0))

;; call_and_trap_on_throw: a trap in realloc is a trap of the call
(component definition $Trapping
  (core module $M
    (memory (export "mem") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "take") (param i32 i32)))
  (core instance $m (instantiate $M))
  (func (export "take-string") (param "s" string)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-list") (param "l" (list u64))
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
)
(component instance $t $Trapping)
(assert_trap (invoke "take-string" (str.const "x")) "unreachable")
(component instance $t $Trapping)
(assert_trap (invoke "take-list" (list.const (u64.const 1))) "unreachable")
;; store_string_copy: realloc is called, and traps, for an empty string too
(component instance $t $Trapping)
(assert_trap (invoke "take-string" (str.const "")) "unreachable")

;; reallocate: realloc may grow the memory; what it returns is checked against the memory as it is then
(component definition $Growing
  (core module $M
    (memory (export "mem") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i32.mul (memory.grow (i32.const 1)) (i32.const 65536)))
    (func (export "take") (param i32 i32) (result i32)
      (i32.add (i32.mul (local.get 0) (i32.const 256)) (i32.load8_u (local.get 0))))
    ;; The first byte of the second string, in a list.
    (func (export "second") (param i32 i32) (result i32)
      (i32.load8_u (i32.load offset=8 (local.get 0)))))
  (core instance $m (instantiate $M))
  (func (export "take-string") (param "s" string) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "take-list") (param "l" (list u16)) (result u32)
    (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
  (func (export "second") (param "l" (list string)) (result u8)
    (canon lift (core func $m "second") (memory $m "mem") (realloc (func $m "realloc"))))
)
(component instance $g $Growing)
(assert_return (invoke "take-string" (str.const "A")) (u32.const 0x01000041))
(assert_return (invoke "take-list" (list.const (u16.const 0x42))) (u32.const 0x02000042))
;; store_list_into_valid_range: the list is still written to after realloc has grown the memory for its elements
(assert_return (invoke "second" (list.const (str.const "C") (str.const "D"))) (u8.const 0x44))

;; canon lower: a string that an import returns is allocated with the realloc of the lowered function
(component
  (import "host" (instance $host (export "return-hi" (func (result string)))))
  (core module $Libc
    (memory (export "mem") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i32.store offset=100 (i32.const 0) (local.get 2))
      (i32.store offset=104 (i32.const 0) (local.get 3))
      (i32.const 200)))
  (core instance $libc (instantiate $Libc))
  (core func $return-hi
    (canon lower (func $host "return-hi") (memory $libc "mem") (realloc (func $libc "realloc"))))
  (core module $M
    (import "libc" "mem" (memory 1))
    (import "host" "return-hi" (func $return-hi (param i32)))
    ;; Alignment, size, address, length and text.
    (func (export "run") (result i32)
      (call $return-hi (i32.const 108))
      (i32.store offset=116 (i32.const 0) (i32.load16_u (i32.load offset=108 (i32.const 0))))
      (i32.const 100)))
  (core instance $m (instantiate $M
    (with "libc" (instance $libc)) (with "host" (instance (export "return-hi" (func $return-hi))))))
  (func (export "run") (result (tuple u32 u32 u32 u32 u32)) (canon lift (core func $m "run") (memory $libc "mem")))
)
(assert_return (invoke "run")
  (tuple.const (u32.const 1) (u32.const 2) (u32.const 200) (u32.const 2) (u32.const 0x6968)))

;; Strings from one component to another, in each pair of encodings. The one that receives writes down the calls of its
;; realloc, as above; what is sent stands in the memory of the one that sends.
(component definition $Transcoding
  (core module $R
    (memory (export "mem") 1)
    (global $count (mut i32) (i32.const 0))
    (global $next (mut i32) (i32.const 4096))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $entry i32)
      (global.set $next
        (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
      (local.set $entry (i32.add (i32.const 1024) (i32.mul (global.get $count) (i32.const 16))))
      (i32.store offset=0 (local.get $entry) (local.get $old))
      (i32.store offset=4 (local.get $entry) (local.get $old-size))
      (i32.store offset=8 (local.get $entry) (local.get $align))
      (i32.store offset=12 (local.get $entry) (local.get $size))
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (memory.copy
        (global.get $next)
        (local.get $old)
        (select (local.get $old-size) (local.get $size) (i32.lt_u (local.get $old-size) (local.get $size))))
      (global.get $next)
      (global.set $next (i32.add (global.get $next) (local.get $size))))
    (func (export "take") (param i32 i32)
      (i32.store (i32.const 0) (local.get 0))
      (i32.store (i32.const 4) (local.get 1)))
    (func (export "got") (result i32) (i32.const 0))
    (func (export "calls") (result i32)
      (i32.store offset=12 (i32.const 0) (i32.const 1024))
      (i32.store offset=16 (i32.const 0) (global.get $count))
      (i32.const 12)))
  (component $Utf8
    (core instance $r (instantiate $R))
    (func (export "take") (param "s" string)
      (canon lift (core func $r "take") (memory $r "mem") (realloc (func $r "realloc")) string-encoding=utf8))
    (func (export "got") (result string) (canon lift (core func $r "got") (memory $r "mem") string-encoding=utf8))
    (func (export "calls") (result (list (tuple u32 u32 u32 u32)))
      (canon lift (core func $r "calls") (memory $r "mem"))))
  (component $Utf16
    (core instance $r (instantiate $R))
    (func (export "take") (param "s" string)
      (canon lift (core func $r "take") (memory $r "mem") (realloc (func $r "realloc")) string-encoding=utf16))
    (func (export "got") (result string) (canon lift (core func $r "got") (memory $r "mem") string-encoding=utf16))
    (func (export "calls") (result (list (tuple u32 u32 u32 u32)))
      (canon lift (core func $r "calls") (memory $r "mem"))))
  (component $Latin1
    (core instance $r (instantiate $R))
    (func (export "take") (param "s" string)
      (canon lift (core func $r "take") (memory $r "mem") (realloc (func $r "realloc")) string-encoding=latin1+utf16))
    (func (export "got") (result string)
      (canon lift (core func $r "got") (memory $r "mem") string-encoding=latin1+utf16))
    (func (export "calls") (result (list (tuple u32 u32 u32 u32)))
      (canon lift (core func $r "calls") (memory $r "mem"))))
  (instance $utf8 (instantiate $Utf8))
  (instance $utf16 (instantiate $Utf16))
  (instance $latin1 (instantiate $Latin1))
  (component $Sender
    (import "utf8" (func $utf8 (param "s" string)))
    (import "utf16" (func $utf16 (param "s" string)))
    (import "latin1" (func $latin1 (param "s" string)))
    (core module $Texts
      (memory (export "mem") 1)
      (data (i32.const 0) "abc")
      (data (i32.const 16) "a\c3\a9b")                   ;; aéb in UTF-8
      (data (i32.const 32) "a\e2\82\acb")                ;; a€b in UTF-8
      (data (i32.const 48) "a\00b\00c\00")               ;; abc in UTF-16
      (data (i32.const 64) "a\00\e9\00b\00")             ;; aéb in UTF-16
      (data (i32.const 80) "a\00\ac\20b\00")             ;; a€b in UTF-16
      (data (i32.const 96) "a\e9b")                      ;; aéb in Latin-1
      (data (i32.const 112) "\ac\20\ac\20\ac\20")        ;; €€€ in UTF-16
      (data (i32.const 128) "\3d\d8\00\de"))             ;; U+1F600 in UTF-16
    (core instance $texts (instantiate $Texts))
    (alias core export $texts "mem" (core memory $mem))
    (core func $utf8-to-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=utf8))
    (core func $utf8-to-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=utf8))
    (core func $utf8-to-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=utf8))
    (core func $utf16-to-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=utf16))
    (core func $utf16-to-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=utf16))
    (core func $utf16-to-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=utf16))
    (core func $latin1-to-utf8 (canon lower (func $utf8) (memory $mem) string-encoding=latin1+utf16))
    (core func $latin1-to-utf16 (canon lower (func $utf16) (memory $mem) string-encoding=latin1+utf16))
    (core func $latin1-to-latin1 (canon lower (func $latin1) (memory $mem) string-encoding=latin1+utf16))
    (core module $Forward
      (import "" "f" (func $f (param i32 i32)))
      (func (export "f") (param i32 i32) (call $f (local.get 0) (local.get 1))))
    (core instance $a (instantiate $Forward (with "" (instance (export "f" (func $utf8-to-utf8))))))
    (core instance $b (instantiate $Forward (with "" (instance (export "f" (func $utf8-to-utf16))))))
    (core instance $c (instantiate $Forward (with "" (instance (export "f" (func $utf8-to-latin1))))))
    (core instance $d (instantiate $Forward (with "" (instance (export "f" (func $utf16-to-utf8))))))
    (core instance $e (instantiate $Forward (with "" (instance (export "f" (func $utf16-to-utf16))))))
    (core instance $f (instantiate $Forward (with "" (instance (export "f" (func $utf16-to-latin1))))))
    (core instance $g (instantiate $Forward (with "" (instance (export "f" (func $latin1-to-utf8))))))
    (core instance $h (instantiate $Forward (with "" (instance (export "f" (func $latin1-to-utf16))))))
    (core instance $i (instantiate $Forward (with "" (instance (export "f" (func $latin1-to-latin1))))))
    (type $Send (func (param "at" u32) (param "length" u32)))
    (func (export "utf8-to-utf8") (type $Send) (canon lift (core func $a "f")))
    (func (export "utf8-to-utf16") (type $Send) (canon lift (core func $b "f")))
    (func (export "utf8-to-latin1") (type $Send) (canon lift (core func $c "f")))
    (func (export "utf16-to-utf8") (type $Send) (canon lift (core func $d "f")))
    (func (export "utf16-to-utf16") (type $Send) (canon lift (core func $e "f")))
    (func (export "utf16-to-latin1") (type $Send) (canon lift (core func $f "f")))
    (func (export "latin1-to-utf8") (type $Send) (canon lift (core func $g "f")))
    (func (export "latin1-to-utf16") (type $Send) (canon lift (core func $h "f")))
    (func (export "latin1-to-latin1") (type $Send) (canon lift (core func $i "f"))))
  (instance $sender (instantiate $Sender
    (with "utf8" (func $utf8 "take")) (with "utf16" (func $utf16 "take")) (with "latin1" (func $latin1 "take"))))
  (export "utf8-to-utf8" (func $sender "utf8-to-utf8"))
  (export "utf8-to-utf16" (func $sender "utf8-to-utf16"))
  (export "utf8-to-latin1" (func $sender "utf8-to-latin1"))
  (export "utf16-to-utf8" (func $sender "utf16-to-utf8"))
  (export "utf16-to-utf16" (func $sender "utf16-to-utf16"))
  (export "utf16-to-latin1" (func $sender "utf16-to-latin1"))
  (export "latin1-to-utf8" (func $sender "latin1-to-utf8"))
  (export "latin1-to-utf16" (func $sender "latin1-to-utf16"))
  (export "latin1-to-latin1" (func $sender "latin1-to-latin1"))
  (export "utf8-got" (func $utf8 "got"))
  (export "utf8-calls" (func $utf8 "calls"))
  (export "utf16-got" (func $utf16 "got"))
  (export "utf16-calls" (func $utf16 "calls"))
  (export "latin1-got" (func $latin1 "got"))
  (export "latin1-calls" (func $latin1 "calls"))
)

;; store_string_copy: UTF-8 to UTF-8 is one allocation of as many bytes
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-utf8" (u32.const 16) (u32.const 4)))
(assert_return (invoke "utf8-got") (str.const "aéb"))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 4))))

;; store_utf8_to_utf16: two bytes for each, as if all were ASCII
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-utf16" (u32.const 0) (u32.const 3)))
(assert_return (invoke "utf16-got") (str.const "abc"))
(assert_return (invoke "utf16-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 6))))
;; store_utf8_to_utf16: what turns out to be shorter is reallocated
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-utf16" (u32.const 32) (u32.const 5)))
(assert_return (invoke "utf16-got") (str.const "a€b"))
(assert_return (invoke "utf16-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 10))
  (tuple.const (u32.const 4096) (u32.const 10) (u32.const 2) (u32.const 6))))

;; store_string_to_latin1_or_utf16: as many bytes as the source has code units, which is enough for ASCII
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-latin1" (u32.const 0) (u32.const 3)))
(assert_return (invoke "latin1-got") (str.const "abc"))
(assert_return (invoke "latin1-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 3))))
;; store_string_to_latin1_or_utf16: Latin-1 that is shorter than its UTF-8 is reallocated
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-latin1" (u32.const 16) (u32.const 4)))
(assert_return (invoke "latin1-got") (str.const "aéb"))
(assert_return (invoke "latin1-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 4))
  (tuple.const (u32.const 4096) (u32.const 4) (u32.const 2) (u32.const 3))))
;; store_string_to_latin1_or_utf16: a code point above 0xff makes it UTF-16: grown to the worst case, then shrunk
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-latin1" (u32.const 32) (u32.const 5)))
(assert_return (invoke "latin1-got") (str.const "a€b"))
(assert_return (invoke "latin1-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 5))
  (tuple.const (u32.const 4096) (u32.const 5) (u32.const 2) (u32.const 10))
  (tuple.const (u32.const 4102) (u32.const 10) (u32.const 2) (u32.const 6))))

;; store_utf16_to_utf8: one byte for each code unit, which is enough for ASCII
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-utf8" (u32.const 48) (u32.const 3)))
(assert_return (invoke "utf8-got") (str.const "abc"))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3))))
;; store_utf16_to_utf8: at the first code point that isn't ASCII grown to three bytes for each, then shrunk
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-utf8" (u32.const 64) (u32.const 3)))
(assert_return (invoke "utf8-got") (str.const "aéb"))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3))
  (tuple.const (u32.const 4096) (u32.const 3) (u32.const 1) (u32.const 9))
  (tuple.const (u32.const 4099) (u32.const 9) (u32.const 1) (u32.const 4))))
;; store_utf16_to_utf8: nothing is shrunk if it is the worst case
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-utf8" (u32.const 112) (u32.const 3)))
(assert_return (invoke "utf8-got") (str.const "€€€"))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3))
  (tuple.const (u32.const 4096) (u32.const 3) (u32.const 1) (u32.const 9))))
;; store_utf16_to_utf8: a pair of surrogates becomes four bytes of the six
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-utf8" (u32.const 128) (u32.const 2)))
(assert_return (invoke "utf8-got") (str.const "\u{1f600}"))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 2))
  (tuple.const (u32.const 4096) (u32.const 2) (u32.const 1) (u32.const 6))
  (tuple.const (u32.const 4098) (u32.const 6) (u32.const 1) (u32.const 4))))

;; store_string_copy: UTF-16 to UTF-16 is one allocation
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-utf16" (u32.const 80) (u32.const 3)))
(assert_return (invoke "utf16-got") (str.const "a€b"))
(assert_return (invoke "utf16-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 6))))

;; store_string_to_latin1_or_utf16: UTF-16 that is Latin-1 needs a byte for each code unit
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-latin1" (u32.const 64) (u32.const 3)))
(assert_return (invoke "latin1-got") (str.const "aéb"))
(assert_return (invoke "latin1-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 3))))
;; store_string_to_latin1_or_utf16: otherwise it is grown to two bytes for each, and never shrunk
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-latin1" (u32.const 80) (u32.const 3)))
(assert_return (invoke "latin1-got") (str.const "a€b"))
(assert_return (invoke "latin1-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 3))
  (tuple.const (u32.const 4096) (u32.const 3) (u32.const 2) (u32.const 6))))

;; store_latin1_to_utf8: one byte for each, at the first code point that isn't ASCII two, then shrunk
(component instance $t $Transcoding)
(assert_return (invoke "latin1-to-utf8" (u32.const 96) (u32.const 3)))
(assert_return (invoke "utf8-got") (str.const "aéb"))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3))
  (tuple.const (u32.const 4096) (u32.const 3) (u32.const 1) (u32.const 6))
  (tuple.const (u32.const 4099) (u32.const 6) (u32.const 1) (u32.const 4))))
;; store_utf16_to_utf8: what has the tag is UTF-16: three bytes for each
(component instance $t $Transcoding)
(assert_return (invoke "latin1-to-utf8" (u32.const 80) (u32.const 0x80000003)))
(assert_return (invoke "utf8-got") (str.const "a€b"))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 3))
  (tuple.const (u32.const 4096) (u32.const 3) (u32.const 1) (u32.const 9))
  (tuple.const (u32.const 4099) (u32.const 9) (u32.const 1) (u32.const 5))))

;; store_string_copy: Latin-1 to UTF-16 is one allocation of two bytes for each
(component instance $t $Transcoding)
(assert_return (invoke "latin1-to-utf16" (u32.const 96) (u32.const 3)))
(assert_return (invoke "utf16-got") (str.const "aéb"))
(assert_return (invoke "utf16-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 6))))

;; store_string_copy: Latin-1 to Latin-1 is one allocation of a byte for each, aligned to 2
(component instance $t $Transcoding)
(assert_return (invoke "latin1-to-latin1" (u32.const 96) (u32.const 3)))
(assert_return (invoke "latin1-got") (str.const "aéb"))
(assert_return (invoke "latin1-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 3))))
;; store_probably_utf16_to_latin1_or_utf16: what has to be UTF-16 is one allocation
(component instance $t $Transcoding)
(assert_return (invoke "latin1-to-latin1" (u32.const 80) (u32.const 0x80000003)))
(assert_return (invoke "latin1-got") (str.const "a€b"))
(assert_return (invoke "latin1-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 6))))
;; store_probably_utf16_to_latin1_or_utf16: tagged as UTF-16 but needn't be: shrunk to Latin-1
(component instance $t $Transcoding)
(assert_return (invoke "latin1-to-latin1" (u32.const 64) (u32.const 0x80000003)))
(assert_return (invoke "latin1-got") (str.const "aéb"))

;; An empty string is sent with any pair of encodings, with an allocation of 0 bytes.
;; store_string_copy: also from UTF-8 to UTF-8
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-utf8" (u32.const 0) (u32.const 0)))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 0))))
;; store_utf8_to_utf16: also from UTF-8 to UTF-16
(component instance $t $Transcoding)
(assert_return (invoke "utf8-to-utf16" (u32.const 0) (u32.const 0)))
(assert_return (invoke "utf16-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 2) (u32.const 0))))
;; store_utf16_to_utf8: also from UTF-16 to UTF-8
(component instance $t $Transcoding)
(assert_return (invoke "utf16-to-utf8" (u32.const 0) (u32.const 0)))
(assert_return (invoke "utf8-calls") (list.const
  (tuple.const (u32.const 0) (u32.const 0) (u32.const 1) (u32.const 0))))

;; A component that sends to another one, whose realloc returns what it was told.
(component definition $Between
  (component $Receiver
    (core module $M
      (memory (export "mem") 1)
      (global $answer (mut i32) (i32.const 0))
      (func (export "tell") (param i32) (global.set $answer (local.get 0)))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (global.get $answer))
      (func (export "take") (param i32 i32) (result i32) (local.get 0)))
    (core instance $m (instantiate $M))
    (func (export "tell") (param "answer" u32) (canon lift (core func $m "tell")))
    (func (export "string") (param "s" string) (result u32)
      (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc"))))
    (func (export "utf16") (param "s" string) (result u32)
      (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc")) string-encoding=utf16))
    (func (export "u32s") (param "l" (list u32)) (result u32)
      (canon lift (core func $m "take") (memory $m "mem") (realloc (func $m "realloc")))))
  (component $Sender
    (import "string" (func $string (param "s" string) (result u32)))
    (import "utf16" (func $utf16 (param "s" string) (result u32)))
    (import "u32s" (func $u32s (param "l" (list u32)) (result u32)))
    (core module $Memory (memory (export "mem") 1))
    (core instance $memory (instantiate $Memory))
    (core func $string' (canon lower (func $string) (memory $memory "mem")))
    (core func $utf16' (canon lower (func $utf16) (memory $memory "mem")))
    (core func $u32s' (canon lower (func $u32s) (memory $memory "mem")))
    (core module $M
      (import "" "string" (func $string (param i32 i32) (result i32)))
      (import "" "utf16" (func $utf16 (param i32 i32) (result i32)))
      (import "" "u32s" (func $u32s (param i32 i32) (result i32)))
      (func (export "string") (param i32) (result i32) (call $string (i32.const 0) (local.get 0)))
      (func (export "utf16") (param i32) (result i32) (call $utf16 (i32.const 0) (local.get 0)))
      (func (export "u32s") (param i32) (result i32) (call $u32s (i32.const 0) (local.get 0))))
    (core instance $m (instantiate $M (with "" (instance
      (export "string" (func $string')) (export "utf16" (func $utf16')) (export "u32s" (func $u32s'))))))
    (func (export "string") (param "length" u32) (result u32) (canon lift (core func $m "string")))
    (func (export "utf16") (param "length" u32) (result u32) (canon lift (core func $m "utf16")))
    (func (export "u32s") (param "length" u32) (result u32) (canon lift (core func $m "u32s"))))
  (instance $receiver (instantiate $Receiver))
  (instance $sender (instantiate $Sender
    (with "string" (func $receiver "string"))
    (with "utf16" (func $receiver "utf16"))
    (with "u32s" (func $receiver "u32s"))))
  (export "tell" (func $receiver "tell"))
  (export "string" (func $sender "string"))
  (export "utf16" (func $sender "utf16"))
  (export "u32s" (func $sender "u32s"))
)
;; store_list_into_range: trap if the address isn't aligned
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 6)))
(assert_trap (invoke "u32s" (u32.const 1)) "unaligned pointer")
;; store_list_into_range: trap if the list doesn't fit behind the address
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 65532)))
(assert_trap (invoke "u32s" (u32.const 2)) "list content out-of-bounds")
;; store_list_into_range: the sum of address and length doesn't wrap around
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 0xfffffffc)))
(assert_trap (invoke "u32s" (u32.const 1)) "list content out-of-bounds")
;; store_list_into_range: it may end where the memory ends
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 65528)))
(assert_return (invoke "u32s" (u32.const 2)) (u32.const 65528))
;; store_utf8_to_utf16: trap if the address isn't aligned to 2
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 7)))
(assert_trap (invoke "utf16" (u32.const 1)) "unaligned pointer")
;; store_utf8_to_utf16: trap if the string doesn't fit behind the address
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 65534)))
(assert_trap (invoke "utf16" (u32.const 2)) "string content out-of-bounds")
;; store_string_copy: trap if the string doesn't fit behind the address
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 65530)))
(assert_trap (invoke "string" (u32.const 7)) "string content out-of-bounds")
;; store_string_copy: it may end where the memory ends
(component instance $b $Between)
(assert_return (invoke "tell" (u32.const 65530)))
(assert_return (invoke "string" (u32.const 6)) (u32.const 65530))
