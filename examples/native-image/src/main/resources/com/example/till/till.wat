;; The world of src/main/wit/world.wit, written by hand to be a program's resource that one can read.
(component
  (type $record (record (field "name" string) (field "cents" u32) (field "count" u32)))
  (import "item" (type $item (eq $record)))
  (import "discount" (func $discount (param "item" $item) (result u32)))
  (import "log" (func $log (param "line" string)))

  (core module $memory
    (memory (export "memory") 1)
    (data (i32.const 0) "an item is rung up")
    (global $free (mut i32) (i32.const 1024))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32)
      (result i32)
      (local $place i32)
      (local.set $place
        (i32.and
          (i32.add (global.get $free) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
      (global.set $free (i32.add (local.get $place) (local.get $size)))
      (local.get $place)))
  (core instance $memory (instantiate $memory))
  (core func $discount (canon lower (func $discount) (memory (core memory $memory "memory"))))
  (core func $log (canon lower (func $log) (memory (core memory $memory "memory"))))

  (core module $till
    (import "host" "discount" (func $discount (param i32 i32 i32 i32) (result i32)))
    (import "host" "log" (func $log (param i32 i32)))
    (func (export "total") (param $name i32) (param $length i32) (param $cents i32) (param $count i32)
      (result i32)
      (call $log (i32.const 0) (i32.const 18))
      (i32.sub
        (i32.mul (local.get $cents) (local.get $count))
        (call $discount (local.get $name) (local.get $length) (local.get $cents) (local.get $count))))
    (func (export "share") (param $cents i32) (param $people i32) (result i32)
      (i32.div_u (local.get $cents) (local.get $people))))
  (core instance $till
    (instantiate $till
      (with "host" (instance (export "discount" (func $discount)) (export "log" (func $log))))))

  (func (export "total") (param "item" $item) (result u32)
    (canon lift (core func $till "total")
      (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))))
  (func (export "share") (param "cents" u32) (param "people" u32) (result u32)
    (canon lift (core func $till "share"))))
