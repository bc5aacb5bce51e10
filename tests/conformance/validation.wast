;;! reference_types = true
;;! bulk_memory = true
;;! multi_memory = true

;; What is not valid, or can't be parsed.
;; Explainer.md, "Type Definitions", "Declarators", "Canonical Definitions", "Import and Export Definitions", "Name
;; Uniqueness" and "External Visibility of Types"; CanonicalABI.md, "`canonopt` Validation", "canon lift" and "canon
;; lower"; Binary.md, "Type Definitions" and "Import and Export Definitions" (notes).

;; canon lift: the core function's type is the flattened one: number of parameters
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (param "a" u32) (canon lift (core func $m "f"))))
  "lowered parameter types `[I32]` do not match parameter types `[]`")
;; ... their types
(assert_invalid
  (component
    (core module $M (func (export "f") (param i64)))
    (core instance $m (instantiate $M))
    (func (param "a" u32) (canon lift (core func $m "f"))))
  "lowered parameter types `[I32]` do not match parameter types `[I64]`")
(assert_invalid
  (component
    (core module $M (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (func (param "a" u64) (canon lift (core func $m "f"))))
  "lowered parameter types `[I64]` do not match parameter types `[I32]`")
(assert_invalid
  (component
    (core module $M (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (func (param "a" f32) (canon lift (core func $m "f"))))
  "lowered parameter types `[F32]` do not match parameter types `[I32]`")
;; ... a result that there isn't
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32)))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f"))))
  "lowered result types `[]` do not match result types `[I32]`")
;; ... a result that is missing
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (result u8) (canon lift (core func $m "f"))))
  "lowered result types `[I32]` do not match result types `[]`")
;; ... a result of another type
(assert_invalid
  (component
    (core module $M (func (export "f") (result f64)))
    (core instance $m (instantiate $M))
    (func (result f32) (canon lift (core func $m "f"))))
  "lowered result types `[F32]` do not match result types `[F64]`")
;; flatten_functype: more than one flat result goes to memory
(assert_invalid
  (component
    (core module $M (memory (export "m") 1) (func (export "f") (result i32 i32)))
    (core instance $m (instantiate $M))
    (func (result (tuple u32 u32)) (canon lift (core func $m "f") (memory $m "m"))))
  "lowered result types `[I32]` do not match result types `[I32, I32]`")
;; flatten_functype: more than 16 flat parameters go to memory
(assert_invalid
  (component
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable)
      (func (export "f") (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)))
    (core instance $m (instantiate $M))
    (type $T (tuple u8 u8 u8 u8 u8 u8 u8 u8))
    (func (param "a" $T) (param "b" $T) (param "c" u8)
      (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r")))))
  "lowered parameter types `[I32]` do not match")
;; flatten_functype: 16 don't
(assert_invalid
  (component
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable)
      (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (type $T (tuple u8 u8 u8 u8 u8 u8 u8 u8))
    (func (param "a" $T) (param "b" $T) (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r")))))
  "do not match parameter types `[I32]`")
;; canon lift: lifts to a function type
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (type $T u32)
    (func (type $T) (canon lift (core func $m "f"))))
  "type index 0 is not a function type")
;; canon lower: of a function that there is
(assert_invalid
  (component (core func (canon lower (func 0))))
  "unknown function 0: function index out of bounds")
;; canon lift: of a core function that there is
(assert_invalid
  (component (func (canon lift (core func 0))))
  "unknown core function 0: function index out of bounds")

;; canonopt, lower(T): memory is required for a parameter with a string, of canon lift
(assert_invalid
  (component
    (core module $M (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (param "a" string) (canon lift (core func $m "f"))))
  "canonical option `memory` is required")
;; ... and realloc
(assert_invalid
  (component
    (core module $M (memory (export "m") 1) (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (param "a" string) (canon lift (core func $m "f") (memory $m "m"))))
  "canonical option `realloc` is required")
;; ... also in a record
(assert_invalid
  (component
    (core module $M (memory (export "m") 1) (func (export "f") (param i32 i32 i32)))
    (core instance $m (instantiate $M))
    (type $R (record (field "a" u8) (field "b" (list u8))))
    (func (param "a" $R) (canon lift (core func $m "f") (memory $m "m"))))
  "canonical option `realloc` is required")
;; canonopt: memory is required for a result in memory, of canon lift
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32)))
    (core instance $m (instantiate $M))
    (func (result (tuple u32 u32)) (canon lift (core func $m "f"))))
  "canonical option `memory` is required")
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32)))
    (core instance $m (instantiate $M))
    (func (result string) (canon lift (core func $m "f"))))
  "canonical option `memory` is required")
