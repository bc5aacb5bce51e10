;;! component_model_fixed_length_lists = true
;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true
;; CanonicalABI.md, "Alignment" (alignment_list), "Element Size" (elem_size_list), "Loading" (load_list), "Storing"
;; (store_list), "Flattening" (flatten_list), "Flat Lifting" (lift_flat_list) and "Flat Lowering" (lower_flat_list):
;; lists of a fixed length, which are passed as tuples are.

;; --- lift_flat_list and load_list, seen by the host ------------------------------------------------------------------

(component definition $Lift
  (type $variant' (variant (case "none") (case "some" (list u16 2))))
  (export $variant "variant-type" (type $variant'))
  (core module $m
    (memory (export "memory") 1)
    (data (i32.const 64) "\01\02\80\ff\05\06\07\08\09\0a\0b\0c\0d\0e\0f\10")
    ;; lists of 3 u8 in a tuple with a u16
    (data (i32.const 80) "\01\02\03\ee\34\12")
    ;; two strings
    (data (i32.const 96) "\00\01\00\00\02\00\00\00\02\01\00\00\03\00\00\00")
    ;; one that is within memory, one that isn't
    (data (i32.const 112) "\00\01\00\00\02\00\00\00\ff\ff\00\00\02\00\00\00")
    ;; a and a surrogate
    (data (i32.const 128) "\61\00\00\00\00\d8\00\00")
    ;; $variant, its payload at 2 of 6 bytes: none, some, neither
    (data (i32.const 144) "\00\ee\ee\ee\ee\ee\01\ee\01\00\02\00\02\ee\01\00\02\00")
    ;; bool and u16 twice, at 0 and 2 of 4 bytes
    (data (i32.const 168) "\02\ee\01\00\00\ee\02\00")
    ;; a list that has two lists of 2 u8
    (data (i32.const 176) "\40\00\00\00\02\00\00\00")
    (data (i32.const 256) "okyes")
    (func (export "same") (param i32) (result i32) local.get 0)
    (func (export "f64") (result f64) f64.const 1.5))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "one") (param "core" u32) (result (list s8 1)) (canon lift (core func $i "same")))
  (func (export "one-float") (result (list f64 1)) (canon lift (core func $i "f64")))
  (func (export "one-one") (param "core" u32) (result (list (list bool 1) 1)) (canon lift (core func $i "same")))
  (func (export "u8s") (param "at" u32) (result (list u8 4)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "s16s") (param "at" u32) (result (list s16 3)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "u32s") (param "at" u32) (result (list u32 2)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "u64s") (param "at" u32) (result (list u64 2)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "chars") (param "at" u32) (result (list char 2)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "strings") (param "at" u32) (result (list string 2)) (canon lift (core func $i "same") (memory $mem)))
  (func (export "lists") (param "at" u32) (result (list (list u8 2) 3))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "list-of") (param "at" u32) (result (list (list u8 2)))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "tuple") (param "at" u32) (result (tuple (list u8 3) u16))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "tuples") (param "at" u32) (result (list (tuple bool u16) 2))
    (canon lift (core func $i "same") (memory $mem)))
  (func (export "variant") (param "at" u32) (result $variant) (canon lift (core func $i "same") (memory $mem))))

(component instance $i $Lift)
;; flatten_list: a list of one element is one flat value; lift_flat_list
(assert_return (invoke "one" (u32.const 0x1ff)) (list.const (s8.const -1)))
(assert_return (invoke "one-float") (list.const (f64.const 1.5)))
(assert_return (invoke "one-one" (u32.const 2)) (list.const (list.const (bool.const true))))
;; load_list: the elements are where the list is; there is no pointer and no length
(assert_return (invoke "u8s" (u32.const 64)) (list.const (u8.const 1) (u8.const 2) (u8.const 0x80) (u8.const 0xff)))
(assert_return (invoke "s16s" (u32.const 66)) (list.const (s16.const -128) (s16.const 0x0605) (s16.const 0x0807)))
(assert_return (invoke "u32s" (u32.const 64)) (list.const (u32.const 0xff800201) (u32.const 0x08070605)))
(assert_return (invoke "u64s" (u32.const 64)) (list.const (u64.const 0x08070605ff800201)
  (u64.const 0x100f0e0d0c0b0a09)))
