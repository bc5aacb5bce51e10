;; What is not valid of asynchronous functions, streams, futures, maps and lists of a fixed length.
;; CanonicalABI.md, "`canonopt` Validation", "canon lift", "canon lower", "canon task.return" and the built-ins after
;; it; Explainer.md, "Type Definitions".

;; canonopt, async: only of functions of an asynchronous type, with canon lift
(assert_invalid
  (component
    (core module $M
      (func (export "f") (result i32) unreachable)
      (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (func (canon lift (core func $m "f") async (callback (func $m "c")))))
  "the `async` canonical option requires an async function type")
;; ... with canon lower
(assert_invalid
  (component
    (import "f" (func $f))
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (core func (canon lower (func $f) async (memory $m "m"))))
  "the `async` canonical option requires an async function type")
;; canonopt, async: not together with post-return
(assert_invalid
  (component
    (core module $M
      (func (export "f") (result i32) unreachable)
      (func (export "c") (param i32 i32 i32) (result i32) unreachable)
      (func (export "p")))
    (core instance $m (instantiate $M))
    (func async (canon lift (core func $m "f") async (callback (func $m "c")) (post-return (func $m "p")))))
  "cannot specify post-return function in async")
;; canonopt: async at most once
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func async (canon lift (core func $m "f") async async)))
  "canonical option `async` is specified more than once")