;; canonopt: memory and realloc are required for parameters in memory, of canon lift
(assert_invalid
  (component
    (core module $M (memory (export "m") 1) (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (type $T (tuple u8 u8 u8 u8 u8 u8 u8 u8))
    (func (param "a" $T) (param "b" $T) (param "c" u8) (canon lift (core func $m "f") (memory $m "m"))))
  "canonical option `realloc` is required")
;; canonopt, lift(T): memory is required for a parameter with a list, of canon lower
(assert_invalid
  (component
    (import "f" (func $f (param "a" (list u8))))
    (core func (canon lower (func $f))))
  "canonical option `memory` is required")
;; canonopt: memory is required for a result in memory, of canon lower
(assert_invalid
  (component
    (import "f" (func $f (result (tuple u8 u8))))
    (core func (canon lower (func $f))))
  "canonical option `memory` is required")
;; canonopt, lower(T): realloc is required for a result with a string, of canon lower
(assert_invalid
  (component
    (import "f" (func $f (result string)))
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (core func (canon lower (func $f) (memory $m "m"))))
  "canonical option `realloc` is required")
;; canonopt: what isn't required isn't: no realloc for a parameter of canon lower, nor for a result of canon lift
(component definition
  (import "f" (func $f (param "a" string)))
  (core module $M (memory (export "m") 1) (func (export "f") (result i32) unreachable))
  (core instance $m (instantiate $M))
  (core func (canon lower (func $f) (memory $m "m")))
  (func (result string) (canon lift (core func $m "f") (memory $m "m"))))

;; canonopt: realloc has four parameters and a result: one parameter less
(assert_invalid
  (component
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32) (result i32) unreachable)
      (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (param "a" string) (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r")))))
  "canonical option `realloc` uses a core function with an incorrect signature")
;; ... no result
(assert_invalid
  (component
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32 i32))
      (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (param "a" string) (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r")))))
  "canonical option `realloc` uses a core function with an incorrect signature")
;; ... other types
(assert_invalid
  (component
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32 i64) (result i32) unreachable)
      (func (export "f") (param i32 i32)))
    (core instance $m (instantiate $M))
    (func (param "a" string) (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r")))))
  "canonical option `realloc` uses a core function with an incorrect signature")
;; canonopt: realloc needs memory
(assert_invalid
  (component
    (core module $M
      (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable)
      (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (realloc (func $m "r")))))
  "canonical option `realloc` requires `memory` to also be specified")
;; canonopt: memory is a memory that there is
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (memory 0))))
  "unknown memory 0: memory index out of bounds")
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (memory $m "f"))))
  "export `f` for core instance 0 is not a memory")
;; canonopt: each one at most once: string-encoding
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") string-encoding=utf8 string-encoding=utf16)))
  "canonical encoding option `utf8` conflicts with option `utf16`")
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") string-encoding=utf8 string-encoding=utf8)))
  "canonical encoding option `utf8` conflicts with option `utf8`")
;; ... memory
(assert_invalid
  (component
    (core module $M (memory (export "m") 1) (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (memory $m "m") (memory $m "m"))))
  "canonical option `memory` is specified more than once")
;; ... realloc
(assert_invalid
  (component
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable)
      (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (memory $m "m") (realloc (func $m "r")) (realloc (func $m "r")))))
  "canonical option `realloc` is specified more than once")
;; ... post-return
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (post-return (func $m "f")) (post-return (func $m "f")))))
  "canonical option `post-return` is specified more than once")
;; canonopt: an encoding that there isn't
(assert_malformed
  (component quote "(import \"f\" (func $f)) (core func (canon lower (func $f) string-encoding=utf32))")
  "expected `)`")

;; canon lift, post-return: its parameters are the core function's results: one that isn't there
(assert_invalid
  (component
    (core module $M (func (export "f")) (func (export "p") (param i32)))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (post-return (func $m "p")))))
  "canonical option `post-return` uses a core function with an incorrect signature")
;; ... one that is missing
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32) unreachable) (func (export "p")))
    (core instance $m (instantiate $M))
    (func (result u32) (canon lift (core func $m "f") (post-return (func $m "p")))))
  "canonical option `post-return` uses a core function with an incorrect signature")
;; ... of another type
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32) unreachable) (func (export "p") (param i64)))
    (core instance $m (instantiate $M))
    (func (result u32) (canon lift (core func $m "f") (post-return (func $m "p")))))
  "canonical option `post-return` uses a core function with an incorrect signature")
