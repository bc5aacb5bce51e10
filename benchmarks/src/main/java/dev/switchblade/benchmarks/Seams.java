package dev.switchblade.benchmarks;

import static dev.switchblade.benchmarks.Samples.check;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.Func;
import dev.switchblade.Instance;
import dev.switchblade.InstancePre;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.abi.Call;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One component calls another: a processor asks an authorisation, {@value #TIMES} times in one call
 * from Java. Plugged in, the one calls the other natively; by Java, a host function calls the
 * other's function, in a store of its own, over images.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Seams extends TurnTaker {

  private static final int TIMES = 1000;

  private static final String AUTH = "bench:auth/check@1.0.0";

  /** What the processor imports and the authorisation exports. */
  private static final String TYPES =
      """
          (type $user-here (record (field "id" u64) (field "age" u32) (field "admin" bool)))
          (export "user" (type $user (eq $user-here)))
          (export "level" (func (param "a" u32) (param "b" u32) (result u32)))
          (export "name" (func (param "token" string) (result string)))
          (export "user-of" (func (param "user" $user) (result $user)))
          (export "seal" (func (param "bytes" (list u8)) (result (list u8))))
      """;

  /** A memory of which everything is given away at once, and nothing taken back. */
  private static final String LIBC =
      """
        (core module $libc-module
          (memory (export "memory") 2)
          (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 4096)))
        (core instance $libc (instantiate $libc-module))
      """;

  private static final String OPTIONS =
      "(memory (core memory $libc \"memory\")) (realloc (core func $libc \"realloc\"))";

  private static final String AUTH_TEXT =
      """
      (component
        %1$s
        (core module $m
          (import "libc" "memory" (memory 1))
          (func (export "level") (param i32 i32) (result i32)
            (i32.add (local.get 0) (local.get 1)))
          (func (export "same") (param i32 i32) (result i32)
            (i32.store (i32.const 16) (local.get 0))
            (i32.store (i32.const 20) (local.get 1))
            (i32.const 16))
          (func (export "user-of") (param i64 i32 i32) (result i32)
            (i64.store (i32.const 32) (local.get 0))
            (i32.store (i32.const 40) (local.get 1))
            (i32.store8 (i32.const 44) (local.get 2))
            (i32.const 32)))
        (core instance $m (instantiate $m (with "libc" (instance $libc))))
        (type $user-here (record (field "id" u64) (field "age" u32) (field "admin" bool)))
        (func $level (param "a" u32) (param "b" u32) (result u32)
          (canon lift (core func $m "level")))
        (func $name (param "token" string) (result string)
          (canon lift (core func $m "same") %2$s))
        (func $seal (param "bytes" (list u8)) (result (list u8))
          (canon lift (core func $m "same") %2$s))
        (func $user-of (param "user" $user-here) (result $user-here)
          (canon lift (core func $m "user-of") %2$s))
        (component $interface
          (type $user-here (record (field "id" u64) (field "age" u32) (field "admin" bool)))
          (import "user" (type $user-in (eq $user-here)))
          (import "level" (func $level (param "a" u32) (param "b" u32) (result u32)))
          (import "name" (func $name (param "token" string) (result string)))
          (import "user-of" (func $user-of (param "user" $user-in) (result $user-in)))
          (import "seal" (func $seal (param "bytes" (list u8)) (result (list u8))))
          (export $user "user" (type $user-in))
          (export "level" (func $level))
          (export "name" (func $name))
          (export "user-of" (func $user-of) (func (param "user" $user) (result $user)))
          (export "seal" (func $seal)))
        (instance $i (instantiate $interface
          (with "user" (type $user-here)) (with "level" (func $level)) (with "name" (func $name))
          (with "user-of" (func $user-of)) (with "seal" (func $seal))))
        (export "bench:auth/check@1.0.0" (instance $i)))
      """
          .formatted(LIBC, OPTIONS);

  private static final String PROCESSOR_TEXT =
      """
      (component
        (import "bench:auth/check@1.0.0" (instance $auth
      %3$s
        ))
        %1$s
        (core func $level (canon lower (func $auth "level")))
        (core func $name (canon lower (func $auth "name") %2$s))
        (core func $user-of (canon lower (func $auth "user-of") %2$s))
        (core func $seal (canon lower (func $auth "seal") %2$s))
        (core module $m
          (import "auth" "level" (func $level (param i32 i32) (result i32)))
          (import "auth" "name" (func $name (param i32 i32 i32)))
          (import "auth" "user-of" (func $user-of (param i64 i32 i32 i32)))
          (import "auth" "seal" (func $seal (param i32 i32 i32)))
          (import "libc" "memory" (memory 1))
          (func (export "levels") (param $times i32) (result i32) (local $level i32)
            (loop $next
              (local.set $level (call $level (local.get $level) (i32.const 1)))
              (local.set $times (i32.sub (local.get $times) (i32.const 1)))
              (br_if $next (local.get $times)))
            (local.get $level))
          (func (export "names") (param $times i32) (result i32)
            (loop $next
              (call $name (i32.const 65536) (i32.const 32) (i32.const 16))
              (local.set $times (i32.sub (local.get $times) (i32.const 1)))
              (br_if $next (local.get $times)))
            (i32.load (i32.const 20)))
          (func (export "users") (param $times i32) (result i32)
            (loop $next
              (call $user-of (i64.const 4711) (i32.const 42) (i32.const 1) (i32.const 32))
              (local.set $times (i32.sub (local.get $times) (i32.const 1)))
              (br_if $next (local.get $times)))
            (i32.load (i32.const 40)))
          (func (export "seals") (param $times i32) (result i32)
            (loop $next
              (call $seal (i32.const 65536) (i32.const 4096) (i32.const 16))
              (local.set $times (i32.sub (local.get $times) (i32.const 1)))
              (br_if $next (local.get $times)))
            (i32.load (i32.const 20))))
        (core instance $auth
          (export "level" (func $level)) (export "name" (func $name))
          (export "user-of" (func $user-of)) (export "seal" (func $seal)))
        (core instance $m (instantiate $m
          (with "auth" (instance $auth)) (with "libc" (instance $libc))))
        (func (export "levels") (param "times" u32) (result u32)
          (canon lift (core func $m "levels")))
        (func (export "names") (param "times" u32) (result u32)
          (canon lift (core func $m "names")))
        (func (export "users") (param "times" u32) (result u32)
          (canon lift (core func $m "users")))
        (func (export "seals") (param "times" u32) (result u32)
          (canon lift (core func $m "seals"))))
      """
          .formatted(LIBC, OPTIONS, TYPES);

  private Engine engine;
  private Component auth;
  private Component processor;
  private InstancePre plugged;
  private Store store;
  private Store authStore;
  private Processor byPlug;
  private Processor byJava;

  /** The functions of a processor. */
  private record Processor(Func levels, Func names, Func users, Func seals) {
    static Processor of(Instance instance) {
      return new Processor(
          instance.func("levels"),
          instance.func("names"),
          instance.func("users"),
          instance.func("seals"));
    }

    private static int call(Func function) {
      try (Call call = function.begin()) {
        call.arguments().putInt(0, TIMES);
        call.invoke();
        return call.result().getInt(0);
      }
    }

    void work() {
      check(call(levels) == TIMES);
      check(call(names) == 32);
      check(call(users) == 42);
      check(call(seals) == 4096);
    }
  }

  /** Makes both, and checks once that they do their work. */
  @Setup(Level.Trial)
  public void instantiate() {
    Limits limits = Limits.defaults().withCopiedBytes(1 << 30);
    engine = Engine.create();
    auth = engine.compileText(AUTH_TEXT);
    processor = engine.compileText(PROCESSOR_TEXT);
    plugged = new Linker(engine).instantiatePre(auth);
    store = new Store(engine, limits);
    authStore = new Store(engine, limits);
    byPlug = Processor.of(new Linker(engine).plug(plugged).instantiate(store, processor));
    byJava =
        Processor.of(throughJava(plugged.instantiate(authStore)).instantiate(store, processor));
    byPlug.work();
    byJava.work();
    check(linkAndCall() == 1);
  }

  /** What a host writes that wants to be fast: each function over images. */
  private Linker throughJava(Instance checks) {
    Func level = checks.func(AUTH, "level");
    Func name = checks.func(AUTH, "name");
    Func userOf = checks.func(AUTH, "user-of");
    Func seal = checks.func(AUTH, "seal");
    var linker = new Linker(engine);
    linker
        .instance(AUTH)
        .funcOverImages(
            "level",
            (arguments, result) ->
                result.putInt(0, Workloads.add(level, arguments.getInt(0), arguments.getInt(4))))
        .funcOverImages(
            "name",
            (arguments, result) -> {
              try (Call call = name.begin()) {
                call.arguments().putString(0, arguments.getString(0));
                call.invoke();
                result.putString(0, call.result().getString(0));
              }
            })
        .funcOverImages(
            "user-of",
            (arguments, result) -> {
              try (Call call = userOf.begin()) {
                call.arguments().putLong(0, arguments.getLong(0));
                call.arguments().putInt(8, arguments.getInt(8));
                call.arguments().putBool(12, arguments.getBool(12));
                call.invoke();
                result.putLong(0, call.result().getLong(0));
                result.putInt(8, call.result().getInt(8));
                result.putBool(12, call.result().getBool(12));
              }
            })
        .funcOverImages(
            "seal",
            (arguments, result) -> {
              try (Call call = seal.begin()) {
                call.arguments().putBytes(0, arguments.getBytes(0));
                call.invoke();
                result.putBytes(0, call.result().getBytes(0));
              }
            });
    return linker;
  }

  /** Closes them. */
  @TearDown(Level.Trial)
  public void close() {
    store.close();
    authStore.close();
    plugged.close();
    processor.close();
    auth.close();
    engine.close();
  }

  /** {@code level(u32, u32) -> u32}. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int scalarsPlugged() {
    return Processor.call(byPlug.levels());
  }

  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int scalarsByJava() {
    return Processor.call(byJava.levels());
  }

  /** A string of 32 bytes there and back. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int stringPlugged() {
    return Processor.call(byPlug.names());
  }

  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int stringByJava() {
    return Processor.call(byJava.names());
  }

  /** A record of three fields there and back. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int recordPlugged() {
    return Processor.call(byPlug.users());
  }

  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int recordByJava() {
    return Processor.call(byJava.users());
  }

  /** 4 KiB of bytes there and back. */
  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int bytes4kPlugged() {
    return Processor.call(byPlug.seals());
  }

  @Benchmark
  @OperationsPerInvocation(TIMES)
  public int bytes4kByJava() {
    return Processor.call(byJava.seals());
  }

  /**
   * What a new version of the authorisation takes once it is compiled: to link, and to call once.
   */
  @Benchmark
  public int linkAndCall() {
    try (var authorisations = new Linker(engine).instantiatePre(auth);
        var processors = new Linker(engine).plug(authorisations).instantiatePre(processor);
        var fresh = new Store(engine)) {
      try (Call call = processors.instantiate(fresh).func("levels").begin()) {
        call.arguments().putInt(0, 1);
        call.invoke();
        return call.result().getInt(0);
      }
    }
  }
}
