package dev.switchblade.tests;

/** Components that are plugged into each other. */
final class PluggedGuests {

  static final String OPS = "acme:math/ops@1.0.0";
  static final String COUNTERS = "acme:count/counters@1.0.0";
  static final String SUMS = "acme:count/sums@1.0.0";

  /** The functions of {@link #OPS}, as {@link #ops} has them. */
  static final String OPS_TYPE =
      """
          (export "add" (func (param "a" u32) (param "b" u32) (result u32)))
          (export "same" (func (param "text" string) (result string)))
          (export "bytes" (func (param "bytes" (list u8)) (result (list u8))))
          (export "many" (func (param "p0" u64) (param "p1" u64) (param "p2" u64) (param "p3" u64)
            (param "p4" u64) (param "p5" u64) (param "p6" u64) (param "p7" u64) (param "p8" u64)
            (param "p9" u64) (param "p10" u64) (param "p11" u64) (param "p12" u64)
            (param "p13" u64) (param "p14" u64) (param "p15" u64) (param "p16" u64)
            (result u64)))
          (export "count" (func (result u32)))
          (export "fail" (func))
          (export "spin" (func))
          (export "hoard" (func))
          (export "lie" (func (result string)))
      """;

  private static final String MANY_TYPE =
      """
      (param "p0" u64) (param "p1" u64) (param "p2" u64) (param "p3" u64)
            (param "p4" u64) (param "p5" u64) (param "p6" u64) (param "p7" u64) (param "p8" u64)
            (param "p9" u64) (param "p10" u64) (param "p11" u64) (param "p12" u64)
            (param "p13" u64) (param "p14" u64) (param "p15" u64) (param "p16" u64)
            (result u64)
      """;

  private PluggedGuests() {}

  /** Exports {@link #OPS}; {@code add} adds the version, too. */
  static String ops(int version) {
    return ops(OPS, version);
  }

  static String ops(String interfaceName, int version) {
    return """
    (component
      %1$s
      (core module $ops
        (import "libc" "memory" (memory 1))
        (import "libc" "reset" (func $reset))
        (global $calls (mut i32) (i32.const 0))
        (func (export "add") (param i32 i32) (result i32)
          (i32.add (i32.const %3$d) (i32.add (local.get 0) (local.get 1))))
        (func (export "same") (param i32 i32) (result i32)
          (i32.store (i32.const 16) (local.get 0))
          (i32.store (i32.const 20) (local.get 1))
          (i32.const 16))
        (func (export "many") (param i32) (result i64)
          (i64.sub (i64.load (local.get 0)) (i64.load (i32.add (local.get 0) (i32.const 128)))))
        (func (export "count") (result i32)
          (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
          (global.get $calls))
        (func $fail (export "fail") unreachable)
        (func (export "spin") (loop $again (br $again)))
        (func (export "hoard")
          (if (i32.eq (memory.grow (i32.const 1000)) (i32.const -1)) (then unreachable)))
        (func (export "lie") (result i32)
          (i32.store (i32.const 16) (i32.const -8))
          (i32.store (i32.const 20) (i32.const 100))
          (i32.const 16))
        (func (export "done") (param i32) (call $reset)))
      (core instance $m (instantiate $ops (with "libc" (instance $libc))))
      (func $add (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $m "add")))
      (func $same (param "text" string) (result string)
        (canon lift (core func $m "same") %2$s (post-return (core func $m "done"))))
      (func $bytes (param "bytes" (list u8)) (result (list u8))
        (canon lift (core func $m "same") %2$s (post-return (core func $m "done"))))
      (func $many %4$s (canon lift (core func $m "many") %2$s))
      (func $count (result u32) (canon lift (core func $m "count")))
      (func $fail (canon lift (core func $m "fail")))
      (func $spin (canon lift (core func $m "spin")))
      (func $hoard (canon lift (core func $m "hoard")))
      (func $lie (result string) (canon lift (core func $m "lie") %2$s))
      (instance $i
        (export "add" (func $add)) (export "same" (func $same)) (export "bytes" (func $bytes))
        (export "many" (func $many)) (export "count" (func $count)) (export "fail" (func $fail))
        (export "spin" (func $spin)) (export "hoard" (func $hoard)) (export "lie" (func $lie)))
      (export "%5$s" (instance $i)))
    """
        .formatted(Guests.LIBC, Guests.WITH_LIBC, version, MANY_TYPE, interfaceName);
  }

  /**
   * Imports {@link #OPS}, and exports it: each function hands its arguments on. So any number of
   * them can be plugged into each other.
   */
  static final String PASS_ON = passOn(OPS, OPS, false);

  /** The same, and it calls {@code count} when it starts. */
  static final String PASS_ON_AT_START = passOn(OPS, OPS, true);