;; ... and it has no results
(assert_invalid
  (component
    (core module $M (func (export "f")) (func (export "p") (result i32) unreachable))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") (post-return (func $m "p")))))
  "canonical option `post-return` uses a core function with an incorrect signature")
;; canon lower: has no post-return
(assert_invalid
  (component
    (import "f" (func $f))
    (core module $M (func (export "p")))
    (core instance $m (instantiate $M))
    (core func (canon lower (func $f) (post-return (func $m "p")))))
  "canonical option `post-return` cannot be specified for lowerings")
;; canonopt: async needs a proposal that is off here
(assert_invalid
  (component
    (import "f" (func $f))
    (core func (canon lower (func $f) async)))
  "canonical option `async` requires the component model async feature")

;; instantiate (core): what a module imports has to be supplied: the instance
(assert_invalid
  (component
    (core module $M (import "a" "f" (func)))
    (core instance (instantiate $M)))
  "missing module instantiation argument named `a`")
;; ... what it exports
(assert_invalid
  (component
    (core module $A)
    (core instance $a (instantiate $A))
    (core module $M (import "a" "f" (func)))
    (core instance (instantiate $M (with "a" (instance $a)))))
  "module instantiation argument `a` does not export an item named `f`")
;; ... of the right type
(assert_invalid
  (component
    (core module $A (func (export "f") (param i32)))
    (core instance $a (instantiate $A))
    (core module $M (import "a" "f" (func)))
    (core instance (instantiate $M (with "a" (instance $a)))))
  "type mismatch for export `f` of module instantiation argument `a` expected: (func) found:    (func (param i32))")
;; ... and of the right kind
(assert_invalid
  (component
    (core module $A (global (export "f") i32 (i32.const 0)))
    (core instance $a (instantiate $A))
    (core module $M (import "a" "f" (func)))
    (core instance (instantiate $M (with "a" (instance $a)))))
  "expected func, found global")
;; instantiate (core): an argument at most once
(assert_invalid
  (component
    (core module $A)
    (core instance $a (instantiate $A))
    (core module $M)
    (core instance (instantiate $M (with "a" (instance $a)) (with "a" (instance $a)))))
  "duplicate module instantiation argument named `a`")
;; instantiate (core): of a module that there is
(assert_invalid
  (component (core instance (instantiate 0)))
  "unknown module 0: module index out of bounds")
;; core:inlineexport: names are once
(assert_invalid
  (component
    (core module $A (func (export "f")))
    (core instance $a (instantiate $A))
    (core instance (export "f" (func $a "f")) (export "f" (func $a "f"))))
  "duplicate instantiation export name `f` already defined")
;; instantiate: what a component imports has to be supplied
(assert_invalid
  (component
    (component $C (import "f" (func)))
    (instance (instantiate $C)))
  "missing import named `f`")
;; ... of the right kind
(assert_invalid
  (component
    (component $C (import "f" (func)))
    (instance $i)
    (instance (instantiate $C (with "f" (instance $i)))))
  "expected func, found instance")
(assert_invalid
  (component
    (component $C (import "i" (instance)))
    (import "f" (func $f))
    (instance (instantiate $C (with "i" (func $f)))))
  "expected instance, found func")
(assert_invalid
  (component
    (component $C (import "m" (core module)))
    (component $D)
    (instance (instantiate $C (with "m" (component $D)))))
  "expected module, found component")
;; ... of the right type
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" u32))))
    (import "f" (func $f (param "a" u64)))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected primitive `u32` found primitive `u64`")
;; ... with what it exports
(assert_invalid
  (component
    (component $C (import "i" (instance (export "f" (func)))))
    (instance $i)
    (instance (instantiate $C (with "i" (instance $i)))))
  "missing expected export `f`")
;; instantiate: an argument at most once
(assert_invalid
  (component
    (component $C (import "f" (func)))
    (import "f" (func $f))
    (instance (instantiate $C (with "f" (func $f)) (with "f" (func $f)))))
  "instantiation argument `f` conflicts with previous argument `f`")
;; instantiate: of a component that there is
(assert_invalid
  (component (instance (instantiate 0)))
  "unknown component 0: component index out of bounds")
;; instantiate: a module is no component
(assert_malformed
  (component quote "(core module $M) (instance (instantiate $M))")
  "unknown component: failed to find name `$M`")

;; alias export: of an instance that exports it
(assert_invalid
  (component
    (instance $i)
    (alias export $i "f" (func)))
  "instance 0 has no export named `f`")
;; alias export: of the kind that it is
(assert_invalid
  (component
    (import "i" (instance $i (export "f" (func))))
    (alias export $i "f" (instance)))
  "export `f` for instance 0 is not a instance")
;; alias core export: of a core instance that exports it
(assert_invalid
  (component
    (core module $M)
    (core instance $m (instantiate $M))
    (alias core export $m "f" (core func)))
  "core instance 0 has no export named `f`")
;; ... of the kind that it is
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (alias core export $m "f" (core memory)))
  "export `f` for core instance 0 is not a memory")
;; alias outer: as many components around as there are
(assert_invalid
  (component (alias outer 1 0 (type)))
  "invalid outer alias count of 1")