;; canonopt, callback: only together with async
(assert_invalid
  (component
    (core module $M (func (export "f")) (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (func async (canon lift (core func $m "f") (callback (func $m "c")))))
  "cannot specify callback without async")
;; ... only with canon lift
(assert_invalid
  (component
    (import "f" (func $f async))
    (core module $M (memory (export "m") 1) (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (core func (canon lower (func $f) async (memory $m "m") (callback (func $m "c")))))
  "canonical option `callback` cannot be specified for lowerings")
;; ... of three parameters and a result
(assert_invalid
  (component
    (core module $M
      (func (export "f") (result i32) unreachable)
      (func (export "c") (param i32 i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (func async (canon lift (core func $m "f") async (callback (func $m "c")))))
  "canonical option `callback` uses a core function with an incorrect signature")
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32) unreachable) (func (export "c") (param i32 i32 i32)))
    (core instance $m (instantiate $M))
    (func async (canon lift (core func $m "f") async (callback (func $m "c")))))
  "canonical option `callback` uses a core function with an incorrect signature")
;; flatten_functype: with a callback the core function returns what to do next
(assert_invalid
  (component
    (core module $M (func (export "f")) (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (func async (canon lift (core func $m "f") async (callback (func $m "c")))))
  "lowered result types `[I32]` do not match result types `[]`")
;; ... without one it returns nothing
(assert_invalid
  (component
    (core module $M (func (export "f") (result i32) unreachable))
    (core instance $m (instantiate $M))
    (func async (result u32) (canon lift (core func $m "f") async)))
  "lowered result types `[]` do not match result types `[I32]`")
;; flatten_functype: of an asynchronous type, but lifted without async, it returns the result
(assert_invalid
  (component
    (core module $M (func (export "f")))
    (core instance $m (instantiate $M))
    (func async (result u32) (canon lift (core func $m "f"))))
  "lowered result types `[I32]` do not match result types `[]`")
;; canon lower, async: memory is required for a result
(assert_invalid
  (component
    (import "f" (func $f async (result u32)))
    (core func (canon lower (func $f) async)))
  "canonical option `memory` is required")
;; ... for more than four flat parameters
(assert_invalid
  (component
    (import "f" (func $f async (param "a" u8) (param "b" u8) (param "c" u8) (param "d" u8) (param "e" u8)))
    (core func (canon lower (func $f) async)))
  "canonical option `memory` is required")
;; canon lower, async: realloc is required for a result with a string
(assert_invalid
  (component
    (import "f" (func $f async (result string)))
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (core func (canon lower (func $f) async (memory $m "m"))))
  "canonical option `realloc` is required")
;; flatten_functype: canon lower with async: up to four flat parameters, an address for the result, the status as result
(assert_invalid
  (component
    (import "f" (func $f async (param "a" u8) (param "b" u8) (param "c" u8) (param "d" u8) (param "e" u8) (result u8)))
    (core module $Memory (memory (export "m") 1))
    (core instance $memory (instantiate $Memory))
    (core func $f' (canon lower (func $f) async (memory $memory "m")))
    (core module $M (import "" "f" (func (param i32 i32 i32 i32 i32 i32) (result i32))))
    (core instance (instantiate $M (with "" (instance (export "f" (func $f')))))))
  "type mismatch for export `f`")
(component definition
  (import "f" (func $f async (param "a" u8) (param "b" u8) (param "c" u8) (param "d" u8) (param "e" u8) (result u8)))
  (import "g" (func $g async (param "a" u8) (param "b" u64) (param "c" f32) (param "d" f64) (result u8)))
  (import "h" (func $h async (param "a" u8)))
  (core module $Memory (memory (export "m") 1))
  (core instance $memory (instantiate $Memory))
  (core func $f' (canon lower (func $f) async (memory $memory "m")))
  (core func $g' (canon lower (func $g) async (memory $memory "m")))
  (core func $h' (canon lower (func $h) async (memory $memory "m")))
  (core module $M
    (import "" "f" (func (param i32 i32) (result i32)))
    (import "" "g" (func (param i32 i64 f32 f64 i32) (result i32)))
    (import "" "h" (func (param i32) (result i32))))
  (core instance (instantiate $M (with "" (instance
    (export "f" (func $f')) (export "g" (func $g')) (export "h" (func $h')))))))

;; Type equality: an asynchronous function is no synchronous one
(assert_invalid
  (component
    (component $C (import "f" (func)))
    (import "f" (func $f async))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected async function, found sync function")
(assert_invalid
  (component
    (component $C (import "f" (func async)))
    (import "f" (func $f))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected sync function, found async function")

;; canon task.return: memory is required for a string
(assert_invalid
  (component (core func (canon task.return (result string))))
  "canonical option `memory` is required")
;; canon task.return: has no realloc
(assert_invalid
  (component
    (core module $M
      (memory (export "m") 1)
      (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (core func (canon task.return (result string) (memory $m "m") (realloc (func $m "r")))))
  "cannot specify `realloc` option on `task.return`")
;; ... no post-return
(assert_invalid
  (component
    (core module $M (func (export "p")))
    (core instance $m (instantiate $M))
    (core func (canon task.return (post-return (func $m "p")))))
  "cannot specify `post-return` option on `task.return`")
;; ... no async
(assert_invalid
  (component (core func (canon task.return async)))
  "cannot specify `async` option on `task.return`")
;; ... no callback
(assert_invalid
  (component
    (core module $M (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance $m (instantiate $M))
    (core func (canon task.return (callback (func $m "c")))))
  "cannot specify callback without async")

;; stream.new: of a stream
(assert_invalid
  (component (type $t u8) (core func (canon stream.new $t)))
  "`stream.new` requires a stream type")
(assert_invalid
  (component (type $t (future u8)) (core func (canon stream.new $t)))
  "`stream.new` requires a stream type")
;; future.new: of a future
(assert_invalid
  (component (type $t (stream u8)) (core func (canon future.new $t)))
  "`future.new` requires a future type")
(assert_invalid
  (component (core func (canon future.new 0)))
  "unknown type 0: type index out of bounds")
;; the built-ins of streams: of a stream
(assert_invalid
  (component
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (type $t (future u8))
    (core func (canon stream.read $t (memory $m "m"))))
  "`stream.read` requires a stream type")
(assert_invalid
  (component
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (type $t (future u8))
    (core func (canon stream.write $t (memory $m "m"))))
  "`stream.write` requires a stream type")
(assert_invalid
  (component (type $t (future u8)) (core func (canon stream.cancel-read $t)))
  "`stream.cancel-read` requires a stream type")
(assert_invalid
  (component (type $t (future u8)) (core func (canon stream.cancel-write $t)))
  "`stream.cancel-write` requires a stream type")
(assert_invalid
  (component (type $t (future u8)) (core func (canon stream.drop-readable $t)))
  "`stream.drop-readable` requires a stream type")
(assert_invalid
  (component (type $t (future u8)) (core func (canon stream.drop-writable $t)))
  "`stream.drop-writable` requires a stream type")
;; the built-ins of futures: of a future
(assert_invalid
  (component
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (type $t (stream u8))
    (core func (canon future.read $t (memory $m "m"))))
  "`future.read` requires a future type")
(assert_invalid
  (component
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (type $t (stream u8))
    (core func (canon future.write $t (memory $m "m"))))
  "`future.write` requires a future type")
(assert_invalid
  (component (type $t (stream u8)) (core func (canon future.cancel-read $t)))
  "`future.cancel-read` requires a future type")
(assert_invalid
  (component (type $t (stream u8)) (core func (canon future.cancel-write $t)))
  "`future.cancel-write` requires a future type")
(assert_invalid
  (component (type $t (stream u8)) (core func (canon future.drop-readable $t)))
  "`future.drop-readable` requires a future type")
(assert_invalid
  (component (type $t (stream u8)) (core func (canon future.drop-writable $t)))
  "`future.drop-writable` requires a future type")
;; stream.read, stream.write: memory is required, unless there are no elements
(assert_invalid
  (component (type $t (stream u8)) (core func (canon stream.read $t async)))
  "canonical option `memory` is required")
(assert_invalid
  (component (type $t (stream u8)) (core func (canon stream.write $t async)))
  "canonical option `memory` is required")
;; future.read, future.write: the same
(assert_invalid
  (component (type $t (future u8)) (core func (canon future.read $t async)))
  "canonical option `memory` is required")
(assert_invalid
  (component (type $t (future u8)) (core func (canon future.write $t async)))
  "canonical option `memory` is required")
;; stream.read: realloc is required for strings
(assert_invalid
  (component
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (type $t (stream string))
    (core func (canon stream.read $t (memory $m "m"))))
  "canonical option `realloc` is required")
(assert_invalid
  (component
    (core module $M (memory (export "m") 1))
    (core instance $m (instantiate $M))
    (type $t (future (list u8)))
    (core func (canon future.read $t (memory $m "m"))))
  "canonical option `realloc` is required")

;; core types of the built-ins: stream.new returns an i64
(assert_invalid
  (component
    (type $t (stream u8))
    (core func $f (canon stream.new $t))
    (core module $M (import "" "f" (func (result i32))))
    (core instance (instantiate $M (with "" (instance (export "f" (func $f)))))))
  "type mismatch for export `f`")
;; ... subtask.cancel returns an i32
(assert_invalid
  (component
    (core func $f (canon subtask.cancel))
    (core module $M (import "" "f" (func (param i32))))
    (core instance (instantiate $M (with "" (instance (export "f" (func $f)))))))
  "type mismatch for export `f`")
;; ... waitable.join has two parameters
(assert_invalid
  (component
    (core func $f (canon waitable.join))
    (core module $M (import "" "f" (func (param i32))))
    (core instance (instantiate $M (with "" (instance (export "f" (func $f)))))))
  "type mismatch for export `f`")
;; ... thread.yield returns an i32
(assert_invalid
  (component
    (core func $f (canon thread.yield))
    (core module $M (import "" "f" (func)))
    (core instance (instantiate $M (with "" (instance (export "f" (func $f)))))))
  "type mismatch for export `f`")
;; ... task.return has up to 16 flat parameters, otherwise one
(assert_invalid
  (component
    (core module $Memory (memory (export "m") 1))
    (core instance $memory (instantiate $Memory))
    (type $T (tuple u8 u8 u8 u8 u8 u8 u8 u8))
    (core func $f (canon task.return (result (tuple $T $T u8)) (memory $memory "m")))
    (core module $M
      (import "" "f" (func
        (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32))))
    (core instance (instantiate $M (with "" (instance (export "f" (func $f)))))))
  "type mismatch for export `f`")
;; waitable-set.wait, waitable-set.poll: of a memory that there is
(assert_invalid
  (component (core func (canon waitable-set.wait (memory 0))))
  "unknown memory 0: memory index out of bounds")
(assert_invalid
  (component (core func (canon waitable-set.poll (memory 0))))
  "unknown memory 0: memory index out of bounds")
;; thread.new-indirect: of a type with one i32
(assert_invalid
  (component
    (core type $start (func (param i32 i32)))
    (core module $M (table (export "t") 1 funcref))
    (core instance $m (instantiate $M))
    (core func (canon thread.new-indirect $start (table $m "t"))))
  "start function must take a single `i32` argument (currently)")
(assert_invalid
  (component
    (core type $start (func (param i32) (result i32)))
    (core module $M (table (export "t") 1 funcref))
    (core instance $m (instantiate $M))
    (core func (canon thread.new-indirect $start (table $m "t"))))
  "start function must not return any values")
;; ... and a table of functions
(assert_invalid
  (component
    (core type $start (func (param i32)))
    (core module $M (table (export "t") 1 externref))
    (core instance $m (instantiate $M))
    (core func (canon thread.new-indirect $start (table $m "t"))))
  "expected table element type funcref, found externref")

;; stream: not of chars
(assert_invalid
  (component (type (stream char)))
  "`stream<char>` is not valid")
;; ... but of others, and of nothing
(component definition
  (import "r" (type $r (sub resource)))
  (type (stream))
  (type (future))
  (type (stream (own $r)))
  (type (future char))
  (type $f (future string))
  (type $s (stream $f))
  (type (stream $s)))
;; Type equality: streams and futures, by their elements
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (stream u8)))))
    (import "f" (func $f (param "a" (stream s8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "type mismatch in stream expected primitive `u8` found primitive `s8`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (stream)))))
    (import "f" (func $f (param "a" (stream u8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected stream type to not be present")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (future u8)))))
    (import "f" (func $f (param "a" (stream u8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected future, found stream")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (future u8)))))
    (import "f" (func $f (param "a" (future))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected future type, but found none")

;; list: its fixed length is more than 0
(assert_invalid
  (component (type (list u8 0)))
  "Fixed-length lists must have more than zero elements")
;; Type equality: lists of a fixed length, by it
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (list u8 2)))))
    (import "f" (func $f (param "a" (list u8 3))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected fixed-length 2, found size 3")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (list u8 2)))))
    (import "f" (func $f (param "a" (list u8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected fixed-length list, found list")
;; map: keys are bool, integers, char and string
(component definition
  (type (map bool u8)) (type (map s8 u8)) (type (map u8 u8)) (type (map s16 u8)) (type (map u16 u8))
  (type (map s32 u8)) (type (map u32 u8)) (type (map s64 u8)) (type (map u64 u8)) (type (map char u8))
  (type (map string (map string (list u8)))))
;; Specialized value types: a map is no list of tuples
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (map string u8)))))
    (import "f" (func $f (param "a" (list (tuple string u8)))))
    (instance (instantiate $C (with "f" (func $f)))))
  "expected map, found list")
;; Type equality: maps, by keys and values
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (map string u8)))))
    (import "f" (func $f (param "a" (map char u8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "type mismatch in map key expected primitive `string` found primitive `char`")
(assert_invalid
  (component
    (component $C (import "f" (func (param "a" (map string u8)))))
    (import "f" (func $f (param "a" (map string s8))))
    (instance (instantiate $C (with "f" (func $f)))))
  "type mismatch in map value expected primitive `u8` found primitive `s8`")