;; load_list: elements with pointers of their own
(assert_return (invoke "strings" (u32.const 96)) (list.const (str.const "ok") (str.const "yes")))
;; load_list: lists of a fixed length as elements of one, and of one of variable length
(assert_return (invoke "lists" (u32.const 64))
  (list.const (list.const (u8.const 1) (u8.const 2)) (list.const (u8.const 0x80) (u8.const 0xff))
    (list.const (u8.const 5)
    (u8.const 6))))
(assert_return (invoke "list-of" (u32.const 176))
  (list.const (list.const (u8.const 1) (u8.const 2)) (list.const (u8.const 0x80) (u8.const 0xff))))
;; elem_size_list: the length times the size of an element, in a tuple
(assert_return (invoke "tuple" (u32.const 80))
  (tuple.const (list.const (u8.const 1) (u8.const 2) (u8.const 3)) (u16.const 0x1234)))
;; load_list_from_valid_range: an element begins elem_size after the one before it
(assert_return (invoke "tuples" (u32.const 168))
  (list.const (tuple.const (bool.const true) (u16.const 1)) (tuple.const (bool.const false) (u16.const 2))))
;; load_variant: as a payload
(assert_return (invoke "variant" (u32.const 144)) (variant.const "none"))
(assert_return (invoke "variant" (u32.const 150)) (variant.const "some" (list.const (u16.const 1) (u16.const 2))))
;; alignment_list: as an element, here 1; elem_size_list: 4
(assert_return (invoke "u8s" (u32.const 65)) (list.const (u8.const 2) (u8.const 0x80) (u8.const 0xff) (u8.const 5)))
(assert_return (invoke "u8s" (u32.const 65532)) (list.const (u8.const 0) (u8.const 0) (u8.const 0) (u8.const 0)))

;; lift_flat_values: trap_if(ptr + elem_size > len(memory))
(assert_trap (invoke "u8s" (u32.const 65533)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "s16s" (u32.const 65532)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "u64s" (u32.const 65528)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "tuple" (u32.const 65532)) "out of bounds")
;; lift_flat_values: trap_if(ptr != align_to(ptr, alignment))
(component instance $i $Lift)
(assert_trap (invoke "s16s" (u32.const 65)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "u64s" (u32.const 68)) "not aligned")
(component instance $i $Lift)
(assert_trap (invoke "strings" (u32.const 98)) "not aligned")
;; load_list: the traps of elements: of load_string_from_range, of convert_i32_to_char
(component instance $i $Lift)
(assert_trap (invoke "strings" (u32.const 112)) "out of bounds")
(component instance $i $Lift)
(assert_trap (invoke "chars" (u32.const 128)) "not a Unicode scalar value")
;; load_variant: trap_if(case_index >= len(cases))
(component instance $i $Lift)
(assert_trap (invoke "variant" (u32.const 156)) "out of range")

;; --- lower_flat_list and store_list, from the host -------------------------------------------------------------------