;; alias outer: of what has been defined before
(assert_invalid
  (component $C
    (component (alias outer $C 0 (type)))
    (type u32))
  "unknown type 0: type index out of bounds")
;; outeraliassort: no functions
(assert_malformed
  (component quote "(import \"f\" (func $f)) (component $C (export \"f\" (func $f)))")
  "outer item `f` is not a module, type, or component")
;; outeraliassort: no instances
(assert_malformed
  (component quote "(instance $i) (component $C (export \"i\" (instance $i)))")
  "outer item `i` is not a module, type, or component")
;; alias outer: no resource types across components
(assert_invalid
  (component $C
    (type $R (resource (rep i32)))
    (component (alias outer $C $R (type))))
  "cannot alias outer type which transitively refers to resources not defined in the current component")
;; ... nor what refers to one
(assert_invalid
  (component $C
    (import "r" (type $R (sub resource)))
    (type $F (func (param "a" (own $R))))
    (component (alias outer $C $F (type))))
  "cannot alias outer type which transitively refers to resources not defined in the current component")
(assert_invalid
  (component $C
    (import "r" (type $R (sub resource)))
    (type $L (list (borrow $R)))
    (component (alias outer $C $L (type))))
  "cannot alias outer type which transitively refers to resources not defined in the current component")

;; Component Definitions: only what has been defined before can be referred to
(assert_invalid
  (component (import "f" (func (type 0))) (type (func)))
  "unknown type 0: type index out of bounds")
;; valtype: of a type that there is
(assert_invalid
  (component (type (list 0)))
  "unknown type 0: type index out of bounds")
(assert_invalid
  (component (import "f" (func (param "a" 7))))
  "unknown type 7: type index out of bounds")
(assert_malformed
  (component quote "(type (list $t))")
  "unknown type: failed to find name `$t`")
(assert_malformed
  (component quote "(type (list u128))")
  "unexpected token, expected one of")
;; valtype: of a value type: a function type is none
(assert_invalid
  (component (type $F (func)) (type (list $F)))
  "type index 0 is not a defined type")
;; ... nor an instance type
(assert_invalid
  (component (type $I (instance)) (type (record (field "a" $I))))
  "type index 0 is not a defined type")
;; ... nor a resource type
(assert_invalid
  (component (type $R (resource (rep i32))) (type (option $R)))
  "type index 0 is not a defined type")
;; record: has fields
(assert_invalid
  (component (type (record)))
  "record type must have at least one field")
;; variant: has cases
(assert_invalid
  (component (type (variant)))
  "variant type must have at least one case")
;; tuple: has elements
(assert_invalid
  (component (type (tuple)))
  "tuple type must have at least one type")
;; flags: has labels
(assert_invalid
  (component (type (flags)))
  "flags must have at least one entry")
;; enum: has labels
(assert_invalid
  (component (type (enum)))
  "enum type must have at least one variant")
;; flags: not more than 32
(assert_invalid
  (component (type (flags
    "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15" "f16" "f17"
    "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31" "f32" "f33")))
  "cannot have more than 32 flags")
;; ... but 32
(component definition
  (type (flags
    "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15" "f16"
    "f17" "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31" "f32")))
;; list, map, stream, future, error-context: of proposals that are off here
(assert_invalid
  (component (type (list u8 4)))
  "Fixed-length lists require the component model fixed-length lists feature")
(assert_invalid
  (component (type (stream u8)))
  "`stream` requires the component model async feature")
(assert_invalid
  (component (type (future u8)))
  "`future` requires the component model async feature")
(assert_invalid
  (component (type error-context))
  "`error-context` requires the component model error-context feature")
(assert_invalid
  (component (type (map string u8)))
  "Maps require the component model map feature")

;; Name Uniqueness: fields of a record
(assert_invalid
  (component (type (record (field "a" u8) (field "b" u8) (field "a" u16))))
  "record field name `a` conflicts with previous field name `a`")
(assert_invalid
  (component (type (record (field "a-b" u8) (field "A-b" u8))))
  "record field name `A-b` conflicts with previous field name `a-b`")
;; ... cases of a variant
(assert_invalid
  (component (type (variant (case "a") (case "a" u8))))
  "variant case name `a` conflicts with previous case name `a`")
(assert_invalid
  (component (type (variant (case "xml") (case "XML"))))
  "variant case name `XML` conflicts with previous case name `xml`")
;; ... labels of flags
(assert_invalid
  (component (type (flags "a" "a")))
  "flag name `a` conflicts with previous flag name `a`")
(assert_invalid
  (component (type (flags "a" "A")))
  "flag name `A` conflicts with previous flag name `a`")
;; ... labels of an enum
(assert_invalid
  (component (type (enum "a" "b" "b")))
  "enum tag name `b` conflicts with previous tag name `b`")
