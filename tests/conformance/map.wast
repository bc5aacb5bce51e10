;;! component_model_map = true
;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true
;; CanonicalABI.md, "Despecialization": a map is a list of tuples of a key and a value. So "Loading" (load_list),
;; "Storing" (store_list), "Flat Lifting" and "Flat Lowering" of lists of records.

;; --- from a component to another one ---------------------------------------------------------------------------------

;; $From passes whatever pointer and length the host says as a map, $To gives the length that it is told, and when
;; asked, the first 32 bytes of what it has been given since it was last asked, as four numbers ("stored").
(component definition $Pass
  (component $To
    (core module $m
      (memory (export "memory") 1)
      (global $next (mut i32) (i32.const 1024))
      (func $clear (memory.fill (i32.const 1024) (i32.const 0xaa) (i32.const 1024)))
      (start $clear)
      (func (export "realloc") (param $old i32) (param $size i32) (param $align i32) (param $new i32) (result i32)
        (local $ptr i32)
        (local.set $ptr
          (i32.and (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
        (global.set $next (i32.add (local.get $ptr) (local.get $new)))
        local.get $ptr)
      (func (export "take") (param i32 i32) (result i32) local.get 1)
      (func (export "stored") (result i32)
        (memory.copy (i32.const 8) (i32.const 1024) (i32.const 32))
        (call $clear)
        (global.set $next (i32.const 1024))
        i32.const 8))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "u8-u32") (param "v" (map u8 u32)) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc)))
    (func (export "u64-bool") (param "v" (map u64 bool)) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc)))
    (func (export "string-u8") (param "v" (map string u8)) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc)))
    (func (export "s16-string") (param "v" (map s16 string)) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc)))
    (func (export "char-option") (param "v" (map char (option u8))) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc)))
    (func (export "u8-map") (param "v" (map u8 (map u8 u8))) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc)))
    (func (export "list") (param "v" (list (map u8 u8))) (result u32)
      (canon lift (core func $i "take") (memory $mem) (realloc $realloc)))
    (func (export "stored") (result (tuple u64 u64 u64 u64)) (canon lift (core func $i "stored") (memory $mem))))
  (component $From
    (import "to" (instance $to
      (export "u8-u32" (func (param "v" (map u8 u32)) (result u32)))
      (export "u64-bool" (func (param "v" (map u64 bool)) (result u32)))
      (export "string-u8" (func (param "v" (map string u8)) (result u32)))
      (export "s16-string" (func (param "v" (map s16 string)) (result u32)))
      (export "char-option" (func (param "v" (map char (option u8))) (result u32)))
      (export "u8-map" (func (param "v" (map u8 (map u8 u8))) (result u32)))
      (export "list" (func (param "v" (list (map u8 u8))) (result u32)))))
    (core module $m
      (memory (export "memory") 1)
      ;; u8 and u32, at 0 and 4 of 8 bytes: 2 7, 1 8, 2 9
      (data (i32.const 128) "\02\ee\ee\ee\07\00\00\00\01\ee\ee\ee\08\00\00\00\02\ee\ee\ee\09\00\00\00")
      ;; u64 and bool, at 0 and 8 of 16 bytes
      (data
        (i32.const 160)
          "\08\07\06\05\04\03\02\01\ff\ee\ee\ee\ee\ee\ee\ee\01\00\00\00\00\00\00\00\00\ee\ee\ee\ee\ee\ee\ee")
      ;; string and u8, at 0 and 8 of 12 bytes: "key", "" (at an address that isn't within memory, in the third)
      (data
        (i32.const 192)
          "\00\02\00\00\03\00\00\00\05\ee\ee\ee\00\02\00\00\00\00\00\00"
          "\06\ee\ee\ee\ff\ff\00\00\02\00\00\00\06\ee\ee\ee")
      ;; s16 and string, at 0 and 4 of 12 bytes
      (data (i32.const 240) "\fe\ff\ee\ee\00\02\00\00\03\00\00\00")
      ;; char and an option of u8, at 0 and 4 of 8 bytes; then a surrogate, then a discriminant that is none
      (data
        (i32.const 256)
          "\61\00\00\00\01\07\ee\ee\ac\20\00\00\00\ee\ee\ee\00\d8\00\00\00\ee\ee\ee\61\00\00\00\02\07\ee\ee")
      ;; u8 and a map, at 0 and 4 of 12 bytes; lists of maps: pairs
      (data (i32.const 300) "\01\ee\ee\ee\00\03\00\00\02\00\00\00")
      (data (i32.const 320) "\00\03\00\00\01\00\00\00\02\03\00\00\01\00\00\00")
      (data (i32.const 512) "key")
      (data (i32.const 768) "\01\02\03\04"))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (core func $u8-u32 (canon lower (func $to "u8-u32") (memory $mem)))
    (core func $u64-bool (canon lower (func $to "u64-bool") (memory $mem)))
    (core func $string-u8 (canon lower (func $to "string-u8") (memory $mem)))
    (core func $s16-string (canon lower (func $to "s16-string") (memory $mem)))
    (core func $char-option (canon lower (func $to "char-option") (memory $mem)))
    (core func $u8-map (canon lower (func $to "u8-map") (memory $mem)))
    (core func $list (canon lower (func $to "list") (memory $mem)))
    (func (export "u8-u32") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $u8-u32)))
    (func (export "u64-bool") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $u64-bool)))
    (func (export "string-u8") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $string-u8)))
    (func (export "s16-string") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $s16-string)))
    (func (export "char-option") (param "ptr" u32) (param "length" u32) (result u32)
      (canon lift (core func $char-option)))
    (func (export "u8-map") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $u8-map)))
    (func (export "list") (param "ptr" u32) (param "length" u32) (result u32) (canon lift (core func $list))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From (with "to" (instance $to))))
  (export "stored" (func $to "stored"))
  (export "u8-u32" (func $from "u8-u32"))
  (export "u64-bool" (func $from "u64-bool"))
  (export "string-u8" (func $from "string-u8"))
  (export "s16-string" (func $from "s16-string"))
  (export "char-option" (func $from "char-option"))
  (export "u8-map" (func $from "u8-map"))
  (export "list" (func $from "list")))