;; "stored-..." store a list of variable length at 64, amidst bytes that are 0xaa, and give the 8 bytes that are there
;; then; "allocated" gives the alignment and the size that realloc was last asked for, as high and low bits of a number.
(component
  (core module $m
    (memory (export "memory") 1)
    (global $asked (mut i64) (i64.const 0))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (global.set $asked
        (i64.or (i64.shl (i64.extend_i32_u (local.get $align)) (i64.const 32))
        (i64.extend_i32_u (local.get $size))))
      (memory.fill (i32.const 64) (i32.const 0xaa) (i32.const 128))
      i32.const 64)
    (func (export "allocated") (result i64) global.get $asked)
    (func (export "digits") (param i32 i32 i32) (result i32)
      (i32.add
        (i32.add (i32.mul (local.get 0) (i32.const 100))
        (i32.mul (local.get 1) (i32.const 10)))
        (local.get 2)))
    (func (export "second") (param i32 i32) (result i32) local.get 1)
    (func (export "second-float") (param f32 f32) (result f32) local.get 1)
    (func (export "last") (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)
      (result i32) local.get 15)
    (func (export "last-at") (param i32) (result i32) (i32.load8_u offset=16 (local.get 0)))
    (func (export "joined") (param i32 i64 i32) (result i64)
      (i64.add (i64.mul (local.get 1) (i64.const 1000)) (i64.extend_i32_u (local.get 2))))
    (func (export "stored") (param i32 i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "allocated") (result u64) (canon lift (core func $i "allocated")))
  (func (export "three") (param "v" (list u8 3)) (result u32) (canon lift (core func $i "digits")))
  (func (export "nested") (param "v" (list (list u8 1) 3)) (result u32) (canon lift (core func $i "digits")))
  (func (export "spread") (param "a" (list u8 2)) (param "b" u32) (result u32) (canon lift (core func $i "digits")))
  (func (export "signed") (param "v" (list s16 2)) (result u32) (canon lift (core func $i "second")))
  (func (export "floats") (param "v" (list f32 2)) (result f32) (canon lift (core func $i "second-float")))
  (func (export "sixteen") (param "v" (list u8 16)) (result u32) (canon lift (core func $i "last")))
  (func (export "seventeen") (param "v" (list u8 17)) (result u32)
    (canon lift (core func $i "last-at") (memory $mem) (realloc $realloc)))
  (func (export "joined") (param "v" (result (list u32 2) (error u64))) (result u64)
    (canon lift (core func $i "joined")))
  (func (export "stored-bytes") (param "v" (list (list u8 3))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "stored-u16s") (param "v" (list (list u16 2))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "stored-bools") (param "v" (list (list bool 2))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc)))
  (func (export "stored-lists") (param "v" (list (list (list u8 1) 2))) (result u64)
    (canon lift (core func $i "stored") (memory $mem) (realloc $realloc))))

;; flatten_list: as many flat values as all elements have; lower_flat_list: in their order
(assert_return (invoke "three" (list.const (u8.const 1) (u8.const 2) (u8.const 3))) (u32.const 123))
(assert_return (invoke "nested" (list.const (list.const (u8.const 1)) (list.const (u8.const 2))
  (list.const (u8.const 3)))) (u32.const 123))
(assert_return (invoke "spread" (list.const (u8.const 1) (u8.const 2)) (u32.const 3)) (u32.const 123))
;; lower_flat_list: elements by their type
(assert_return (invoke "signed" (list.const (s16.const 0) (s16.const -2))) (u32.const 0xfffffffe))
(assert_return (invoke "floats" (list.const (f32.const 0) (f32.const -1.5))) (f32.const -1.5))
;; flatten_functype: 16 elements are 16 core values
(assert_return (invoke "sixteen" (list.const (u8.const 1) (u8.const 2) (u8.const 3) (u8.const 4) (u8.const 5)
  (u8.const 6)
  (u8.const 7) (u8.const 8) (u8.const 9) (u8.const 10) (u8.const 11) (u8.const 12) (u8.const 13) (u8.const 14)
    (u8.const 15)
  (u8.const 16))) (u32.const 16))
;; ... 17 are stored, and their address is passed
(assert_return (invoke "seventeen" (list.const (u8.const 1) (u8.const 2) (u8.const 3) (u8.const 4) (u8.const 5)
  (u8.const 6)
  (u8.const 7) (u8.const 8) (u8.const 9) (u8.const 10) (u8.const 11) (u8.const 12) (u8.const 13) (u8.const 14)
    (u8.const 15)
  (u8.const 16) (u8.const 17))) (u32.const 17))