(assert_invalid
  (component (type (enum "a-B" "a-b")))
  "enum tag name `a-b` conflicts with previous tag name `a-B`")
;; ... parameters of a function
(assert_invalid
  (component (type (func (param "a" u8) (param "a" u8))))
  "function parameter name `a` conflicts with previous parameter name `a`")
(assert_invalid
  (component (type (func (param "a" u8) (param "A" u8))))
  "function parameter name `A` conflicts with previous parameter name `a`")
;; ... imports
(assert_invalid
  (component (import "f" (func)) (import "f" (func)))
  "import name `f` conflicts with previous name `f`")
(assert_invalid
  (component (import "foo-bar" (func)) (import "foo-BAR" (instance)))
  "import name `foo-BAR` conflicts with previous name `foo-bar`")
;; ... exports
(assert_invalid
  (component (instance $i) (export "i" (instance $i)) (export "i" (instance $i)))
  "export name `i` conflicts with previous name `i`")
(assert_invalid
  (component (instance $i) (export "i" (instance $i)) (export "I" (instance $i)))
  "export name `I` conflicts with previous name `i`")
;; ... of an instance type
(assert_invalid
  (component (type (instance (export "f" (func)) (export "f" (func)))))
  "export name `f` conflicts with previous name `f`")
;; ... of a component type
(assert_invalid
  (component (type (component (import "f" (func)) (import "F" (func)))))
  "import name `F` conflicts with previous name `f`")
;; ... of an instance that is put together
(assert_invalid
  (component (import "f" (func $f)) (instance (export "a" (func $f)) (export "A" (func $f))))
  "export name `A` conflicts with previous name `a`")
;; ... an import may have the name of an export
(component definition
  (component
    (import "f" (func $f))
    (export "f" (func $f))))

;; label: letters, digits and hyphens
(component definition
  (type (record
    (field "a" u8) (field "a-b-c" u8) (field "a1-2-3" u8) (field "B" u8) (field "B-C-D" u8) (field "B1-2-3" u8)
    (field "a11-w0rds" u8) (field "A11-4CR0NYMS" u8) (field "m1x3d-4CR0NYMS" u8))))
;; label: is not empty
(assert_invalid
  (component (type (record (field "" u8))))
  "record field name cannot be empty")
(assert_invalid
  (component (type (func (param "" u8))))
  "function parameter name cannot be empty")
(assert_invalid
  (component (type (enum "")))
  "enum tag name cannot be empty")
(assert_invalid
  (component (type (flags "")))
  "flag name cannot be empty")
(assert_invalid
  (component (type (variant (case ""))))
  "variant case name cannot be empty")
(assert_invalid
  (component (import "" (func)))
  "import name `` is not a valid extern name `` is not in kebab case")
;; first-fragment: begins with a letter
(assert_invalid
  (component (type (record (field "1-2-3" u8))))
  "record field name `1-2-3` is not in kebab case")
(assert_invalid
  (component (import "1a" (func)))
  "import name `1a` is not a valid extern name `1a` is not in kebab case")
;; fragment: is not empty
(assert_invalid
  (component (type (record (field "a-" u8))))
  "record field name `a-` is not in kebab case")
(assert_invalid
  (component (type (record (field "-a" u8))))
  "record field name `-a` is not in kebab case")
(assert_invalid
  (component (type (record (field "a--b" u8))))
  "record field name `a--b` is not in kebab case")
;; fragment: is a word or an acronym
(assert_invalid
  (component (type (record (field "aB" u8))))
  "record field name `aB` is not in kebab case")
(assert_invalid
  (component (type (record (field "a-Bc" u8))))
  "record field name `a-Bc` is not in kebab case")
(assert_invalid
  (component (type (enum "Ab")))
  "enum tag name `Ab` is not in kebab case")
;; fragment: other characters are none of it
(assert_invalid
  (component (type (flags "a_b")))
  "flag name `a_b` is not in kebab case")
(assert_invalid
  (component (type (func (param "a b" u8))))
  "function parameter name `a b` is not in kebab case")
(assert_invalid
  (component (type (variant (case "é"))))
  "variant case name `é` is not in kebab case")
(assert_invalid
  (component (import "a.b" (func)))
  "import name `a.b` is not a valid extern name `a.b` is not in kebab case")
(assert_invalid
  (component (instance $i) (export "a_b" (instance $i)))
  "export name `a_b` is not a valid extern name `a_b` is not in kebab case")

;; plainname: annotations are constructor, method and static
(assert_invalid
  (component (import "[foo]a" (func)))
  "import name `[foo]a` is not a valid extern name `[foo]a` is not in kebab case")