(component instance $i $Pass)
;; lift_flat_list: a map is a pointer and a length; no entries
(assert_return (invoke "u8-u32" (u32.const 128) (u32.const 0)) (u32.const 0))
(assert_return (invoke "u8-u32" (u32.const 65536) (u32.const 0)) (u32.const 0))
;; load_list, then store_list: the length is the number of entries
(assert_return (invoke "u8-u32" (u32.const 128) (u32.const 2)) (u32.const 2))
;; ... in the order in which they are, each a tuple of key and value, without what is between them
(assert_return (invoke "stored")
  (tuple.const (u64.const 0x00000007aaaaaa02) (u64.const 0x00000008aaaaaa01) (u64.const 0xaaaaaaaaaaaaaaaa)
    (u64.const 0xaaaaaaaaaaaaaaaa)))
;; MapType has no guarantee that keys are unique: entries of the same key all arrive
(assert_return (invoke "u8-u32" (u32.const 128) (u32.const 3)) (u32.const 3))
(assert_return (invoke "stored")
  (tuple.const (u64.const 0x00000007aaaaaa02) (u64.const 0x00000008aaaaaa01) (u64.const 0x00000009aaaaaa02)
    (u64.const 0xaaaaaaaaaaaaaaaa)))
;; elem_size_record: padding after a value, up to the alignment of the key
(assert_return (invoke "u64-bool" (u32.const 160) (u32.const 2)) (u32.const 2))
;; ... where values are lifted and lowered by their type, here bool
(assert_return (invoke "stored")
  (tuple.const (u64.const 0x0102030405060708) (u64.const 0xaaaaaaaaaaaaaa01) (u64.const 1)
    (u64.const 0xaaaaaaaaaaaaaa00)))
;; load_string, then store_string: keys that are strings
(assert_return (invoke "string-u8" (u32.const 192) (u32.const 1)) (u32.const 1))
(assert_return (invoke "stored")
  (tuple.const (u64.const 0x000000030000040c) (u64.const 0xaa79656baaaaaa05) (u64.const 0xaaaaaaaaaaaaaaaa)
    (u64.const 0xaaaaaaaaaaaaaaaa)))
