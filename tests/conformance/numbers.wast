;;! reference_types = true
;; CanonicalABI.md, "Loading", "Storing", "Flat Lifting" and "Flat Lowering": bool, the integers and the floats.
;; (char has a script of its own.)

;; --- lift_flat, seen by the host -------------------------------------------------------------------------------------

;; Each function gives the core value that it gets back, and that is lifted as a narrower type.
(component
  (core module $m
    (func (export "i32") (param i32) (result i32) local.get 0)
    (func (export "i64") (param i64) (result i64) local.get 0)
    (func (export "f32") (param i32) (result f32) (f32.reinterpret_i32 (local.get 0)))
    (func (export "f64") (param i64) (result f64) (f64.reinterpret_i64 (local.get 0))))
  (core instance $i (instantiate $m))
  (func (export "bool") (param "core" u32) (result bool) (canon lift (core func $i "i32")))
  (func (export "u8") (param "core" u32) (result u8) (canon lift (core func $i "i32")))
  (func (export "s8") (param "core" u32) (result s8) (canon lift (core func $i "i32")))
  (func (export "u16") (param "core" u32) (result u16) (canon lift (core func $i "i32")))
  (func (export "s16") (param "core" u32) (result s16) (canon lift (core func $i "i32")))
  (func (export "u32") (param "core" u32) (result u32) (canon lift (core func $i "i32")))
  (func (export "s32") (param "core" u32) (result s32) (canon lift (core func $i "i32")))
  (func (export "u64") (param "core" u64) (result u64) (canon lift (core func $i "i64")))
  (func (export "s64") (param "core" u64) (result s64) (canon lift (core func $i "i64")))
  (func (export "f32") (param "core" u32) (result f32) (canon lift (core func $i "f32")))
  (func (export "f64") (param "core" u64) (result f64) (canon lift (core func $i "f64"))))

;; convert_int_to_bool: 0 is false
(assert_return (invoke "bool" (u32.const 0)) (bool.const false))
;; convert_int_to_bool: all other bit patterns are true, not only those with the lowest bit or in the lowest byte
(assert_return (invoke "bool" (u32.const 1)) (bool.const true))
(assert_return (invoke "bool" (u32.const 2)) (bool.const true))
(assert_return (invoke "bool" (u32.const 0x100)) (bool.const true))
(assert_return (invoke "bool" (u32.const 0x80000000)) (bool.const true))
(assert_return (invoke "bool" (u32.const 0xffffffff)) (bool.const true))

;; lift_flat_unsigned(32, 8): the low 8 bits, never negative
(assert_return (invoke "u8" (u32.const 0)) (u8.const 0))
(assert_return (invoke "u8" (u32.const 0x7f)) (u8.const 127))
(assert_return (invoke "u8" (u32.const 0x80)) (u8.const 128))
(assert_return (invoke "u8" (u32.const 0xff)) (u8.const 255))
;; lift_flat_unsigned(32, 8): bits above the width are ignored
(assert_return (invoke "u8" (u32.const 0x100)) (u8.const 0))
(assert_return (invoke "u8" (u32.const 0xffffff80)) (u8.const 128))
(assert_return (invoke "u8" (u32.const 0xdeadbe2a)) (u8.const 42))

;; lift_flat_signed(32, 8): the highest of the 8 bits is the sign
(assert_return (invoke "s8" (u32.const 0x7f)) (s8.const 127))
(assert_return (invoke "s8" (u32.const 0x80)) (s8.const -128))
(assert_return (invoke "s8" (u32.const 0xff)) (s8.const -1))
(assert_return (invoke "s8" (u32.const 0xffffffff)) (s8.const -1))
;; lift_flat_signed(32, 8): bits above the width are ignored, the highest of the i32 too
(assert_return (invoke "s8" (u32.const 0xffffff7f)) (s8.const 127))
(assert_return (invoke "s8" (u32.const 0x12345680)) (s8.const -128))

;; lift_flat_unsigned(32, 16)
(assert_return (invoke "u16" (u32.const 0x8000)) (u16.const 32768))
(assert_return (invoke "u16" (u32.const 0xffff)) (u16.const 65535))
;; lift_flat_unsigned(32, 16): bits above the width are ignored
(assert_return (invoke "u16" (u32.const 0x10000)) (u16.const 0))
(assert_return (invoke "u16" (u32.const 0xdead002a)) (u16.const 42))