;; plainname: a method and a static have two labels, a constructor has one
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[method]a" (func (param "self" (borrow $a)))))
  "import name `[method]a` is not a valid extern name failed to find `.` character")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[method]a.b.c" (func (param "self" (borrow $a)))))
  "import name `[method]a.b.c` is not a valid extern name `b.c` is not in kebab case")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[constructor]a.b" (func (result (own $a)))))
  "import name `[constructor]a.b` is not a valid extern name `a.b` is not in kebab case")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[static]a" (func)))
  "import name `[static]a` is not a valid extern name failed to find `.` character")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[static]a." (func)))
  "import name `[static]a.` is not a valid extern name `` is not in kebab case")
;; Binary.md: constructors, methods and statics of a resource in their scope
(component definition
  (import "a" (type $a (sub resource)))
  (import "[constructor]a" (func (param "x" u8) (result (own $a))))
  (import "[method]a.b" (func (param "self" (borrow $a)) (param "x" u8)))
  (import "[static]a.c" (func (result u8)))
  (import "other" (type $other (sub resource)))
  ;; A constructor may fail.
  (import "[constructor]other" (func (result (result (own $other) (error string))))))
;; Binary.md: annotated names are of functions
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[static]a.b" (instance)))
  "import name `[static]a.b` is not valid item is not a func")
;; Binary.md: the resource is known before
(assert_invalid
  (component (import "[static]a.b" (func)))
  "import name `[static]a.b` is not valid static resource name is not known in this context")
(assert_invalid
  (component
    (import "[static]a.b" (func))
    (import "a" (type (sub resource))))
  "import name `[static]a.b` is not valid static resource name is not known in this context")
;; Binary.md: in the same scope
(assert_invalid
  (component
    (import "a" (type (sub resource)))
    (import "i" (instance (export "[static]a.b" (func)))))
  "export name `[static]a.b` is not valid static resource name is not known in this context")
;; Binary.md: a method's first parameter is self
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[method]a.b" (func)))
  "import name `[method]a.b` is not valid function should have at least one argument")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[method]a.b" (func (param "this" (borrow $a)))))
  "import name `[method]a.b` is not valid function should have a first argument called `self`")
;; ... a borrow of the resource
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[method]a.b" (func (param "self" (own $a)))))
  "import name `[method]a.b` is not valid function should take a first argument of `(borrow $T)`")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "c" (type $c (sub resource)))
    (import "[method]a.b" (func (param "self" (borrow $c)))))
  "import name `[method]a.b` is not valid function does not match expected resource name `c`")
;; Binary.md: a constructor returns the resource
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[constructor]a" (func)))
  "import name `[constructor]a` is not valid function should return one value")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "[constructor]a" (func (result u32))))
  "import name `[constructor]a` is not valid function should return `(own $T)` or `(result (own $T))`")
(assert_invalid
  (component
    (import "a" (type $a (sub resource)))
    (import "c" (type $c (sub resource)))
    (import "[constructor]a" (func (result (own $c)))))
  "import name `[constructor]a` is not valid function does not match expected resource name `c`")
;; Name Uniqueness: annotations don't make a method or static unique ...
(assert_invalid
  (component
    (import "foo" (type $foo (sub resource)))
    (import "[method]foo.bar" (func (param "self" (borrow $foo))))
    (import "[static]foo.bar" (func)))
  "import name `[static]foo.bar` conflicts with previous name `[method]foo.bar`")
;; ... one with the name of its resource conflicts with it
(assert_invalid
  (component
    (import "foo" (type $foo (sub resource)))
    (import "[method]foo.foo" (func (param "self" (borrow $foo)))))
  "import name `[method]foo.foo` conflicts with previous name `foo`")
(assert_invalid
  (component
    (import "foo" (type (sub resource)))
    (import "[static]foo.foo" (func)))
  "import name `[static]foo.foo` conflicts with previous name `foo`")
;; ... but a constructor doesn't, as long as there's one
(assert_invalid
  (component
    (import "foo" (type $foo (sub resource)))
    (import "[constructor]foo" (func (result (own $foo))))
    (import "[constructor]foo" (func (result (own $foo)))))
  "import name `[constructor]foo` conflicts with previous name `[constructor]foo`")
(component definition
  (import "foo" (type $foo (sub resource)))
  (import "foo-bar" (func))
  (import "[constructor]foo" (func (result (own $foo))))
  (import "[method]foo.bar" (func (param "self" (borrow $foo))))
  (import "[static]foo.baz" (func))
  (import "foo:bar/baz" (instance)))

;; resource: the rep is an i32
(assert_invalid
  (component (type (resource (rep f32))))
  "resources can only be represented by `i32` or `i64`")
;; resource: its destructor has the rep as parameter
(assert_invalid
  (component
    (core module $M (func (export "d")))
    (core instance $m (instantiate $M))
    (type (resource (rep i32) (dtor (func $m "d")))))
  "core function 0 has wrong signature for a destructor")