;; ... with the alignment and elem_size of the list
(assert_return (invoke "allocated") (u64.const 0x100000011))
;; flatten_variant: the elements are joined with the other case one by one: i64 of u32 and u64, i32 of u32 alone
(assert_return (invoke "joined" (result.ok (list.const (u32.const 0xffffffff) (u32.const 7))))
  (u64.const 4294967295007))
(assert_return (invoke "joined" (result.err (u64.const 0x100000000))) (u64.const 4294967296000))
;; store_list: the elements, one after the other, and no pointer
(assert_return (invoke "stored-bytes"
  (list.const (list.const (u8.const 1) (u8.const 2) (u8.const 3)) (list.const (u8.const 4) (u8.const 5) (u8.const 6))))
  (u64.const 0xaaaa060504030201))
;; alignment_list and elem_size_list, of what has been allocated for two elements of 3 bytes
(assert_return (invoke "allocated") (u64.const 0x100000006))
;; store_list: elements of 2 bytes
(assert_return (invoke "stored-u16s"
  (list.const (list.const (u16.const 1) (u16.const 0xfffe)) (list.const (u16.const 3) (u16.const 4))))
  (u64.const 0x00040003fffe0001))
;; ... of two elements of 2 u16
(assert_return (invoke "allocated") (u64.const 0x200000008))
;; store_list: elements by their type, and lists of lists of lists
(assert_return (invoke "stored-bools"
  (list.const (list.const (bool.const true) (bool.const false)) (list.const (bool.const false) (bool.const true))))
  (u64.const 0xaaaaaaaa01000001))
(assert_return (invoke "stored-lists"
  (list.const (list.const (list.const (u8.const 1)) (list.const (u8.const 2)))))
  (u64.const 0xaaaaaaaaaaaa0201))

;; --- from a component to another one ---------------------------------------------------------------------------------

;; "digits" and "sum" pass a list. All others get one as a result: the other component has it at an address, it is
;; wanted at another one, and they give 8 bytes there, which were 0xaa before (of "chars" whatever they were).
(component definition $Pass
  (component $To
    (core module $m
      (memory (export "memory") 1)
      (data (i32.const 64) "\02\00\80\ff\61\00\00\00\00\d8\00\00")
      (func (export "digits") (param i32 i32 i32) (result i32)
        (i32.add
          (i32.add (i32.mul (local.get 0) (i32.const 100))
          (i32.mul (local.get 1) (i32.const 10)))
          (local.get 2)))
      (func (export "sum") (param $at i32) (result i32)
        (local $sum i32) (local $end i32)
        (local.set $end (i32.add (local.get $at) (i32.const 17)))
        (loop $next
          (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $at))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
        local.get $sum)
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
      (func (export "same") (param i32) (result i32) local.get 0))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $mem))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "digits") (param "v" (list u8 3)) (result u32) (canon lift (core func $i "digits")))
    (func (export "sum") (param "v" (list u8 17)) (result u32)
      (canon lift (core func $i "sum") (memory $mem) (realloc $realloc)))
    (func (export "bools") (param "at" u32) (result (list bool 4)) (canon lift (core func $i "same") (memory $mem)))
    (func (export "u16s") (param "at" u32) (result (list u16 2)) (canon lift (core func $i "same") (memory $mem)))
    (func (export "chars") (param "at" u32) (result (list char 2)) (canon lift (core func $i "same") (memory $mem))))
  (component $From
    (import "to" (instance $to
      (export "digits" (func (param "v" (list u8 3)) (result u32)))
      (export "sum" (func (param "v" (list u8 17)) (result u32)))
      (export "bools" (func (param "at" u32) (result (list bool 4))))
      (export "u16s" (func (param "at" u32) (result (list u16 2))))
      (export "chars" (func (param "at" u32) (result (list char 2))))))
    (core module $libc
      (memory (export "memory") 1)
      (data (i32.const 256) "\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\0f\10\11"))
    (core instance $libc (instantiate $libc))
    (alias core export $libc "memory" (core memory $mem))
    (core func $digits (canon lower (func $to "digits")))
    (core func $sum (canon lower (func $to "sum") (memory $mem)))
    (core func $bools (canon lower (func $to "bools") (memory $mem)))
    (core func $u16s (canon lower (func $to "u16s") (memory $mem)))
    (core func $chars (canon lower (func $to "chars") (memory $mem)))
    (core module $m
      (import "libc" "memory" (memory 1))
      (import "to" "bools" (func $bools (param i32 i32)))
      (import "to" "u16s" (func $u16s (param i32 i32)))
      (import "to" "chars" (func $chars (param i32 i32)))
      (func (export "bools") (param $from i32) (param $to i32) (result i64)
        (i64.store (local.get $to) (i64.const 0xaaaaaaaaaaaaaaaa))
        (call $bools (local.get $from) (local.get $to))
        (i64.load (local.get $to)))
      (func (export "u16s") (param $from i32) (param $to i32) (result i64)
        (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
        (call $u16s (local.get $from) (local.get $to))
        (i64.load (i32.const 64)))
      (func (export "chars") (param $from i32) (param $to i32) (result i64)
        (call $chars (local.get $from) (local.get $to))
        (i64.load (local.get $to))))
    (core instance $i (instantiate $m
      (with "libc" (instance $libc))
      (with "to" (instance (export "bools" (func $bools)) (export "u16s" (func $u16s))
        (export "chars" (func $chars))))))
    (func (export "digits") (param "a" u32) (param "b" u32) (param "c" u32) (result u32)
      (canon lift (core func $digits)))
    (func (export "sum") (param "at" u32) (result u32) (canon lift (core func $sum)))
    (func (export "bools") (param "from" u32) (param "to" u32) (result u64) (canon lift (core func $i "bools")))
    (func (export "u16s") (param "from" u32) (param "to" u32) (result u64) (canon lift (core func $i "u16s")))
    (func (export "chars") (param "from" u32) (param "to" u32) (result u64) (canon lift (core func $i "chars"))))
  (instance $to (instantiate $To))
  (instance $from (instantiate $From (with "to" (instance $to))))
  (export "digits" (func $from "digits"))
  (export "sum" (func $from "sum"))
  (export "bools" (func $from "bools"))
  (export "u16s" (func $from "u16s"))
  (export "chars" (func $from "chars")))

