;; What Go's runtime asks of WASI, answered inside of the component: so it imports what its world names, and the
;; runtime may ask at any time. That matters: memory for a call's values is Go's own, to get it the collector may
;; have to run, that looks at the clock, and a component that is given values must not call out. Nothing in here
;; makes the memory larger, which is Go's alone: its runtime takes for granted that nobody else does.
(module
  (import "env" "memory" (memory 0))

  ;; Nanoseconds since the component was made, as it were: a microsecond passes whenever somebody looks.
  (global $now (mut i64) (i64.const 0))
  (global $random (mut i64) (i64.const 0x9E3779B97F4A7C15))

  (func $nothing (param $count i32) (param $size i32) (result i32)
    (i32.store (local.get $count) (i32.const 0))
    (i32.store (local.get $size) (i32.const 0))
    (i32.const 0))
  (func $none (param i32 i32) (result i32) (i32.const 0))
  (export "args_sizes_get" (func $nothing))
  (export "args_get" (func $none))
  (export "environ_sizes_get" (func $nothing))
  (export "environ_get" (func $none))

  (func (export "clock_time_get") (param i32 i64) (param $time i32) (result i32)
    (global.set $now (i64.add (global.get $now) (i64.const 1000)))
    (i64.store (local.get $time) (global.get $now))
    (i32.const 0))

  ;; Not for secrets: the same numbers in each instance, for the seeds of maps.
  (func (export "random_get") (param $at i32) (param $length i32) (result i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $length)))
        (global.set $random
          (i64.xor (global.get $random) (i64.shl (global.get $random) (i64.const 13))))
        (global.set $random
          (i64.xor (global.get $random) (i64.shr_u (global.get $random) (i64.const 7))))
        (global.set $random
          (i64.xor (global.get $random) (i64.shl (global.get $random) (i64.const 17))))
        (i64.store8 (local.get $at) (global.get $random))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $length (i32.sub (local.get $length) (i32.const 1)))
        (br $next)))
    (i32.const 0))

  ;; All of it is written, to nowhere.
  (func (export "fd_write") (param i32) (param $vector i32) (param $count i32) (param $written i32) (result i32)
    (local $sum i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $sum (i32.add (local.get $sum) (i32.load offset=4 (local.get $vector))))
        (local.set $vector (i32.add (local.get $vector) (i32.const 8)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))
    (i32.store (local.get $written) (local.get $sum))
    (i32.const 0))

  ;; The runtime waits for one time to come, and it has.
  (func (export "poll_oneoff") (param $subscription i32) (param $event i32) (param i32) (param $count i32)
    (result i32)
    (global.set $now
      (i64.add (global.get $now) (i64.load offset=24 (local.get $subscription))))
    (i64.store (local.get $event) (i64.load (local.get $subscription)))
    (i64.store offset=8 (local.get $event) (i64.const 0))
    (i32.store (local.get $count) (i32.const 1))
    (i32.const 0))

  (func (export "sched_yield") (result i32) (i32.const 0))

  ;; There are no files: EBADF.
  (func $no-file (param i32 i32) (result i32) (i32.const 8))
  (export "fd_fdstat_get" (func $no-file))
  (export "fd_fdstat_set_flags" (func $no-file))
  (export "fd_prestat_get" (func $no-file))
  (func (export "fd_prestat_dir_name") (param i32 i32 i32) (result i32) (i32.const 8))
  (func (export "fd_close") (param i32) (result i32) (i32.const 8))

  ;; A panic's end.
  (func (export "proc_exit") (param i32) unreachable))