(assert_invalid
  (component
    (core module $M (func (export "d") (param i64)))
    (core instance $m (instantiate $M))
    (type (resource (rep i32) (dtor (func $m "d")))))
  "core function 0 has wrong signature for a destructor")
;; ... and no result
(assert_invalid
  (component
    (core module $M (func (export "d") (param i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (type (resource (rep i32) (dtor (func $m "d")))))
  "core function 0 has wrong signature for a destructor")
;; own, borrow: of a resource
(assert_invalid
  (component (type $T u32) (type (own $T)))
  "type index 0 is not a resource type")
(assert_invalid
  (component (type $T (func)) (type (borrow $T)))
  "type index 0 is not a resource type")
(assert_invalid
  (component (type (own 0)))
  "unknown type 0: type index out of bounds")
;; func: no borrow in a result
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (type (func (result (borrow $r)))))
  "function result cannot contain a `borrow` type")
;; ... wherever it is
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (type (func (result (list (borrow $r))))))
  "function result cannot contain a `borrow` type")
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (type $o (option (borrow $r)))
    (type (func (result (tuple u8 $o)))))
  "function result cannot contain a `borrow` type")
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (type (func (result (result u8 (error (borrow $r)))))))
  "function result cannot contain a `borrow` type")
;; resource.new: only of a resource that this component defines
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (core func (canon resource.new $r)))
  "type 0 is not a local resource")
;; resource.rep: the same
(assert_invalid
  (component
    (import "r" (type $r (sub resource)))
    (core func (canon resource.rep $r)))
  "type 0 is not a local resource")
;; ... and not of a nested component
(assert_invalid
  (component
    (component $C (type $r (resource (rep i32))) (export "r" (type $r)))
    (instance $c (instantiate $C))
    (alias export $c "r" (type $r))
    (core func (canon resource.rep $r)))
  "type 0 is not a local resource")
;; resource.new, resource.rep, resource.drop: of a resource
(assert_invalid
  (component (type $t u32) (core func (canon resource.new $t)))
  "type index 0 is not a resource type")
(assert_invalid
  (component (type $t u32) (core func (canon resource.rep $t)))
  "type index 0 is not a resource type")
(assert_invalid
  (component (type $t (list u8)) (core func (canon resource.drop $t)))
  "type index 0 is not a resource type")
(assert_invalid
  (component (core func (canon resource.drop 3)))
  "unknown type 3: type index out of bounds")
;; resource.drop: of one that is imported, too
(component definition
  (import "r" (type $r (sub resource)))
  (core func (canon resource.drop $r)))
;; type declarator: no definitions of resources in types
(assert_invalid
  (component (type (instance (type (resource (rep i32))))))
  "resources can only be defined within a concrete component")
(assert_invalid
  (component (type (component (type (resource (rep i32))))))
  "resources can only be defined within a concrete component")

;; External Visibility of Types: a resource in an exported function has a name
(assert_invalid
  (component
    (type $R (resource (rep i32)))
    (core func $new (canon resource.new $R))
    (func $f (param "a" u32) (result (own $R)) (canon lift (core func $new)))
    (export "f" (func $f)))
  "func not valid to be used as export")
;; ... also if it is exported, without the function's type being that of the export
(assert_invalid
  (component
    (type $R (resource (rep i32)))
    (core func $new (canon resource.new $R))
    (func $f (param "a" u32) (result (own $R)) (canon lift (core func $new)))
    (export "r" (type $R))
    (export "f" (func $f)))
  "func not valid to be used as export")