;; ... values that are
(assert_return (invoke "s16-string" (u32.const 240) (u32.const 1)) (u32.const 1))
(assert_return (invoke "stored")
  (tuple.const (u64.const 0x0000040caaaafffe) (u64.const 0xaa79656b00000003) (u64.const 0xaaaaaaaaaaaaaaaa)
    (u64.const 0xaaaaaaaaaaaaaaaa)))
;; load_variant, then store_variant: values that are options
(assert_return (invoke "char-option" (u32.const 256) (u32.const 2)) (u32.const 2))
(assert_return (invoke "stored")
  (tuple.const (u64.const 0xaaaa070100000061) (u64.const 0xaaaaaa00000020ac) (u64.const 0xaaaaaaaaaaaaaaaa)
    (u64.const 0xaaaaaaaaaaaaaaaa)))
;; load_list, then store_list: values that are maps
(assert_return (invoke "u8-map" (u32.const 300) (u32.const 1)) (u32.const 1))
(assert_return (invoke "stored")
  (tuple.const (u64.const 0x0000040caaaaaa01) (u64.const 0x0403020100000002) (u64.const 0xaaaaaaaaaaaaaaaa)
    (u64.const 0xaaaaaaaaaaaaaaaa)))
;; ... elements of a list that are
(assert_return (invoke "list" (u32.const 320) (u32.const 2)) (u32.const 2))
(assert_return (invoke "stored")
  (tuple.const (u64.const 0x0000000100000410) (u64.const 0x0000000100000412) (u64.const 0xaaaaaaaa04030201)
    (u64.const 0xaaaaaaaaaaaaaaaa)))

;; load_list_from_range: trap_if(ptr != align_to(ptr, alignment)): an entry is aligned as key and value are, the one or
;; other
(assert_trap (invoke "u8-u32" (u32.const 130) (u32.const 1)) "unaligned pointer")
(component instance $i $Pass)
(assert_trap (invoke "u64-bool" (u32.const 164) (u32.const 1)) "unaligned pointer")
;; ... of a map without entries too
(component instance $i $Pass)
(assert_trap (invoke "string-u8" (u32.const 129) (u32.const 0)) "unaligned pointer")
;; load_list_from_range: trap_if(ptr + length * elem_size > len(memory))
(component instance $i $Pass)
(assert_trap (invoke "u8-u32" (u32.const 65528) (u32.const 2)) "list content out-of-bounds")
(component instance $i $Pass)
(assert_trap (invoke "u64-bool" (u32.const 65528) (u32.const 1)) "list content out-of-bounds")
;; trap_if(length * elem_size > MAX_LIST_BYTE_LENGTH): a product that doesn't fit into 32 bits
(component instance $i $Pass)
(assert_trap (invoke "u8-u32" (u32.const 128) (u32.const 0x20000001)) "list content out-of-bounds")
;; the traps of keys and values: of load_string_from_range
(component instance $i $Pass)
(assert_trap (invoke "string-u8" (u32.const 192) (u32.const 3)) "string content out-of-bounds")
;; ... of convert_i32_to_char
(component instance $i $Pass)
(assert_trap (invoke "char-option" (u32.const 272) (u32.const 1)) "invalid `char` bit pattern")
;; ... of load_variant
(component instance $i $Pass)
(assert_trap (invoke "char-option" (u32.const 280) (u32.const 1)) "invalid variant discriminant")

;; --- as a result, from a component to another one --------------------------------------------------------------------