;; lift_flat_signed(32, 16)
(assert_return (invoke "s16" (u32.const 0x7fff)) (s16.const 32767))
(assert_return (invoke "s16" (u32.const 0x8000)) (s16.const -32768))
(assert_return (invoke "s16" (u32.const 0xffffffff)) (s16.const -1))
;; lift_flat_signed(32, 16): bits above the width are ignored
(assert_return (invoke "s16" (u32.const 0xffff7fff)) (s16.const 32767))
(assert_return (invoke "s16" (u32.const 0x00018000)) (s16.const -32768))

;; lift_flat_unsigned(32, 32) and lift_flat_signed(32, 32): the same bits, the highest is a sign or is not
(assert_return (invoke "u32" (u32.const 0x80000000)) (u32.const 2147483648))
(assert_return (invoke "u32" (u32.const 0xffffffff)) (u32.const 4294967295))
(assert_return (invoke "s32" (u32.const 0x7fffffff)) (s32.const 2147483647))
(assert_return (invoke "s32" (u32.const 0x80000000)) (s32.const -2147483648))
(assert_return (invoke "s32" (u32.const 0xffffffff)) (s32.const -1))

;; lift_flat_unsigned(64, 64) and lift_flat_signed(64, 64)
(assert_return (invoke "u64" (u64.const 0x8000000000000000)) (u64.const 9223372036854775808))
(assert_return (invoke "u64" (u64.const 0xffffffffffffffff)) (u64.const 18446744073709551615))
(assert_return (invoke "s64" (u64.const 0x7fffffffffffffff)) (s64.const 9223372036854775807))
(assert_return (invoke "s64" (u64.const 0x8000000000000000)) (s64.const -9223372036854775808))
(assert_return (invoke "s64" (u64.const 0xffffffffffffffff)) (s64.const -1))

;; F32Type: every f32 that is no NaN is itself: zeros of both signs, the infinities, the largest, the least subnormal
(assert_return (invoke "f32" (u32.const 0x3fc00000)) (f32.const 1.5))
(assert_return (invoke "f32" (u32.const 0x00000000)) (f32.const 0))
(assert_return (invoke "f32" (u32.const 0x80000000)) (f32.const -0))
(assert_return (invoke "f32" (u32.const 0x7f800000)) (f32.const inf))
(assert_return (invoke "f32" (u32.const 0xff800000)) (f32.const -inf))
(assert_return (invoke "f32" (u32.const 0x7f7fffff)) (f32.const 0x1.fffffep+127))
(assert_return (invoke "f32" (u32.const 0x80000001)) (f32.const -0x1p-149))
;; canonicalize_nan32: the canonical NaN stays the canonical NaN
(assert_return (invoke "f32" (u32.const 0x7fc00000)) (f32.const nan))

;; F64Type: likewise
(assert_return (invoke "f64" (u64.const 0x3ff8000000000000)) (f64.const 1.5))
(assert_return (invoke "f64" (u64.const 0x0000000000000000)) (f64.const 0))
(assert_return (invoke "f64" (u64.const 0x8000000000000000)) (f64.const -0))
(assert_return (invoke "f64" (u64.const 0x7ff0000000000000)) (f64.const inf))
(assert_return (invoke "f64" (u64.const 0xfff0000000000000)) (f64.const -inf))
(assert_return (invoke "f64" (u64.const 0x7fefffffffffffff)) (f64.const 0x1.fffffffffffffp+1023))
(assert_return (invoke "f64" (u64.const 0x8000000000000001)) (f64.const -0x1p-1074))
;; canonicalize_nan64: the canonical NaN stays the canonical NaN
(assert_return (invoke "f64" (u64.const 0x7ff8000000000000)) (f64.const nan))

;; --- lower_flat, from the host ---------------------------------------------------------------------------------------