;; ... which can be said
(component definition
  (type $R (resource (rep i32)))
  (core func $new (canon resource.new $R))
  (func $f (param "a" u32) (result (own $R)) (canon lift (core func $new)))
  (export $R' "r" (type $R))
  (export "f" (func $f) (func (param "a" u32) (result (own $R')))))
;; External Visibility of Types: imports don't depend on exports
(assert_invalid
  (component
    (type $R (resource (rep i32)))
    (export $R' "r" (type $R))
    (import "f" (func (param "a" (own $R')))))
  "func not valid to be used as import")
;; External Visibility of Types: a record in an imported function has a name
(assert_invalid
  (component
    (type $T (record (field "a" u8)))
    (import "f" (func (param "a" $T))))
  "func not valid to be used as import")
;; ... a variant
(assert_invalid
  (component
    (type $T (variant (case "a")))
    (import "f" (func (param "a" (list $T)))))
  "func not valid to be used as import")
;; ... an enum
(assert_invalid
  (component
    (import "f" (func (result (enum "a")))))
  "func not valid to be used as import")
;; ... flags
(assert_invalid
  (component
    (type $T (flags "a"))
    (import "f" (func (result (option $T)))))
  "func not valid to be used as import")
;; ... other types needn't have one
(component definition
  (type $T (tuple u8 (list (option (result string (error char))))))
  (import "f" (func (param "a" $T))))
;; ... in an exported function
(assert_invalid
  (component
    (type $T (record (field "a" u8)))
    (core module $M (func (export "f") (param i32)))
    (core instance $m (instantiate $M))
    (func $f (param "a" $T) (canon lift (core func $m "f")))
    (export "f" (func $f)))
  "func not valid to be used as export")
;; ... in a type that is exported
(assert_invalid
  (component
    (type $T (record (field "a" u8)))
    (type $U (record (field "t" $T)))
    (export "u" (type $U)))
  "type not valid to be used as export")
;; ... in an instance's type
(assert_invalid
  (component
    (type $T (enum "a" "b"))
    (import "i" (instance (export "f" (func (param "a" $T))))))
  "instance not valid to be used as import")
;; ... a named one may be used
(component definition
  (type $T' (record (field "a" u8)))
  (import "t" (type $T (eq $T')))
  (import "f" (func (param "a" $T))))

;; export: of what there is
(assert_invalid
  (component (export "f" (func 0)))
  "unknown function 0: function index out of bounds")
;; export: no core functions
(assert_malformed
  (component quote
    "(core module $M (func (export \"f\")))"
    "(core instance $m (instantiate $M))"
    "(export \"f\" (core func $m \"f\"))")
  "expected keyword `module`")
;; export: the type that it is given is a supertype of that of what is exported
(assert_invalid
  (component
    (import "f" (func $f (result u8)))
    (export "g" (func $f) (func (result u16))))
  "ascribed type of export is not compatible with item's type")
(assert_invalid
  (component
    (import "i" (instance $i))
    (export "j" (instance $i) (instance (export "f" (func)))))
  "ascribed type of export is not compatible with item's type")
;; ... which may leave out exports
(component definition
  (component
    (import "i" (instance $i (export "f" (func)) (export "g" (func))))
    (export "j" (instance $i) (instance (export "f" (func))))))
;; import: of a type that there is
(assert_invalid
  (component (import "f" (func (type 0))))
  "unknown type 0: type index out of bounds")
;; import: of a type of its kind
(assert_invalid
  (component (type $T (instance)) (import "f" (func (type $T))))
  "type index 0 is not a function type")
(assert_invalid
  (component (type $T (func)) (import "f" (instance (type $T))))
  "type index 0 is not an instance type")
(assert_invalid
  (component (type $T (func)) (import "f" (component (type $T))))
  "type index 0 is not a component type")
;; typebound: eq of a type that there is
(assert_invalid
  (component (import "t" (type (eq 0))))
  "unknown type 0: type index out of bounds")
;; typebound: sub is of resource only
(assert_malformed
  (component quote "(import \"t\" (type (sub u32)))")
  "expected keyword `resource`")

;; core:moduletype: no modules in it
(assert_malformed
  (component quote "(core type (module (import \"a\" \"b\" (module))))")
  "unexpected token, expected one of")
;; core:module: is validated as it is without a component
(assert_invalid
  (component (core module (func (result i32))))
  "type mismatch: expected i32 but nothing on stack")
(assert_invalid
  (component (core module (func (export "f")) (func (export "f"))))
  "duplicate export name `f` already defined")
;; definition: what it is none of
(assert_malformed
  (component quote "(func)")
  "expected `(`")
(assert_malformed
  (component quote "(memory 1)")
  "expected valid component field")
(assert_malformed
  (component quote "(import \"f\")")
  "expected `(`")
;; core:id: once in an index space
(assert_malformed
  (component quote "(import \"f\" (func $f)) (import \"g\" (func $f))")
  "duplicate func identifier")
;; Binary.md, "Component Definitions": the preamble
(assert_malformed
  (component binary "\00asm\0d\00\02\00")
  "unknown binary version")
(assert_malformed
  (component binary "\00asm\0e\00\01\00")
  "unknown binary version")
;; ... sections that there aren't
(assert_malformed
  (component binary "\00asm\0d\00\01\00" "\0f\00")
  "malformed section id: 15")
;; ... a section that is longer than the rest
(assert_malformed
  (component binary "\00asm\0d\00\01\00" "\07\02\01")
  "unexpected end-of-file")
;; ... a section that has more than its definitions
(assert_malformed
  (component binary "\00asm\0d\00\01\00" "\07\02\00\00")
  "section size mismatch: unexpected data at the end of the section")
;; ... defvaltype: one that there isn't
(assert_malformed
  (component binary "\00asm\0d\00\01\00" "\07\02\01\57")
  "invalid leading byte (0x57) for component defined type")
