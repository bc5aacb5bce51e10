;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true
;; CanonicalABI.md, "Element Size" (elem_size_record), "Loading" (load_record), "Storing" (store_record), "Flat Lifting"
;; and "Flat Lowering" (of records): records.

;; --- lift_flat_record and load_record, seen by the host --------------------------------------------------------------

;; "one" is a record of a single flat value, all others are loaded from where the host says.
(component definition $Lift
  (type $one' (record (field "only" s8)))
  (export $one "one-type" (type $one'))
  (type $mixed' (record (field "a" u8) (field "b" u16) (field "c" bool) (field "d" u32) (field "e" s64)
    (field "f" char)))
  (export $mixed "mixed-type" (type $mixed'))
  (type $inner' (record (field "x" u8) (field "y" u32)))
  (export $inner "inner-type" (type $inner'))
  (type $outer' (record (field "first" u8) (field "in" $inner) (field "last" u8)))
  (export $outer "outer-type" (type $outer'))
  (type $texts' (record (field "name" string) (field "bytes" (list u8)) (field "flag" bool)))
  (export $texts "texts-type" (type $texts'))
  (type $wrapped' (record (field "inner" $one)))
  (export $wrapped "wrapped-type" (type $wrapped'))
  (core module $m
    (memory (export "memory") 1)
    ;; a b c d e f, at 0 2 4 8 16 24 of 32 bytes, and 0xee for what is in between
    (data (i32.const 64) "\01\ee\03\02\02\ee\ee\ee\07\06\05\04\ee\ee\ee\ee")
    (data (i32.const 80) "\fe\ff\ff\ff\ff\ff\ff\ff\ac\20\00\00\ee\ee\ee\ee")
    ;; first, in.x, in.y, last, at 0 4 8 12 of 16 bytes
    (data (i32.const 96) "\01\ee\ee\ee\02\ee\ee\ee\05\04\03\00\06\ee\ee\ee")
    ;; name, bytes, flag, at 0 8 16 of 20 bytes
    (data (i32.const 112) "\c8\00\00\00\04\00\00\00\cc\00\00\00\02\00\00\00\01\ee\ee\ee")
    (data (i32.const 136) "\c8\00\00\00\00\00\00\00\cc\00\00\00\00\00\00\00\00\ee\ee\ee")
    ;; a string beyond memory; a list beyond memory
    (data (i32.const 160) "\ff\ff\00\00\02\00\00\00\cc\00\00\00\02\00\00\00\01\ee\ee\ee")
    (data (i32.const 180) "\c8\00\00\00\04\00\00\00\00\00\01\00\01\00\00\00\01\ee\ee\ee")
    (data (i32.const 200) "name\08\09")
    ;; as at 64, with a surrogate for f
    (data (i32.const 224) "\01\ee\03\02\02\ee\ee\ee\07\06\05\04\ee\ee\ee\ee")
    (data (i32.const 240) "\fe\ff\ff\ff\ff\ff\ff\ff\00\d8\00\00\ee\ee\ee\ee")
    (func (export "same") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "one") (param "core" u32) (result $one) (canon lift (core func $i "same")))
  (func (export "wrapped") (param "core" u32) (result $wrapped) (canon lift (core func $i "same")))
  (func (export "mixed") (param "at" u32) (result $mixed) (canon lift (core func $i "same") (memory $mem)))
  (func (export "outer") (param "at" u32) (result $outer) (canon lift (core func $i "same") (memory $mem)))
  (func (export "texts") (param "at" u32) (result $texts) (canon lift (core func $i "same") (memory $mem))))

(component instance $i $Lift)
;; lift_flat_record: a field of a single flat value, as if it were alone
(assert_return (invoke "one" (u32.const 0x1ff)) (record.const (field "only" s8.const -1)))
;; lift_flat_record: a record in a record adds nothing
(assert_return (invoke "wrapped" (u32.const 0x7f)) (record.const (field "inner" record.const
  (field "only" s8.const 127))))
;; load_record: each field at the next multiple of its alignment; what is in between doesn't matter
(assert_return (invoke "mixed" (u32.const 64))
  (record.const (field "a" u8.const 1) (field "b" u16.const 0x0203) (field "c" bool.const true)
  (field "d" u32.const 0x04050607) (field "e" s64.const -2) (field "f" char.const "\u{20ac}")))
;; load_record: a record in a record is aligned and padded as a whole
(assert_return (invoke "outer" (u32.const 96))
  (record.const (field "first" u8.const 1)
  (field "in" record.const (field "x" u8.const 2) (field "y" u32.const 0x00030405))
  (field "last" u8.const 6)))
;; load_record: pairs of pointer and length as fields
(assert_return (invoke "texts" (u32.const 112))
  (record.const (field "name" str.const "name") (field "bytes" list.const (u8.const 8) (u8.const 9))
    (field "flag" bool.const true)))
(assert_return (invoke "texts" (u32.const 136))
  (record.const (field "name" str.const "") (field "bytes" list.const) (field "flag" bool.const false)))

;; load_record: the traps of load_string, of load_list and of convert_i32_to_char for a field
(assert_trap (invoke "texts" (u32.const 160)) "string out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "texts" (u32.const 180)) "list out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "mixed" (u32.const 224)) "not a Unicode scalar value")
;; lift_flat_values: trap_if(ptr + elem_size > len(memory)); elem_size is 32, with the 4 bytes after the last field
(component instance $i $Lift)
(assert_trap (invoke "mixed" (u32.const 65512)) "out of bounds")

;; --- lower_flat_record and store_record, from the host ---------------------------------------------------------------

;; Functions like "a" and "x" give one of the flat values of a record, those like "u8-at" the number that is so many
;; bytes behind the begin of a list of records.
(component
  (type $flat' (record (field "a" s8) (field "b" u64) (field "c" f32) (field "d" f64)))
  (export $flat "flat-type" (type $flat'))
  (type $nested' (record (field "x" u16) (field "y" $flat) (field "z" char)))
  (export $nested "nested-type" (type $nested'))
  (type $elem' (record (field "a" bool) (field "b" u32) (field "c" s16) (field "d" u64)))
  (export $elem "elem-type" (type $elem'))
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 64)
    (func (export "a") (param i32 i64 f32 f64) (result i32) local.get 0)
    (func (export "b") (param i32 i64 f32 f64) (result i64) local.get 1)
    (func (export "c") (param i32 i64 f32 f64) (result i32) (i32.reinterpret_f32 (local.get 2)))
    (func (export "d") (param i32 i64 f32 f64) (result i64) (i64.reinterpret_f64 (local.get 3)))
    (func (export "x") (param i32 i32 i64 f32 f64 i32) (result i32) local.get 0)
    (func (export "ya") (param i32 i32 i64 f32 f64 i32) (result i32) local.get 1)
    (func (export "z") (param i32 i32 i64 f32 f64 i32) (result i32) local.get 5)
    (func (export "u8-at") (param i32 i32 i32) (result i32) (i32.load8_u (i32.add (local.get 0) (local.get 2))))
    (func (export "u16-at") (param i32 i32 i32) (result i32) (i32.load16_u (i32.add (local.get 0) (local.get 2))))
    (func (export "u32-at") (param i32 i32 i32) (result i32) (i32.load (i32.add (local.get 0) (local.get 2))))
    (func (export "u64-at") (param i32 i32 i32) (result i64) (i64.load (i32.add (local.get 0) (local.get 2)))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "a") (param "v" $flat) (result u32) (canon lift (core func $i "a")))
  (func (export "b") (param "v" $flat) (result u64) (canon lift (core func $i "b")))
  (func (export "c") (param "v" $flat) (result u32) (canon lift (core func $i "c")))
  (func (export "d") (param "v" $flat) (result u64) (canon lift (core func $i "d")))
  (func (export "x") (param "v" $nested) (result u32) (canon lift (core func $i "x")))
  (func (export "ya") (param "v" $nested) (result u32) (canon lift (core func $i "ya")))
  (func (export "z") (param "v" $nested) (result u32) (canon lift (core func $i "z")))
  (func (export "u8-at") (param "v" (list $elem)) (param "offset" u32) (result u32)
    (canon lift (core func $i "u8-at") (memory $mem) (realloc $realloc)))
  (func (export "u16-at") (param "v" (list $elem)) (param "offset" u32) (result u32)
    (canon lift (core func $i "u16-at") (memory $mem) (realloc $realloc)))
  (func (export "u32-at") (param "v" (list $elem)) (param "offset" u32) (result u32)
    (canon lift (core func $i "u32-at") (memory $mem) (realloc $realloc)))
  (func (export "u64-at") (param "v" (list $elem)) (param "offset" u32) (result u64)
    (canon lift (core func $i "u64-at") (memory $mem) (realloc $realloc))))

;; lower_flat_record: the flat values of the fields, in their order
(assert_return (invoke "a"
  (record.const (field "a" s8.const -3) (field "b" u64.const 4) (field "c" f32.const 1.5) (field "d" f64.const -2.5)))
    (u32.const 0xfffffffd))
(assert_return (invoke "b"
  (record.const (field "a" s8.const -3) (field "b" u64.const 4) (field "c" f32.const 1.5) (field "d" f64.const -2.5)))
    (u64.const 4))
(assert_return (invoke "c"
  (record.const (field "a" s8.const -3) (field "b" u64.const 4) (field "c" f32.const 1.5) (field "d" f64.const -2.5)))
    (u32.const 0x3fc00000))
(assert_return (invoke "d"
  (record.const (field "a" s8.const -3) (field "b" u64.const 4) (field "c" f32.const 1.5) (field "d" f64.const -2.5)))
    (u64.const 0xc004000000000000))
;; lower_flat_record: those of a record in a record at its place among the others
(assert_return (invoke "x" (record.const (field "x" u16.const 7) (field "y" record.const
  (field "a" s8.const -3) (field "b" u64.const 4) (field "c" f32.const 1.5) (field "d" f64.const -2.5))
  (field "z" char.const "z"))) (u32.const 7))
(assert_return (invoke "ya" (record.const (field "x" u16.const 7) (field "y" record.const
  (field "a" s8.const -3) (field "b" u64.const 4) (field "c" f32.const 1.5) (field "d" f64.const -2.5))
  (field "z" char.const "z"))) (u32.const 0xfffffffd))
(assert_return (invoke "z" (record.const (field "x" u16.const 7) (field "y" record.const
  (field "a" s8.const -3) (field "b" u64.const 4) (field "c" f32.const 1.5) (field "d" f64.const -2.5))
  (field "z" char.const "z"))) (u32.const 0x7a))
;; store_record: each field at the next multiple of its alignment: 0, 4, 8, 16
(assert_return (invoke "u8-at" (list.const
  (record.const (field "a" bool.const true) (field "b" u32.const 0x12345678) (field "c" s16.const -2)
    (field "d" u64.const 9)))
  (u32.const 0)) (u32.const 1))
(assert_return (invoke "u32-at" (list.const
  (record.const (field "a" bool.const true) (field "b" u32.const 0x12345678) (field "c" s16.const -2)
    (field "d" u64.const 9)))
  (u32.const 4)) (u32.const 0x12345678))
(assert_return (invoke "u16-at" (list.const
  (record.const (field "a" bool.const true) (field "b" u32.const 0x12345678) (field "c" s16.const -2)
    (field "d" u64.const 9)))
  (u32.const 8)) (u32.const 0xfffe))
(assert_return (invoke "u64-at" (list.const
  (record.const (field "a" bool.const true) (field "b" u32.const 0x12345678) (field "c" s16.const -2)
    (field "d" u64.const 9)))
  (u32.const 16)) (u64.const 9))
;; elem_size_record: 24, so the last field of the second element is at 24 + 16
(assert_return (invoke "u64-at"
  (list.const (record.const (field "a" bool.const true) (field "b" u32.const 2) (field "c" s16.const -2)
    (field "d" u64.const 9))
  (record.const (field "a" bool.const true) (field "b" u32.const 2) (field "c" s16.const -2) (field "d" u64.const 10)))
  (u32.const 40)) (u64.const 10))

;; --- from a component to another one ---------------------------------------------------------------------------------

;; $From's functions give all flat values of a record, or fetch a record as a result and give what is so far behind its
;; begin.
(component definition $Pass
  (component $To
    (type $flat' (record (field "a" s8) (field "b" u64) (field "c" bool)))
    (export $flat "flat-type" (type $flat'))
    (type $text' (record (field "a" u8) (field "s" string)))
    (export $text "text-type" (type $text'))
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\80\ee\ee\ee\ee\ee\ee\ee\08\07\06\05\04\03\02\01\05\ee\ee\ee\ee\ee\ee\ee")
      (data (i32.const 96) "\07\ee\ee\ee\80\00\00\00\02\00\00\00")
      (data (i32.const 128) "ok")
      (func (export "sum") (param i32 i64 i32) (result i64)
        (i64.add (i64.add (i64.extend_i32_s (local.get 0)) (local.get 1)) (i64.extend_i32_u (local.get 2))))
      (func (export "same") (param i32) (result i32) local.get 0))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (func (export "sum") (param "v" $flat) (result s64) (canon lift (core func $i "sum")))
    (func (export "get-flat") (param "at" u32) (result $flat) (canon lift (core func $i "same") (memory $mem)))
    (func (export "get-text") (param "at" u32) (result $text) (canon lift (core func $i "same") (memory $mem))))
  (component $From
    (import "to" (instance $to
      (type $flat' (record (field "a" s8) (field "b" u64) (field "c" bool)))
      (export "flat-type" (type $flat (eq $flat')))
      (type $text' (record (field "a" u8) (field "s" string)))
      (export "text-type" (type $text (eq $text')))
      (export "sum" (func (param "v" $flat) (result s64)))
      (export "get-flat" (func (param "at" u32) (result $flat)))
      (export "get-text" (func (param "at" u32) (result $text)))))
    (core module $libc
      (memory (export "memory") 1)
      (func $fill (memory.fill (i32.const 512) (i32.const 0xaa) (i32.const 64)))
      (start $fill)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024))
    (core instance $libc (instantiate $libc))
    (alias core export $libc "memory" (core memory $mem))
    (alias core export $libc "realloc" (core func $realloc))
    (core func $sum (canon lower (func $to "sum")))
    (core func $get-flat (canon lower (func $to "get-flat") (memory $mem)))
    (core func $get-text (canon lower (func $to "get-text") (memory $mem) (realloc $realloc)))
    (core module $m
      (import "libc" "memory" (memory 1))
      (import "to" "get-flat" (func $get-flat (param i32 i32)))
      (import "to" "get-text" (func $get-text (param i32 i32)))
      (func (export "flat") (param $offset i32) (result i64)
        (call $get-flat (i32.const 64) (i32.const 512))
        (i64.load (i32.add (i32.const 512) (local.get $offset))))
      (func (export "text") (param $offset i32) (result i64)
        (call $get-text (i32.const 96) (i32.const 512))
        (i64.load (i32.add (i32.const 512) (local.get $offset))))
      (func (export "text-at") (result i32)
        (call $get-text (i32.const 96) (i32.const 512))
        (i32.load16_u (i32.load (i32.const 516))))
      (func (export "flat-at") (param $ptr i32)
        (call $get-flat (i32.const 64) (local.get $ptr))))
    (core instance $i (instantiate $m
      (with "libc" (instance $libc))
      (with "to" (instance (export "get-flat" (func $get-flat)) (export "get-text" (func $get-text))))))
    (func (export "sum") (param "a" u32) (param "b" u64) (param "c" u32) (result s64) (canon lift (core func $sum)))
    (func (export "flat") (param "offset" u32) (result u64) (canon lift (core func $i "flat")))
    (func (export "text") (param "offset" u32) (result u64) (canon lift (core func $i "text")))
    (func (export "text-at") (result u32) (canon lift (core func $i "text-at")))
    (func (export "flat-at") (param "ptr" u32) (canon lift (core func $i "flat-at"))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From (with "to" (instance $to))))
  (export "sum" (func $from "sum"))
  (export "flat" (func $from "flat"))
  (export "text" (func $from "text"))
  (export "text-at" (func $from "text-at"))
  (export "flat-at" (func $from "flat-at")))

(component instance $i $Pass)
;; lift_flat_record, then lower_flat_record: each field is lifted and lowered by its type (-1 + 1000 + 1)
(assert_return (invoke "sum" (u32.const 0x000000ff) (u64.const 1000) (u32.const 0xff00)) (s64.const 1000))
;; load_record, then store_record: the fields at 0, 8 and 16, and no other byte changes
(assert_return (invoke "flat" (u32.const 0)) (u64.const 0xaaaaaaaaaaaaaa80))
(assert_return (invoke "flat" (u32.const 8)) (u64.const 0x0102030405060708))
;; ... where a bool arrives as 1
(assert_return (invoke "flat" (u32.const 16)) (u64.const 0xaaaaaaaaaaaaaa01))
;; load_record, then store_record: a string at 4, as a pair
(assert_return (invoke "text" (u32.const 0)) (u64.const 0x00000400aaaaaa07))
(assert_return (invoke "text" (u32.const 4)) (u64.const 0x0000000200000400))
(assert_return (invoke "text-at") (u32.const 0x6b6f))
;; lower_flat_values: trap_if(ptr + elem_size > len(memory)) of the pointer for a result
(assert_trap (invoke "flat-at" (u32.const 65520)) "out of bounds")
;; lower_flat_values: trap_if(ptr != align_to(ptr, alignment)) of the pointer for a result
(component instance $i $Pass)
(assert_trap (invoke "flat-at" (u32.const 516)) "unaligned pointer")