;; Each function gives back the core value that its argument is lowered to.
(component
  (core module $m
    (func (export "i32") (param i32) (result i32) local.get 0)
    (func (export "i64") (param i64) (result i64) local.get 0)
    (func (export "f32") (param f32) (result i32) (i32.reinterpret_f32 (local.get 0)))
    (func (export "f64") (param f64) (result i64) (i64.reinterpret_f64 (local.get 0)))
    (func (export "f32-nan") (param f32) (result i32) (f32.ne (local.get 0) (local.get 0)))
    (func (export "f64-nan") (param f64) (result i32) (f64.ne (local.get 0) (local.get 0))))
  (core instance $i (instantiate $m))
  (func (export "bool") (param "v" bool) (result u32) (canon lift (core func $i "i32")))
  (func (export "u8") (param "v" u8) (result u32) (canon lift (core func $i "i32")))
  (func (export "s8") (param "v" s8) (result u32) (canon lift (core func $i "i32")))
  (func (export "u16") (param "v" u16) (result u32) (canon lift (core func $i "i32")))
  (func (export "s16") (param "v" s16) (result u32) (canon lift (core func $i "i32")))
  (func (export "u32") (param "v" u32) (result u32) (canon lift (core func $i "i32")))
  (func (export "s32") (param "v" s32) (result u32) (canon lift (core func $i "i32")))
  (func (export "u64") (param "v" u64) (result u64) (canon lift (core func $i "i64")))
  (func (export "s64") (param "v" s64) (result u64) (canon lift (core func $i "i64")))
  (func (export "f32") (param "v" f32) (result u32) (canon lift (core func $i "f32")))
  (func (export "f64") (param "v" f64) (result u64) (canon lift (core func $i "f64")))
  (func (export "f32-nan") (param "v" f32) (result u32) (canon lift (core func $i "f32-nan")))
  (func (export "f64-nan") (param "v" f64) (result u32) (canon lift (core func $i "f64-nan"))))

;; BoolType: int(v), 0 or 1
(assert_return (invoke "bool" (bool.const false)) (u32.const 0))
(assert_return (invoke "bool" (bool.const true)) (u32.const 1))
;; U8Type and U16Type: zero-extended
(assert_return (invoke "u8" (u8.const 0x80)) (u32.const 0x80))
(assert_return (invoke "u8" (u8.const 0xff)) (u32.const 0xff))
(assert_return (invoke "u16" (u16.const 0x8000)) (u32.const 0x8000))
(assert_return (invoke "u16" (u16.const 0xffff)) (u32.const 0xffff))
;; lower_flat_signed(v, 32): sign-extended to all of the i32
(assert_return (invoke "s8" (s8.const 127)) (u32.const 0x7f))
(assert_return (invoke "s8" (s8.const -128)) (u32.const 0xffffff80))
(assert_return (invoke "s8" (s8.const -1)) (u32.const 0xffffffff))
(assert_return (invoke "s16" (s16.const 32767)) (u32.const 0x7fff))
(assert_return (invoke "s16" (s16.const -32768)) (u32.const 0xffff8000))
(assert_return (invoke "s32" (s32.const -2147483648)) (u32.const 0x80000000))
;; U32Type: as it is
(assert_return (invoke "u32" (u32.const 0xfedcba98)) (u32.const 0xfedcba98))
;; U64Type and lower_flat_signed(v, 64): all 64 bits
(assert_return (invoke "u64" (u64.const 0xfedcba9876543210)) (u64.const 0xfedcba9876543210))
(assert_return (invoke "s64" (s64.const -1)) (u64.const 0xffffffffffffffff))
(assert_return (invoke "s64" (s64.const -9223372036854775808)) (u64.const 0x8000000000000000))
;; F32Type: the bits of an f32 that is no NaN are kept
(assert_return (invoke "f32" (f32.const -0)) (u32.const 0x80000000))
(assert_return (invoke "f32" (f32.const inf)) (u32.const 0x7f800000))
(assert_return (invoke "f32" (f32.const -inf)) (u32.const 0xff800000))
(assert_return (invoke "f32" (f32.const 0x1p-149)) (u32.const 0x00000001))
(assert_return (invoke "f32" (f32.const 0x1.000002p+0)) (u32.const 0x3f800001))
;; F64Type: likewise
(assert_return (invoke "f64" (f64.const -0)) (u64.const 0x8000000000000000))
(assert_return (invoke "f64" (f64.const inf)) (u64.const 0x7ff0000000000000))
(assert_return (invoke "f64" (f64.const -inf)) (u64.const 0xfff0000000000000))
(assert_return (invoke "f64" (f64.const 0x1p-1074)) (u64.const 0x0000000000000001))
(assert_return (invoke "f64" (f64.const 0x1.0000000000001p+0)) (u64.const 0x3ff0000000000001))
;; maybe_scramble_nan32 and maybe_scramble_nan64: whatever its bits become, a NaN stays a NaN
(assert_return (invoke "f32-nan" (f32.const nan)) (u32.const 1))
(assert_return (invoke "f32-nan" (f32.const -nan:0x200001)) (u32.const 1))
(assert_return (invoke "f32-nan" (f32.const inf)) (u32.const 0))
(assert_return (invoke "f64-nan" (f64.const nan)) (u32.const 1))
(assert_return (invoke "f64-nan" (f64.const -nan:0x4000000000001)) (u32.const 1))
(assert_return (invoke "f64-nan" (f64.const inf)) (u32.const 0))