  static String passOn(String imported, String exported, boolean atStart) {
    return """
    (component
      (import "%3$s" (instance $ops
    %5$s
      ))
      %1$s
      (core func $add (canon lower (func $ops "add")))
      (core func $same (canon lower (func $ops "same") %2$s))
      (core func $bytes (canon lower (func $ops "bytes") %2$s))
      (core func $many (canon lower (func $ops "many") %2$s))
      (core func $count (canon lower (func $ops "count")))
      (core func $fail (canon lower (func $ops "fail")))
      (core func $spin (canon lower (func $ops "spin")))
      (core func $hoard (canon lower (func $ops "hoard")))
      (core func $lie (canon lower (func $ops "lie") %2$s))
      (core module $pass-on
        (import "ops" "add" (func $add (param i32 i32) (result i32)))
        (import "ops" "same" (func $same (param i32 i32 i32)))
        (import "ops" "bytes" (func $bytes (param i32 i32 i32)))
        (import "ops" "many" (func $many (param i32) (result i64)))
        (import "ops" "count" (func $count (result i32)))
        (import "ops" "fail" (func $fail))
        (import "ops" "spin" (func $spin))
        (import "ops" "hoard" (func $hoard))
        (import "ops" "lie" (func $lie (param i32)))
        (import "libc" "memory" (memory 1))
        (import "libc" "reset" (func $reset))
        (func (export "add") (param i32 i32) (result i32)
          (call $add (local.get 0) (local.get 1)))
        (func (export "same") (param i32 i32) (result i32)
          (call $same (local.get 0) (local.get 1) (i32.const 16)) (i32.const 16))
        (func (export "bytes") (param i32 i32) (result i32)
          (call $bytes (local.get 0) (local.get 1) (i32.const 16)) (i32.const 16))
        (func (export "many") (param i32) (result i64) (call $many (local.get 0)))
        (func (export "count") (result i32) (call $count))
        (func (export "fail") (call $fail))
        (func (export "spin") (call $spin))
        (func (export "hoard") (call $hoard))
        (func (export "lie") (result i32) (call $lie (i32.const 16)) (i32.const 16))
        (func (export "done") (param i32) (call $reset))
        (func $start (drop (call $count)))
        %7$s)
      (core instance $functions
        (export "add" (func $add)) (export "same" (func $same)) (export "bytes" (func $bytes))
        (export "many" (func $many)) (export "count" (func $count)) (export "fail" (func $fail))
        (export "spin" (func $spin)) (export "hoard" (func $hoard)) (export "lie" (func $lie)))
      (core instance $m (instantiate $pass-on
        (with "ops" (instance $functions)) (with "libc" (instance $libc))))
      (func $add-on (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $m "add")))
      (func $same-on (param "text" string) (result string)
        (canon lift (core func $m "same") %2$s (post-return (core func $m "done"))))
      (func $bytes-on (param "bytes" (list u8)) (result (list u8))
        (canon lift (core func $m "bytes") %2$s (post-return (core func $m "done"))))
      (func $many-on %6$s (canon lift (core func $m "many") %2$s))
      (func $count-on (result u32) (canon lift (core func $m "count")))
      (func $fail-on (canon lift (core func $m "fail")))
      (func $spin-on (canon lift (core func $m "spin")))
      (func $hoard-on (canon lift (core func $m "hoard")))
      (func $lie-on (result string) (canon lift (core func $m "lie") %2$s))
      (instance $i
        (export "add" (func $add-on)) (export "same" (func $same-on))
        (export "bytes" (func $bytes-on)) (export "many" (func $many-on))
        (export "count" (func $count-on)) (export "fail" (func $fail-on))
        (export "spin" (func $spin-on)) (export "hoard" (func $hoard-on))
        (export "lie" (func $lie-on)))
      (export "%4$s" (instance $i)))
    """
        .formatted(
            Guests.LIBC,
            Guests.WITH_LIBC,
            imported,
            exported,
            OPS_TYPE,
            MANY_TYPE,
            atStart ? "(start $start)" : "");
  }

  /** Imports {@link #OPS} of a type of its own, and nothing calls it. */
  static String importing(String interfaceName, String type) {
    return "(component (import \"" + interfaceName + "\" (instance $i " + type + ")))";
  }