(component
  (component $To
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\80\00\00\00\02\00\00\00")
      (data (i32.const 128) "\02\07\01\08")
      (func (export "get") (result i32) i32.const 64))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (func (export "get") (result (map u8 u8)) (canon lift (core func $i "get") (memory $mem))))
  (component $From
    (import "get" (func $get (result (map u8 u8))))
    (core module $libc
      (memory (export "memory") 1)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024))
    (core instance $libc (instantiate $libc))
    (alias core export $libc "memory" (core memory $mem))
    (alias core export $libc "realloc" (core func $realloc))
    (core func $get' (canon lower (func $get) (memory $mem) (realloc $realloc)))
    (core module $m
      (import "libc" "memory" (memory 1))
      (import "" "get" (func $get (param i32)))
      (func (export "pair") (result i64) (call $get (i32.const 64)) (i64.load (i32.const 64)))
      (func (export "entries") (result i32) (call $get (i32.const 64)) (i32.load (i32.load (i32.const 64)))))
    (core instance $i (instantiate $m
      (with "libc" (instance $libc))
      (with "" (instance (export "get" (func $get'))))))
    (func (export "pair") (result u64) (canon lift (core func $i "pair")))
    (func (export "entries") (result u32) (canon lift (core func $i "entries"))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From (with "get" (func $to "get"))))
  (export "pair" (func $from "pair"))
  (export "entries" (func $from "entries")))

;; flatten_list: two flat values, so a result is at an address
(assert_return (invoke "pair") (u64.const 0x0000000200000400))
(assert_return (invoke "entries") (u32.const 0x08010702))

;; --- load_list, by the host ------------------------------------------------------------------------------------------

;; There are no constants of maps: what the host makes of one that is valid is not compared, only what it refuses.
(component definition $Lift
  (core module $m
    (memory (export "memory") 1)
    ;; a string that isn't within memory as a key; a surrogate as a key; a discriminant that is none as a value
    (data (i32.const 128) "\ff\ff\00\00\02\00\00\00\01\00\00\00")
    (data (i32.const 144) "\00\d8\00\00\01\00\00\00\61\00\00\00\02\07\00\00")
    (func (export "at") (param i32 i32) (result i32)
      (i32.store (i32.const 8) (local.get 0))
      (i32.store (i32.const 12) (local.get 1))
      i32.const 8))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "u8-u32") (param "ptr" u32) (param "length" u32) (result (map u8 u32))
    (canon lift (core func $i "at") (memory $mem)))
  (func (export "u64-u8") (param "ptr" u32) (param "length" u32) (result (map u64 u8))
    (canon lift (core func $i "at") (memory $mem)))
  (func (export "string-u8") (param "ptr" u32) (param "length" u32) (result (map string u8))
    (canon lift (core func $i "at") (memory $mem)))
  (func (export "char-option") (param "ptr" u32) (param "length" u32) (result (map char (option u8)))
    (canon lift (core func $i "at") (memory $mem))))

(component instance $i $Lift)
(invoke "u8-u32" (u32.const 65528) (u32.const 1))
(invoke "u64-u8" (u32.const 65520) (u32.const 1))
(invoke "string-u8" (u32.const 65536) (u32.const 0))
;; load_list_from_range: trap_if(ptr + length * elem_size > len(memory))
(assert_trap (invoke "u8-u32" (u32.const 65528) (u32.const 2)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "u64-u8" (u32.const 65528) (u32.const 1)) "out of bounds")
;; trap_if(length * elem_size > MAX_LIST_BYTE_LENGTH): a product that doesn't fit into 32 bits
(component instance $i $Lift)
(assert_trap (invoke "u8-u32" (u32.const 128) (u32.const 0x20000000)) "out of bounds")
;; load_list_from_range: trap_if(ptr != align_to(ptr, alignment))
(component instance $i $Lift)
(assert_trap (invoke "u8-u32" (u32.const 130) (u32.const 1)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "u64-u8" (u32.const 132) (u32.const 0)) "not aligned")
;; the traps of keys and values: of load_string_from_range
(component instance $i $Lift)
(assert_trap (invoke "string-u8" (u32.const 128) (u32.const 1)) "string out of bounds")
;; ... of convert_i32_to_char
(component instance $i $Lift)
(assert_trap (invoke "char-option" (u32.const 144) (u32.const 1)) "not a Unicode scalar value")
;; ... of load_variant
(component instance $i $Lift)
(assert_trap (invoke "char-option" (u32.const 152) (u32.const 1)) "out of range")
