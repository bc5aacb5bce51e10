package dev.switchblade.tests;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.nio.file.Path;

/** The components that tests run, and the engine that most of them run in. */
final class Guests {

  /** Made once and never closed. */
  static final Engine ENGINE = Engine.create();

  /** A memory with a bump allocator that starts over with {@code reset}; core instance $libc. */
  static final String LIBC =
      """
        (core module $libc-module
          (memory (export "memory") 2)
          (global $next (mut i32) (i32.const 65536))
          (func (export "realloc")
            (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
            (local $at i32) (local $pages i32)
            (local.set $at
              (i32.and
                (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
                (i32.sub (i32.const 0) (local.get $align))))
            (global.set $next (i32.add (local.get $at) (local.get $size)))
            (local.set $pages
              (i32.shr_u (i32.add (global.get $next) (i32.const 65535)) (i32.const 16)))
            (if (i32.gt_u (local.get $pages) (memory.size))
              (then
                (if (i32.eq
                      (memory.grow (i32.sub (local.get $pages) (memory.size)))
                      (i32.const -1))
                  (then unreachable))))
            (if (i32.gt_u (local.get $size) (local.get $old-size))
              (then
                (memory.copy (local.get $at) (local.get $old) (local.get $old-size)))
              (else (memory.copy (local.get $at) (local.get $old) (local.get $size))))
            (local.get $at))
          (func (export "reset") (global.set $next (i32.const 65536))))
        (core instance $libc (instantiate $libc-module))
      """;

  /** The canonical options that use {@link #LIBC}. */
  static final String WITH_LIBC =
      "(memory (core memory $libc \"memory\")) (realloc (core func $libc \"realloc\"))";

  private Guests() {}

  /** Compiles a component from its text. */
  static Component wat(String text) {
    return ENGINE.compileText(text);
  }

  /** A component of {@code tests/guests/wasm}. */
  static Path file(String name) {
    return Path.of("guests", "wasm", name);
  }
}