  /**
   * Exports {@link #COUNTERS}: a resource that is nothing but its number, whose destructor tells
   * {@code log} of it. One of 13 traps when it is destroyed.
   */
  static final String COUNTER =
      """
      (component
        (import "log" (func $log (param "number" u32)))
        (core func $log-core (canon lower (func $log)))
        (core module $destructor
          (import "host" "log" (func $log (param i32)))
          (func (export "destructor") (param i32)
            (if (i32.eq (local.get 0) (i32.const 13)) (then unreachable))
            (call $log (local.get 0))))
        (core instance $host (export "log" (func $log-core)))
        (core instance $d (instantiate $destructor (with "host" (instance $host))))
        (type $counter (resource (rep i32) (dtor (core func $d "destructor"))))
        (core func $new (canon resource.new $counter))
        (core func $rep (canon resource.rep $counter))
        (core func $drop (canon resource.drop $counter))
        (core module $counters
          (import "counter" "new" (func $new (param i32) (result i32)))
          (import "counter" "rep" (func $rep (param i32) (result i32)))
          (import "counter" "drop" (func $drop (param i32)))
          (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
          (func (export "get") (param i32) (result i32) (local.get 0))
          (func (export "take") (param i32) (result i32) (local $number i32)
            (local.set $number (call $rep (local.get 0)))
            (call $drop (local.get 0))
            (local.get $number)))
        (core instance $functions
          (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop)))
        (core instance $m (instantiate $counters (with "counter" (instance $functions))))
        (func $make (param "number" u32) (result (own $counter))
          (canon lift (core func $m "new")))
        (func $get (param "self" (borrow $counter)) (result u32) (canon lift (core func $m "get")))
        (func $take (param "counter" (own $counter)) (result u32)
          (canon lift (core func $m "take")))
        (component $interface
          (import "counter" (type $counter (sub resource)))
          (import "new" (func $new (param "number" u32) (result (own $counter))))
          (import "get" (func $get (param "self" (borrow $counter)) (result u32)))
          (import "take" (func $take (param "counter" (own $counter)) (result u32)))
          (export $counter-out "counter" (type $counter))
          (export "[constructor]counter" (func $new)
            (func (param "number" u32) (result (own $counter-out))))
          (export "[method]counter.get" (func $get)
            (func (param "self" (borrow $counter-out)) (result u32)))
          (export "take" (func $take)
            (func (param "counter" (own $counter-out)) (result u32))))
        (instance $i (instantiate $interface
          (with "counter" (type $counter))
          (with "new" (func $make)) (with "get" (func $get)) (with "take" (func $take))))
        (export "acme:count/counters@1.0.0" (instance $i)))
      """;

  /** What imports {@link #COUNTERS}, as {@code $counters}. */
  static final String COUNTERS_IMPORT =
      """
        (import "acme:count/counters@1.0.0" (instance $counters
          (export "counter" (type $counter (sub resource)))
          (export "[constructor]counter" (func (param "number" u32) (result (own $counter))))
          (export "[method]counter.get" (func (param "self" (borrow $counter)) (result u32)))
          (export "take" (func (param "counter" (own $counter)) (result u32)))))
        (alias export $counters "counter" (type $counter))
      """;

  /** Uses counters of {@link #COUNTERS}, and passes them on in each way. */
  static final String COUNTER_USER =
      """
      (component
        %s
        (core func $new (canon lower (func $counters "[constructor]counter")))
        (core func $get (canon lower (func $counters "[method]counter.get")))
        (core func $take (canon lower (func $counters "take")))
        (core func $drop (canon resource.drop $counter))
        (core module $user
          (import "counter" "new" (func $new (param i32) (result i32)))
          (import "counter" "get" (func $get (param i32) (result i32)))
          (import "counter" "take" (func $take (param i32) (result i32)))
          (import "counter" "drop" (func $drop (param i32)))
          (global $kept (mut i32) (i32.const 0))
          (func (export "use") (param i32) (result i32) (local $counter i32)
            (local.set $counter (call $new (local.get 0)))
            (call $get (local.get $counter))
            (call $drop (local.get $counter)))
          (func (export "make") (param i32) (result i32) (call $new (local.get 0)))
          (func (export "look") (param i32) (result i32)
            (call $get (local.get 0))
            (call $drop (local.get 0)))
          (func (export "forget-to-drop") (param i32) (result i32) (call $get (local.get 0)))
          (func (export "keep") (param i32) (global.set $kept (local.get 0)))
          (func (export "look-at-kept") (result i32) (call $get (global.get $kept)))
          (func (export "drop-kept") (call $drop (global.get $kept)))
          (func (export "take-kept") (result i32) (call $take (global.get $kept)))
          (func (export "take") (param i32) (result i32) (call $take (local.get 0)))
          (func (export "take-twice") (param i32) (result i32)
            (i32.add (call $take (local.get 0)) (call $take (local.get 0)))))
        (core instance $functions
          (export "new" (func $new)) (export "get" (func $get)) (export "take" (func $take))
          (export "drop" (func $drop)))
        (core instance $m (instantiate $user (with "counter" (instance $functions))))
        (func (export "use") (param "number" u32) (result u32) (canon lift (core func $m "use")))
        (func (export "make") (param "number" u32) (result (own $counter))
          (canon lift (core func $m "make")))
        (func (export "look") (param "counter" (borrow $counter)) (result u32)
          (canon lift (core func $m "look")))
        (func (export "forget-to-drop") (param "counter" (borrow $counter)) (result u32)
          (canon lift (core func $m "forget-to-drop")))
        (func (export "keep") (param "counter" (own $counter)) (canon lift (core func $m "keep")))
        (func (export "look-at-kept") (result u32) (canon lift (core func $m "look-at-kept")))
        (func (export "drop-kept") (canon lift (core func $m "drop-kept")))
        (func (export "take-kept") (result u32) (canon lift (core func $m "take-kept")))
        (func (export "take") (param "counter" (own $counter)) (result u32)
          (canon lift (core func $m "take")))
        (func (export "take-twice") (param "counter" (own $counter)) (result u32)
          (canon lift (core func $m "take-twice"))))
      """
          .formatted(COUNTERS_IMPORT);