;; --- load: from memory to the host -----------------------------------------------------------------------------------

;; Pairs of results are more than one flat value, so they are loaded from where the core function says.
(component
  (core module $m
    (memory (export "memory") 1)
    (data (i32.const 16) "\00\01")
    (data (i32.const 18) "\02\80")
    (data (i32.const 24) "\7f\80")
    (data (i32.const 32) "\ff\7f\00\80")
    (data (i32.const 40) "\78\56\34\12\00\00\00\80")
    (data (i32.const 48) "\ef\cd\ab\89\67\45\23\01\00\00\00\00\00\00\00\80")
    (data (i32.const 64) "\00\00\c0\7f\00\00\00\80")
    (data (i32.const 80) "\00\00\00\00\00\00\f8\7f\00\00\00\00\00\00\f0\ff")
    (func (export "at") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (func (export "bools") (param "at" u32) (result (tuple bool bool)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "u8s") (param "at" u32) (result (tuple u8 u8)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "s8s") (param "at" u32) (result (tuple s8 s8)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "u16s") (param "at" u32) (result (tuple u16 u16)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "s16s") (param "at" u32) (result (tuple s16 s16)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "u32s") (param "at" u32) (result (tuple u32 u32)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "s32s") (param "at" u32) (result (tuple s32 s32)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "u64s") (param "at" u32) (result (tuple u64 u64)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "s64s") (param "at" u32) (result (tuple s64 s64)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "f32s") (param "at" u32) (result (tuple f32 f32)) (canon lift (core func $i "at") (memory $mem)))
  (func (export "f64s") (param "at" u32) (result (tuple f64 f64)) (canon lift (core func $i "at") (memory $mem))))

;; load BoolType: one byte, 0 is false, all others are true
(assert_return (invoke "bools" (u32.const 16)) (tuple.const (bool.const false) (bool.const true)))
(assert_return (invoke "bools" (u32.const 18)) (tuple.const (bool.const true) (bool.const true)))
;; load_int with 1 byte: only "signed" makes a sign of the highest bit
(assert_return (invoke "u8s" (u32.const 24)) (tuple.const (u8.const 127) (u8.const 128)))
(assert_return (invoke "s8s" (u32.const 24)) (tuple.const (s8.const 127) (s8.const -128)))
;; load_int with 2 bytes, little endian
(assert_return (invoke "u16s" (u32.const 32)) (tuple.const (u16.const 32767) (u16.const 32768)))
(assert_return (invoke "s16s" (u32.const 32)) (tuple.const (s16.const 32767) (s16.const -32768)))
;; load_int with 4 bytes, little endian
(assert_return (invoke "u32s" (u32.const 40)) (tuple.const (u32.const 0x12345678) (u32.const 0x80000000)))
(assert_return (invoke "s32s" (u32.const 40)) (tuple.const (s32.const 0x12345678) (s32.const -2147483648)))
;; load_int with 8 bytes, little endian
(assert_return (invoke "u64s" (u32.const 48)) (tuple.const (u64.const 0x0123456789abcdef)
  (u64.const 0x8000000000000000)))
(assert_return (invoke "s64s" (u32.const 48)) (tuple.const (s64.const 0x0123456789abcdef)
  (s64.const -9223372036854775808)))
;; decode_i32_as_float
(assert_return (invoke "f32s" (u32.const 64)) (tuple.const (f32.const nan) (f32.const -0)))
;; decode_i64_as_float
(assert_return (invoke "f64s" (u32.const 80)) (tuple.const (f64.const nan) (f64.const -inf)))

;; --- store: from the host to memory ----------------------------------------------------------------------------------

;; A list of one element is stored at 64, amidst bytes that are 0xaa; the functions give the 8 bytes that are there
;; then.
(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (i64.store (i32.const 64) (i64.const 0xaaaaaaaaaaaaaaaa))
      i32.const 64)
    (func (export "peek") (param i32 i32) (result i64) (i64.load (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "bool") (param "v" (list bool)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "u8") (param "v" (list u8)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "s8") (param "v" (list s8)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "u16") (param "v" (list u16)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "s16") (param "v" (list s16)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "u32") (param "v" (list u32)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "s32") (param "v" (list s32)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "u64") (param "v" (list u64)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "s64") (param "v" (list s64)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "f32") (param "v" (list f32)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc)))
  (func (export "f64") (param "v" (list f64)) (result u64)
    (canon lift (core func $i "peek") (memory $mem) (realloc $realloc))))

;; store BoolType: one byte, 0 or 1
(assert_return (invoke "bool" (list.const (bool.const false))) (u64.const 0xaaaaaaaaaaaaaa00))
(assert_return (invoke "bool" (list.const (bool.const true))) (u64.const 0xaaaaaaaaaaaaaa01))
;; store_int with 1 byte: no byte beside it changes
(assert_return (invoke "u8" (list.const (u8.const 0xfe))) (u64.const 0xaaaaaaaaaaaaaafe))
(assert_return (invoke "s8" (list.const (s8.const -128))) (u64.const 0xaaaaaaaaaaaaaa80))
;; store_int with 2 bytes, little endian
(assert_return (invoke "u16" (list.const (u16.const 0xfedc))) (u64.const 0xaaaaaaaaaaaafedc))
(assert_return (invoke "s16" (list.const (s16.const -2))) (u64.const 0xaaaaaaaaaaaafffe))
;; store_int with 4 bytes, little endian
(assert_return (invoke "u32" (list.const (u32.const 0xfedcba98))) (u64.const 0xaaaaaaaafedcba98))
(assert_return (invoke "s32" (list.const (s32.const -2))) (u64.const 0xaaaaaaaafffffffe))
;; store_int with 8 bytes, little endian
(assert_return (invoke "u64" (list.const (u64.const 0xfedcba9876543210))) (u64.const 0xfedcba9876543210))
(assert_return (invoke "s64" (list.const (s64.const -2))) (u64.const 0xfffffffffffffffe))
;; encode_float_as_i32
(assert_return (invoke "f32" (list.const (f32.const -1.5))) (u64.const 0xaaaaaaaabfc00000))
;; encode_float_as_i64
(assert_return (invoke "f64" (list.const (f64.const -1.5))) (u64.const 0xbff8000000000000))

;; --- lift_flat and lower_flat between two components -----------------------------------------------------------------

;; $Caller gives core values of the host's choice to what it imports, $Callee gives back those that it gets.
(component
  (component $Callee
    (core module $m
      (func (export "i32") (param i32) (result i32) local.get 0)
      (func (export "i64") (param i64) (result i64) local.get 0)
      (func (export "f32") (param f32) (result i32) (i32.reinterpret_f32 (local.get 0)))
      (func (export "f64") (param f64) (result i64) (i64.reinterpret_f64 (local.get 0)))
      (func (export "f32-nan") (param f32) (result i32) (f32.ne (local.get 0) (local.get 0)))
      (func (export "f64-nan") (param f64) (result i32) (f64.ne (local.get 0) (local.get 0))))
    (core instance $i (instantiate $m))
    (func (export "bool") (param "v" bool) (result u32) (canon lift (core func $i "i32")))
    (func (export "u8") (param "v" u8) (result u32) (canon lift (core func $i "i32")))
    (func (export "s8") (param "v" s8) (result u32) (canon lift (core func $i "i32")))
    (func (export "u16") (param "v" u16) (result u32) (canon lift (core func $i "i32")))
    (func (export "s16") (param "v" s16) (result u32) (canon lift (core func $i "i32")))
    (func (export "s32") (param "v" s32) (result u32) (canon lift (core func $i "i32")))
    (func (export "s64") (param "v" s64) (result u64) (canon lift (core func $i "i64")))
    (func (export "f32") (param "v" f32) (result u32) (canon lift (core func $i "f32")))
    (func (export "f64") (param "v" f64) (result u64) (canon lift (core func $i "f64")))
    (func (export "f32-nan") (param "v" f32) (result u32) (canon lift (core func $i "f32-nan")))
    (func (export "f64-nan") (param "v" f64) (result u32) (canon lift (core func $i "f64-nan")))
    (func (export "to-bool") (param "core" u32) (result bool) (canon lift (core func $i "i32")))
    (func (export "to-s8") (param "core" u32) (result s8) (canon lift (core func $i "i32")))
    (func (export "to-u16") (param "core" u32) (result u16) (canon lift (core func $i "i32"))))
  (component $Caller
    (import "callee" (instance $callee
      (export "bool" (func (param "v" bool) (result u32)))
      (export "u8" (func (param "v" u8) (result u32)))
      (export "s8" (func (param "v" s8) (result u32)))
      (export "u16" (func (param "v" u16) (result u32)))
      (export "s16" (func (param "v" s16) (result u32)))
      (export "s32" (func (param "v" s32) (result u32)))
      (export "s64" (func (param "v" s64) (result u64)))
      (export "f32" (func (param "v" f32) (result u32)))
      (export "f64" (func (param "v" f64) (result u64)))
      (export "f32-nan" (func (param "v" f32) (result u32)))
      (export "f64-nan" (func (param "v" f64) (result u32)))
      (export "to-bool" (func (param "core" u32) (result bool)))
      (export "to-s8" (func (param "core" u32) (result s8)))
      (export "to-u16" (func (param "core" u32) (result u16)))))
    (core func $bool (canon lower (func $callee "bool")))
    (core func $u8 (canon lower (func $callee "u8")))
    (core func $s8 (canon lower (func $callee "s8")))
    (core func $u16 (canon lower (func $callee "u16")))
    (core func $s16 (canon lower (func $callee "s16")))
    (core func $s32 (canon lower (func $callee "s32")))
    (core func $s64 (canon lower (func $callee "s64")))
    (core func $f32 (canon lower (func $callee "f32")))
    (core func $f64 (canon lower (func $callee "f64")))
    (core func $f32-nan (canon lower (func $callee "f32-nan")))
    (core func $f64-nan (canon lower (func $callee "f64-nan")))
    (core func $to-bool (canon lower (func $callee "to-bool")))
    (core func $to-s8 (canon lower (func $callee "to-s8")))
    (core func $to-u16 (canon lower (func $callee "to-u16")))
    (core module $m
      (import "" "f32" (func $f32 (param f32) (result i32)))
      (import "" "f64" (func $f64 (param f64) (result i64)))
      (import "" "f32-nan" (func $f32-nan (param f32) (result i32)))
      (import "" "f64-nan" (func $f64-nan (param f64) (result i32)))
      (func (export "f32") (param i32) (result i32) (call $f32 (f32.reinterpret_i32 (local.get 0))))
      (func (export "f64") (param i64) (result i64) (call $f64 (f64.reinterpret_i64 (local.get 0))))
      (func (export "f32-nan") (param i32) (result i32) (call $f32-nan (f32.reinterpret_i32 (local.get 0))))
      (func (export "f64-nan") (param i64) (result i32) (call $f64-nan (f64.reinterpret_i64 (local.get 0)))))
    (core instance $i (instantiate $m
      (with "" (instance (export "f32" (func $f32))
      (export "f64" (func $f64))
      (export "f32-nan" (func $f32-nan))
      (export "f64-nan" (func $f64-nan))))))
    (func (export "bool") (param "core" u32) (result u32) (canon lift (core func $bool)))
    (func (export "u8") (param "core" u32) (result u32) (canon lift (core func $u8)))
    (func (export "s8") (param "core" u32) (result u32) (canon lift (core func $s8)))
    (func (export "u16") (param "core" u32) (result u32) (canon lift (core func $u16)))
    (func (export "s16") (param "core" u32) (result u32) (canon lift (core func $s16)))
    (func (export "s32") (param "core" u32) (result u32) (canon lift (core func $s32)))
    (func (export "s64") (param "core" u64) (result u64) (canon lift (core func $s64)))
    (func (export "to-bool") (param "core" u32) (result u32) (canon lift (core func $to-bool)))
    (func (export "to-s8") (param "core" u32) (result u32) (canon lift (core func $to-s8)))
    (func (export "to-u16") (param "core" u32) (result u32) (canon lift (core func $to-u16)))
    (func (export "f32") (param "bits" u32) (result u32) (canon lift (core func $i "f32")))
    (func (export "f64") (param "bits" u64) (result u64) (canon lift (core func $i "f64")))
    (func (export "f32-nan") (param "bits" u32) (result u32) (canon lift (core func $i "f32-nan")))
    (func (export "f64-nan") (param "bits" u64) (result u32) (canon lift (core func $i "f64-nan"))))
  (instance $callee (instantiate $Callee))
  (instance $caller (instantiate $Caller (with "callee" (instance $callee))))
  (export "bool" (func $caller "bool"))
  (export "u8" (func $caller "u8"))
  (export "s8" (func $caller "s8"))
  (export "u16" (func $caller "u16"))
  (export "s16" (func $caller "s16"))
  (export "s32" (func $caller "s32"))
  (export "s64" (func $caller "s64"))
  (export "f32" (func $caller "f32"))
  (export "f64" (func $caller "f64"))
  (export "f32-nan" (func $caller "f32-nan"))
  (export "f64-nan" (func $caller "f64-nan"))
  (export "to-bool" (func $caller "to-bool"))
  (export "to-s8" (func $caller "to-s8"))
  (export "to-u16" (func $caller "to-u16")))

;; convert_int_to_bool, then int(v): whatever is true for one component arrives as 1
(assert_return (invoke "bool" (u32.const 0)) (u32.const 0))
(assert_return (invoke "bool" (u32.const 2)) (u32.const 1))
(assert_return (invoke "bool" (u32.const 0x100)) (u32.const 1))
(assert_return (invoke "bool" (u32.const 0x80000000)) (u32.const 1))
;; lift_flat_unsigned, then lower_flat: the bits above the width arrive as zeros
(assert_return (invoke "u8" (u32.const 0xdeadbeef)) (u32.const 0xef))
(assert_return (invoke "u16" (u32.const 0xdeadbeef)) (u32.const 0xbeef))
;; lift_flat_signed, then lower_flat_signed: the bits above the width arrive as copies of the sign
(assert_return (invoke "s8" (u32.const 0x00000080)) (u32.const 0xffffff80))
(assert_return (invoke "s8" (u32.const 0xffffff7f)) (u32.const 0x0000007f))
(assert_return (invoke "s16" (u32.const 0x00008000)) (u32.const 0xffff8000))
(assert_return (invoke "s16" (u32.const 0xffff7fff)) (u32.const 0x00007fff))
(assert_return (invoke "s32" (u32.const 0x80000000)) (u32.const 0x80000000))
(assert_return (invoke "s64" (u64.const 0x8000000000000000)) (u64.const 0x8000000000000000))
;; results are normalised as parameters are
(assert_return (invoke "to-bool" (u32.const 0xffff0000)) (u32.const 1))
(assert_return (invoke "to-s8" (u32.const 0x12345680)) (u32.const 0xffffff80))
(assert_return (invoke "to-u16" (u32.const 0xffff8000)) (u32.const 0x8000))
;; canonicalize_nan32, then maybe_scramble_nan32: what is no NaN keeps its bits
(assert_return (invoke "f32" (u32.const 0x80000000)) (u32.const 0x80000000))
(assert_return (invoke "f32" (u32.const 0xff800000)) (u32.const 0xff800000))
(assert_return (invoke "f32" (u32.const 0x00000001)) (u32.const 0x00000001))
;; canonicalize_nan64, then maybe_scramble_nan64: what is no NaN keeps its bits
(assert_return (invoke "f64" (u64.const 0x8000000000000000)) (u64.const 0x8000000000000000))
(assert_return (invoke "f64" (u64.const 0x7fefffffffffffff)) (u64.const 0x7fefffffffffffff))
;; a NaN of any sign and payload, quiet or signalling, is a NaN for the other component too
(assert_return (invoke "f32-nan" (u32.const 0x7fc00000)) (u32.const 1))
(assert_return (invoke "f32-nan" (u32.const 0xff800001)) (u32.const 1))
(assert_return (invoke "f64-nan" (u64.const 0x7ff8000000000000)) (u32.const 1))
(assert_return (invoke "f64-nan" (u64.const 0xfff0000000000001)) (u32.const 1))