(component instance $i $Pass)
;; lift_flat_list, then lower_flat_list: each element by its type
(assert_return (invoke "digits" (u32.const 0x101) (u32.const 0xff02) (u32.const 3)) (u32.const 123))
;; lift_flat_values, then lower_flat_values: more than 16 elements are at an address on both sides
(assert_return (invoke "sum" (u32.const 256)) (u32.const 153))
;; load_list, then store_list: each element by its type, and no byte beside them
(assert_return (invoke "bools" (u32.const 64) (u32.const 65)) (u64.const 0xaaaaaaaa01010001))
(assert_return (invoke "u16s" (u32.const 66) (u32.const 66)) (u64.const 0xaaaa0061ff80aaaa))
(assert_return (invoke "chars" (u32.const 124) (u32.const 128)) (u64.const 0))
;; lift_flat_values: trap_if(ptr + elem_size > len(memory)) of the parameters' address
(assert_trap (invoke "sum" (u32.const 65520)) "out of bounds memory access")
;; ... of the result's
(component instance $i $Pass)
(assert_trap (invoke "bools" (u32.const 65533) (u32.const 64)) "out of bounds memory access")
;; lift_flat_values: trap_if(ptr != align_to(ptr, alignment)) of the result's address
(component instance $i $Pass)
(assert_trap (invoke "u16s" (u32.const 65) (u32.const 64)) "unaligned pointer")
;; lower_flat_values: likewise, of the address where it should be
(component instance $i $Pass)
(assert_trap (invoke "u16s" (u32.const 64) (u32.const 65)) "unaligned pointer")
;; load_list: the trap of convert_i32_to_char for an element
(component instance $i $Pass)
(assert_trap (invoke "chars" (u32.const 68) (u32.const 64)) "invalid `char` bit pattern")