  /**
   * Imports {@link #COUNTERS} and exports {@link #SUMS}, whose functions take counters of those.
   */
  static final String SUM =
      """
      (component
        %s
        (core func $get (canon lower (func $counters "[method]counter.get")))
        (core func $new (canon lower (func $counters "[constructor]counter")))
        (core func $drop (canon resource.drop $counter))
        (core module $sums
          (import "counter" "get" (func $get (param i32) (result i32)))
          (import "counter" "new" (func $new (param i32) (result i32)))
          (import "counter" "drop" (func $drop (param i32)))
          (func (export "sum") (param i32 i32) (result i32)
            (i32.add (call $get (local.get 0)) (call $get (local.get 1)))
            (call $drop (local.get 0))
            (call $drop (local.get 1)))
          (func (export "next") (param i32) (result i32) (local $number i32)
            (local.set $number (call $get (local.get 0)))
            (call $drop (local.get 0))
            (call $new (i32.add (local.get $number) (i32.const 1)))))
        (core instance $functions
          (export "get" (func $get)) (export "new" (func $new)) (export "drop" (func $drop)))
        (core instance $m (instantiate $sums (with "counter" (instance $functions))))
        (func $sum (param "a" (borrow $counter)) (param "b" (borrow $counter)) (result u32)
          (canon lift (core func $m "sum")))
        (func $next (param "counter" (own $counter)) (result (own $counter))
          (canon lift (core func $m "next")))
        (instance $i (export "sum" (func $sum)) (export "next" (func $next)))
        (export "acme:count/sums@1.0.0" (instance $i)))
      """
          .formatted(COUNTERS_IMPORT);

  /** Imports {@link #COUNTERS} and {@link #SUMS}, of the same counters. */
  static final String SUM_USER =
      """
      (component
        %s
        (import "acme:count/sums@1.0.0" (instance $sums
          (alias outer 1 $counter (type $counter))
          (export "sum"
            (func (param "a" (borrow $counter)) (param "b" (borrow $counter)) (result u32)))
          (export "next" (func (param "counter" (own $counter)) (result (own $counter))))))
        (core func $new (canon lower (func $counters "[constructor]counter")))
        (core func $get (canon lower (func $counters "[method]counter.get")))
        (core func $take (canon lower (func $counters "take")))
        (core func $sum (canon lower (func $sums "sum")))
        (core func $next (canon lower (func $sums "next")))
        (core func $drop (canon resource.drop $counter))
        (core module $user
          (import "counter" "new" (func $new (param i32) (result i32)))
          (import "counter" "take" (func $take (param i32) (result i32)))
          (import "counter" "sum" (func $sum (param i32 i32) (result i32)))
          (import "counter" "next" (func $next (param i32) (result i32)))
          (import "counter" "drop" (func $drop (param i32)))
          (func (export "sum") (param i32 i32) (result i32) (local $a i32) (local $b i32)
            (local.set $a (call $new (local.get 0)))
            (local.set $b (call $new (local.get 1)))
            (call $sum (local.get $a) (local.get $b))
            (call $drop (local.get $a))
            (call $drop (local.get $b)))
          (func (export "next") (param i32) (result i32)
            (call $take (call $next (call $new (local.get 0))))))
        (core instance $functions
          (export "new" (func $new)) (export "take" (func $take)) (export "sum" (func $sum))
          (export "next" (func $next)) (export "drop" (func $drop)))
        (core instance $m (instantiate $user (with "counter" (instance $functions))))
        (func (export "sum") (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "sum")))
        (func (export "next") (param "number" u32) (result u32)
          (canon lift (core func $m "next"))))
      """
          .formatted(COUNTERS_IMPORT);
}
