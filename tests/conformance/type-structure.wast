;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; When types are equal, and when one is a subtype of the other.
;; Explainer.md, "Type Definitions" (`typebound`, `eq` and `sub`) and "Type Checking".

;; Type equality is structural: it doesn't matter which indices types have, and how they're written down
(component $Outer
  (component $C
    (type $L (list string))
    (type $LL (list $L))
    (import "f" (func (param "a" $LL)))
    (import "g" (func (param "a" (list (list string)))))
    (import "h" (func (param "a" (list $L)))))
  (type $pad u8)
  (type $L1 (list string))
  (type $LL1 (list $L1))
  (type $LL2 (list $L1))
  (component $D
    (alias outer $Outer $LL1 (type $LL3))
    (alias outer $Outer $L1 (type $L3))
    (type $LL4 (list $L3))
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable)
      (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (export "f") (param "a" $LL2) (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r"))))
    (func (export "g") (param "a" $LL3) (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r"))))
    (func (export "h") (param "a" $LL4) (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r")))))
  (instance $d (instantiate $D))
  (instance (instantiate $C (with "f" (func $d "f")) (with "g" (func $d "g")) (with "h" (func $d "h"))))
  (instance (instantiate $C (with "f" (func $d "h")) (with "g" (func $d "f")) (with "h" (func $d "g"))))
  (core module $One (func (export "f") (result i32) (i32.const 1)))
  (core instance $one (instantiate $One))
  (func (export "ok") (result u32) (canon lift (core func $one "f")))
)
(assert_return (invoke "ok") (u32.const 1))

;; Type equality: primitive types are equal to themselves only
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" u8))))
    (import "f" (func $f (param "a" s8)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u8` found primitive `s8`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" u32))))
    (import "f" (func $f (param "a" u64)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u32` found primitive `u64`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" char))))
    (import "f" (func $f (param "a" u32)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `char` found primitive `u32`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" bool))))
    (import "f" (func $f (param "a" u8)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `bool` found primitive `u8`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" f32))))
    (import "f" (func $f (param "a" f64)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `f32` found primitive `f64`")
;; ... there's no subtyping between them: what is wider, or what is narrower
(assert_invalid
  (component
    (component $C (import "f" (func (result u32))))
    (import "f" (func $f (result u16)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u32` found primitive `u16`")
;; Type equality: lists, by their elements
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (list u8)))))
    (import "f" (func $f (param "a" (list s8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u8` found primitive `s8`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (list u8)))))
    (import "f" (func $f (param "a" u8)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected list, found u8")
;; Specialized value types: are not equal to what they specialize: a string and a list of chars
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" string))))
    (import "f" (func $f (param "a" (list char))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected string, found list")
;; Type equality: tuples, by their elements and how many there are
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (tuple u8 u16)))))
    (import "f" (func $f (param "a" (tuple u16 u8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u8` found primitive `u16`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (tuple u8 u16)))))
    (import "f" (func $f (param "a" (tuple u8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected 2 types, found 1")
;; Type equality: options
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (option u8)))))
    (import "f" (func $f (param "a" (option u16))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u8` found primitive `u16`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (option u8)))))
    (import "f" (func $f (param "a" (option (option u8)))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected u8, found option")
;; Type equality: results, by both of their types, and whether there are any
(assert_invalid
  (component
    (component $C (import "f" (func (result (result u8)))))
    (import "f" (func $f (result (result u16))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u8` found primitive `u16`")
(assert_invalid
  (component
    (component $C (import "f" (func (result (result u8 (error u8))))))
    (import "f" (func $f (result (result u8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected err type, but found none")
(assert_invalid
  (component
    (component $C (import "f" (func (result (result u8)))))
    (import "f" (func $f (result (result (error u8)))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected ok type, but found none")
(assert_invalid
  (component
    (component $C (import "f" (func (result (result)))))
    (import "f" (func $f))
    (instance (instantiate $C (with "f" (func $f)))))
  "result, found")

;; Type equality: functions, by the number of parameters
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" u8))))
    (import "f" (func $f))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected 1 parameters, found 0")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" u8))))
    (import "f" (func $f (param "a" u8) (param "b" u8)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected 1 parameters, found 2")
;; ... by their names
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" u8))))
    (import "f" (func $f (param "b" u8)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected parameter named `a`, found `b`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" u8) (param "b" u8))))
    (import "f" (func $f (param "b" u8) (param "a" u8)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected parameter named `a`, found `b`")
;; ... by the result that there is or isn't
(assert_invalid
  (component
    (component $C (import "f" (func (result u8))))
    (import "f" (func $f))
    (instance (instantiate $C (with "f" (func $f)))))
  "result, found")
(assert_invalid
  (component
    (component $C (import "f" (func)))
    (import "f" (func $f (result u8)))
    (instance (instantiate $C (with "f" (func $f)))))
  "result, found")

;; Type equality: types that need names. An instance that declares and uses one is equal to another that does the same.
(component definition
  (component $C
    (import "i" (instance
      (type $r (record (field "x" u32) (field "y" u32)))
      (export "r" (type $r' (eq $r)))
      (export "f" (func (param "a" $r'))))))
  (import "i" (instance $i
    (type $pad string)
    (type $r (record (field "x" u32) (field "y" u32)))
    (export "r" (type $r' (eq $r)))
    (export "f" (func (param "a" $r')))))
  (instance (instantiate $C (with "i" (instance $i)))))
;; ... records, by the names of their fields
(assert_invalid
  (component
    (component $C
      (import "i" (instance
        (type $r (record (field "x" u32) (field "y" u32)))
        (export "r" (type (eq $r))))))
    (import "i" (instance $i
      (type $r (record (field "x" u32) (field "z" u32)))
      (export "r" (type (eq $r)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected field name `y`, found `z`")
;; ... their order
(assert_invalid
  (component
    (component $C
      (import "i" (instance
        (type $r (record (field "x" u32) (field "y" u32)))
        (export "r" (type (eq $r))))))
    (import "i" (instance $i
      (type $r (record (field "y" u32) (field "x" u32)))
      (export "r" (type (eq $r)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected field name `x`, found `y`")
;; ... their types
(assert_invalid
  (component
    (component $C
      (import "i" (instance
        (type $r (record (field "x" u32) (field "y" u32)))
        (export "r" (type (eq $r))))))
    (import "i" (instance $i
      (type $r (record (field "x" u32) (field "y" s32)))
      (export "r" (type (eq $r)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected primitive `u32` found primitive `s32`")
;; ... their number
(assert_invalid
  (component
    (component $C
      (import "i" (instance
        (type $r (record (field "x" u32)))
        (export "r" (type (eq $r))))))
    (import "i" (instance $i
      (type $r (record (field "x" u32) (field "y" u32)))
      (export "r" (type (eq $r)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected 1 fields, found 2")
;; ... variants, by the names of their cases
(assert_invalid
  (component
    (component $C (import "i" (instance (type $v (variant (case "a") (case "b" u8))) (export "v" (type (eq $v))))))
    (import "i" (instance $i (type $v (variant (case "a") (case "c" u8))) (export "v" (type (eq $v)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected case named `b`, found `c`")
;; ... their types
(assert_invalid
  (component
    (component $C (import "i" (instance (type $v (variant (case "a") (case "b" u8))) (export "v" (type (eq $v))))))
    (import "i" (instance $i (type $v (variant (case "a") (case "b" u16))) (export "v" (type (eq $v)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected primitive `u8` found primitive `u16`")
(assert_invalid
  (component
    (component $C (import "i" (instance (type $v (variant (case "a") (case "b" u8))) (export "v" (type (eq $v))))))
    (import "i" (instance $i (type $v (variant (case "a") (case "b"))) (export "v" (type (eq $v)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected case `b` to have a type, found none")
;; ... their number: one that has more cases is none that may have fewer
(assert_invalid
  (component
    (component $C (import "i" (instance (type $v (variant (case "a"))) (export "v" (type (eq $v))))))
    (import "i" (instance $i (type $v (variant (case "a") (case "b"))) (export "v" (type (eq $v)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected 1 cases, found 2")
;; ... enums, by their labels
(assert_invalid
  (component
    (component $C (import "i" (instance (type $e (enum "a" "b")) (export "e" (type (eq $e))))))
    (import "i" (instance $i (type $e (enum "b" "a")) (export "e" (type (eq $e)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "mismatch in enum elements")
;; ... flags, by theirs
(assert_invalid
  (component
    (component $C (import "i" (instance (type $e (flags "a" "b")) (export "e" (type (eq $e))))))
    (import "i" (instance $i (type $e (flags "a")) (export "e" (type (eq $e)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "mismatch in flags elements")
;; Specialized value types: an enum is no variant
(assert_invalid
  (component
    (component $C (import "i" (instance (type $e (enum "a" "b")) (export "e" (type (eq $e))))))
    (import "i" (instance $i (type $e (variant (case "a") (case "b"))) (export "e" (type (eq $e)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected enum, found variant")
;; ... an option is no variant
(assert_invalid
  (component
    (component $C (import "i" (instance (type $e (option u8)) (export "e" (type (eq $e))))))
    (import "i" (instance $i (type $e (variant (case "none") (case "some" u8))) (export "e" (type (eq $e)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected option, found variant")
;; ... a result is no variant
(assert_invalid
  (component
    (component $C (import "i" (instance (type $e (result u8)) (export "e" (type (eq $e))))))
    (import "i" (instance $i (type $e (variant (case "ok" u8) (case "error"))) (export "e" (type (eq $e)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected result, found variant")
;; ... flags are no record
(assert_invalid
  (component
    (component $C (import "i" (instance (type $e (flags "a")) (export "e" (type (eq $e))))))
    (import "i" (instance $i (type $e (record (field "a" bool))) (export "e" (type (eq $e)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected flags, found record")
;; ... a tuple is no record
(assert_invalid
  (component
    (component $C (import "i" (instance (type $e (tuple u8)) (export "e" (type (eq $e))))))
    (import "i" (instance $i (type $e (record (field "a" u8))) (export "e" (type (eq $e)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected tuple, found record")

;; Subtyping of instances: the order of exports doesn't matter, and there may be more
(component definition
  (component $C (import "i" (instance (export "bar" (func)) (export "foo" (func)))))
  (import "i" (instance $i (export "foo" (func)) (export "bar" (func)) (export "baz" (func (result u8)))))
  (instance (instantiate $C (with "i" (instance $i)))))
;; ... nested ones, too
(component definition
  (component $C (import "i" (instance (export "j" (instance (export "f" (func)))))))
  (import "i" (instance $i (export "j" (instance (export "f" (func)) (export "g" (func))))))
  (instance (instantiate $C (with "i" (instance $i)))))
;; ... but not less
(assert_invalid
  (component
    (component $C (import "i" (instance (export "f" (func)) (export "g" (func)))))
    (import "i" (instance $i (export "f" (func))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "missing expected export `g`")
(assert_invalid
  (component
    (component $C (import "i" (instance (export "j" (instance (export "f" (func)))))))
    (import "i" (instance $i (export "j" (instance (export "g" (func))))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "missing expected export `f`")
;; ... nor something else
(assert_invalid
  (component
    (component $C (import "i" (instance (export "f" (func)))))
    (import "i" (instance $i (export "f" (instance))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected func, found instance")
(assert_invalid
  (component
    (component $C (import "i" (instance (export "f" (func (result u8))))))
    (import "i" (instance $i (export "f" (func (result u16)))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "expected primitive `u8` found primitive `u16`")

;; Subtyping of components: one may import less and export more
(component definition
  (component $C
    (import "c" (component
      (import "a" (func))
      (import "b" (func))
      (export "x" (func)))))
  (component $D
    (import "a" (func $a))
    (export "x" (func $a))
    (export "y" (func $a)))
  (instance (instantiate $C (with "c" (component $D)))))
;; ... but not import more
(assert_invalid
  (component
    (component $C (import "c" (component (export "x" (func)))))
    (component $D (import "a" (func $a)) (export "x" (func $a)))
    (instance (instantiate $C (with "c" (component $D)))))
  "missing import named `a`")
;; ... nor export less
(assert_invalid
  (component
    (component $C (import "c" (component (import "a" (func)) (export "x" (func)) (export "y" (func)))))
    (component $D (import "a" (func $a)) (export "x" (func $a)))
    (instance (instantiate $C (with "c" (component $D)))))
  "missing export named `y`")
;; ... nor import something else
(assert_invalid
  (component
    (component $C (import "c" (component (import "a" (func)))))
    (component $D (import "a" (func (param "x" u8))))
    (instance (instantiate $C (with "c" (component $D)))))
  "expected 1 parameters, found 0")
;; ... imports the other way round: of an instance less may be asked for
(component definition
  (component $C (import "c" (component (import "i" (instance (export "f" (func)) (export "g" (func)))))))
  (component $D (import "i" (instance (export "f" (func)))))
  (instance (instantiate $C (with "c" (component $D)))))
;; ... but not more
(assert_invalid
  (component
    (component $C (import "c" (component (import "i" (instance (export "f" (func)))))))
    (component $D (import "i" (instance (export "f" (func)) (export "g" (func)))))
    (instance (instantiate $C (with "c" (component $D)))))
  "missing expected export `g`")

;; Subtyping of modules: one may import less and export more
(component definition
  (component $C
    (import "m" (core module
      (import "a" "f" (func))
      (import "a" "g" (global i32))
      (export "x" (func (result i32))))))
  (core module $M
    (import "a" "f" (func))
    (func (export "x") (result i32) (i32.const 0))
    (memory (export "y") 1))
  (instance (instantiate $C (with "m" (core module $M)))))
;; ... but not import more
(assert_invalid
  (component
    (component $C (import "m" (core module)))
    (core module $M (import "a" "f" (func)))
    (instance (instantiate $C (with "m" (core module $M)))))
  "missing expected import `a::f`")
;; ... nor export less
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (func)))))
    (core module $M)
    (instance (instantiate $C (with "m" (core module $M)))))
  "missing expected export `x`")
;; ... nor something else: functions
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (func (param i32))))))
    (core module $M (func (export "x") (param i64)))
    (instance (instantiate $C (with "m" (core module $M)))))
  "type mismatch in export `x`")
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (func)))))
    (core module $M (memory (export "x") 1))
    (instance (instantiate $C (with "m" (core module $M)))))
  "expected func, found memory")
;; ... memories
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (memory 2)))))
    (core module $M (memory (export "x") 1))
    (instance (instantiate $C (with "m" (core module $M)))))
  "mismatch in memory limits")
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (memory 1 2)))))
    (core module $M (memory (export "x") 1))
    (instance (instantiate $C (with "m" (core module $M)))))
  "mismatch in memory limits")
;; ... tables
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (table 2 funcref)))))
    (core module $M (table (export "x") 1 funcref))
    (instance (instantiate $C (with "m" (core module $M)))))
  "mismatch in table limits")
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (table 1 funcref)))))
    (core module $M (table (export "x") 1 externref))
    (instance (instantiate $C (with "m" (core module $M)))))
  "expected table element type funcref, found externref")
;; ... globals
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (global i32)))))
    (core module $M (global (export "x") (mut i32) (i32.const 0)))
    (instance (instantiate $C (with "m" (core module $M)))))
  "global types differ in mutability")
(assert_invalid
  (component
    (component $C (import "m" (core module (export "x" (global i32)))))
    (core module $M (global (export "x") f32 (f32.const 0)))
    (instance (instantiate $C (with "m" (core module $M)))))
  "expected global type i32, found f32")
;; ... imports the other way round: a memory that it's given is larger than it needs
(component definition
  (component $C (import "m" (core module (import "a" "m" (memory 2)))))
  (core module $M (import "a" "m" (memory 1)))
  (instance (instantiate $C (with "m" (core module $M)))))
(assert_invalid
  (component
    (component $C (import "m" (core module (import "a" "m" (memory 1)))))
    (core module $M (import "a" "m" (memory 2)))
    (instance (instantiate $C (with "m" (core module $M)))))
  "mismatch in memory limits")

;; typebound `eq`: the type has to be that one
(component definition
  (component $C (type $u32 u32) (import "t" (type (eq $u32))))
  (type $T u32)
  (instance (instantiate $C (with "t" (type $T)))))
(assert_invalid
  (component
    (component $C (type $u32 u32) (import "t" (type (eq $u32))))
    (type $T u64)
    (instance (instantiate $C (with "t" (type $T)))))
  "expected primitive `u32` found primitive `u64`")
;; ... a value type where one of functions is asked for
(assert_invalid
  (component
    (component $C (type $F (func)) (import "t" (type (eq $F))))
    (type $T u64)
    (instance (instantiate $C (with "t" (type $T)))))
  "expected func, found defined type")
;; typebound `eq`: makes types equal for what follows
(component definition
  (type $L1 (list u8))
  (import "l2" (type $L2 (eq $L1)))
  (import "l3" (type $L3 (eq $L2)))
  (component $C (import "f" (func (param "a" (list u8)))))
  (import "f" (func $f (param "a" $L3)))
  (instance (instantiate $C (with "f" (func $f)))))

;; typebound `sub`: a resource has to be one
(assert_invalid
  (component
    (component $C (import "r" (type (sub resource))))
    (type $T u32)
    (instance (instantiate $C (with "r" (type $T)))))
  "expected resource, found defined type")
(assert_invalid
  (component
    (component $C (import "r" (type (sub resource))))
    (type $R (resource (rep i32)))
    (type $T (own $R))
    (instance (instantiate $C (with "r" (type $T)))))
  "expected resource, found defined type")
;; typebound `sub`: each makes a fresh type, equal to none before
(assert_invalid
  (component
    (import "t" (type $T (sub resource)))
    (import "u" (type $U (sub resource)))
    (import "f" (func $f (param "a" (own $T))))
    (export "g" (func $f) (func (param "a" (own $U)))))
  "resource types are not the same")
(assert_invalid
  (component
    (import "t" (type $T (sub resource)))
    (import "u" (type $U (sub resource)))
    (component $C
      (import "t" (type $T (sub resource)))
      (import "f" (func (param "a" (own $T)))))
    (import "f" (func $f (param "a" (own $U))))
    (instance (instantiate $C (with "t" (type $T)) (with "f" (func $f)))))
  "resource types are not the same")
;; ... an own is no borrow
(assert_invalid
  (component
    (import "t" (type $T (sub resource)))
    (component $C
      (import "t" (type $T (sub resource)))
      (import "f" (func (param "a" (own $T)))))
    (import "f" (func $f (param "a" (borrow $T))))
    (instance (instantiate $C (with "t" (type $T)) (with "f" (func $f)))))
  "expected own, found borrow")
;; ... nor one in a list
(assert_invalid
  (component
    (import "t" (type $T (sub resource)))
    (component $C
      (import "t" (type $T (sub resource)))
      (import "f" (func (param "a" (list (borrow $T))))))
    (import "f" (func $f (param "a" (list (own $T)))))
    (instance (instantiate $C (with "t" (type $T)) (with "f" (func $f)))))
  "expected borrow, found own")
;; instantiate: what a type import is supplied with replaces it: all that is of it fits
(component definition
  (component $C
    (import "t" (type $T (sub resource)))
    (import "t2" (type $T2 (eq $T)))
    (import "f" (func (param "a" (own $T)) (result (list (own $T2))))))
  (type $R (resource (rep i32)))
  (core module $M
    (memory (export "m") 1)
    (func (export "f") (param i32) (result i32) unreachable))
  (core instance $m (instantiate $M))
  (func $f (param "a" (own $R)) (result (list (own $R))) (canon lift (core func $m "f") (memory $m "m")))
  (instance (instantiate $C (with "t" (type $R)) (with "t2" (type $R)) (with "f" (func $f)))))
;; ... and nothing else does
(assert_invalid
  (component
    (component $C
      (import "t" (type $T (sub resource)))
      (import "t2" (type $T2 (eq $T))))
    (type $R (resource (rep i32)))
    (type $S (resource (rep i32)))
    (instance (instantiate $C (with "t" (type $R)) (with "t2" (type $S)))))
  "resource types are not the same")
;; ... two abstract types may be one
(component definition
  (component $C
    (import "t" (type $T (sub resource)))
    (import "u" (type $U (sub resource)))
    (import "f" (func (param "a" (own $T)) (param "b" (own $U)))))
  (import "r" (type $R (sub resource)))
  (import "f" (func $f (param "a" (own $R)) (param "b" (own $R))))
  (instance (instantiate $C (with "t" (type $R)) (with "u" (type $R)) (with "f" (func $f)))))
;; ... as two components see one, what the first exports the second can import
(component definition
  (component $P
    (import "c1" (component $C1
      (import "t" (type $T (sub resource)))
      (export "foo" (func (param "a" (own $T))))))
    (import "c2" (component $C2
      (import "t" (type $T (sub resource)))
      (import "foo" (func (param "a" (own $T))))))
    (type $R (resource (rep i32)))
    (instance $c1 (instantiate $C1 (with "t" (type $R))))
    (alias export $c1 "foo" (func $foo))
    (instance (instantiate $C2 (with "t" (type $R)) (with "foo" (func $foo))))))
;; ... not if they see two
(assert_invalid
  (component
    (component $P
      (import "c1" (component $C1
        (import "t" (type $T (sub resource)))
        (export "foo" (func (param "a" (own $T))))))
      (import "c2" (component $C2
        (import "t" (type $T (sub resource)))
        (import "foo" (func (param "a" (own $T))))))
      (type $R (resource (rep i32)))
      (type $S (resource (rep i32)))
      (instance $c1 (instantiate $C1 (with "t" (type $R))))
      (alias export $c1 "foo" (func $foo))
      (instance (instantiate $C2 (with "t" (type $S)) (with "foo" (func $foo))))))
  "resource types are not the same")

;; resource: each definition is a type of its own
(assert_invalid
  (component
    (type $R (resource (rep i32)))
    (type $S (resource (rep i32)))
    (component $C
      (import "t" (type $T (sub resource)))
      (import "f" (func (param "a" (borrow $T)))))
    (core module $M (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (func $f (param "a" (borrow $R)) (canon lift (core func $m "f")))
    (instance (instantiate $C (with "t" (type $S)) (with "f" (func $f)))))
  "resource types are not the same")
;; resource: each instance has a type of its own
(assert_invalid
  (component
    (component $C
      (type $R' (resource (rep i32)))
      (export $R "r" (type $R'))
      (core module $M (func (export "f") (param i32)))
      (core instance $m (instantiate $M))
      (func (export "f") (param "a" (borrow $R)) (canon lift (core func $m "f"))))
    (instance $one (instantiate $C))
    (instance $two (instantiate $C))
    (component $D
      (import "r" (type $R (sub resource)))
      (import "f" (func (param "a" (borrow $R)))))
    (instance (instantiate $D (with "r" (type $one "r")) (with "f" (func $two "f")))))
  "resource types are not the same")
;; ... which fits if both are of one
(component definition
  (component $C
    (type $R' (resource (rep i32)))
    (export $R "r" (type $R'))
    (core module $M (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (func (export "f") (param "a" (borrow $R)) (canon lift (core func $m "f"))))
  (instance $one (instantiate $C))
  (component $D
    (import "r" (type $R (sub resource)))
    (import "f" (func (param "a" (borrow $R)))))
  (instance (instantiate $D (with "r" (type $one "r")) (with "f" (func $one "f")))))
;; export: a resource that is exported twice is one type
(component definition
  (component $C
    (type $R (resource (rep i32)))
    (export "r1" (type $R))
    (export "r2" (type $R)))
  (instance $c (instantiate $C))
  (component $D
    (import "r" (type $R (sub resource)))
    (import "s" (type (eq $R))))
  (instance (instantiate $D (with "r" (type $c "r1")) (with "s" (type $c "r2")))))
;; Subtyping of instances: an abstract type may be supplied by an `eq` one, and functions have to be of it
(component definition
  (component $C
    (import "i" (instance
      (export "r" (type $r (sub resource)))
      (export "f" (func (param "a" (own $r)))))))
  (import "r" (type $R (sub resource)))
  (import "i" (instance $i
    (export "r" (type $r (eq $R)))
    (export "f" (func (param "a" (own $r))))))
  (instance (instantiate $C (with "i" (instance $i)))))
(assert_invalid
  (component
    (component $C
      (import "i" (instance
        (export "r" (type $r (sub resource)))
        (export "f" (func (param "a" (own $r)))))))
    (import "i" (instance $i
      (export "r" (type $r (sub resource)))
      (export "s" (type $s (sub resource)))
      (export "f" (func (param "a" (own $s))))))
    (instance (instantiate $C (with "i" (instance $i)))))
  "resource types are not the same")
;; ... an abstract one doesn't do where an `eq` one is asked for
(assert_invalid
  (component
    (component $C
      (import "r" (type $R (sub resource)))
      (import "i" (instance (export "r" (type (eq $R))))))
    (import "r" (type $R (sub resource)))
    (import "i" (instance $i (export "r" (type (sub resource)))))
    (instance (instantiate $C (with "r" (type $R)) (with "i" (instance $i)))))
  "resource types are not the same")

;; Type equality at runtime: what is equal works. The function is of a type that the parent, the provider and the user
;; each write down for themselves.
(component
  (component $Provider
    (type $p (record (field "x" u32) (field "y" u32)))
    (export $point "point" (type $p))
    (core module $M (func (export "sub") (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1))))
    (core instance $m (instantiate $M))
    (func (export "sub") (param "p" $point) (result u32) (canon lift (core func $m "sub"))))
  (component $User
    (type $p (record (field "x" u32) (field "y" u32)))
    (import "my-point" (type $point (eq $p)))
    (import "sub" (func $sub (param "p" $point) (result u32)))
    (core func $sub' (canon lower (func $sub)))
    (core module $M
      (import "" "sub" (func $sub (param i32 i32) (result i32)))
      (func (export "f") (result i32) (call $sub (i32.const 50) (i32.const 8))))
    (core instance $m (instantiate $M (with "" (instance (export "sub" (func $sub'))))))
    (func (export "f") (result u32) (canon lift (core func $m "f"))))
  (instance $provider (instantiate $Provider))
  (type $q (record (field "x" u32) (field "y" u32)))
  (instance $user (instantiate $User (with "my-point" (type $q)) (with "sub" (func $provider "sub"))))
  (export "f" (func $user "f"))
)
(assert_return (invoke "f") (u32.const 42))
