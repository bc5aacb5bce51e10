package dev.switchblade;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the first call of a process has to wait for, done by a guest of our own. */
final class WarmUp {

  /** Calls the host with a string, and gets one: through the guest's memory, both ways. */
  private static final String GUEST =
      """
      (component $warm-up
        (import "tell" (func $tell (param "text" string)))
        (core module $libc
          (memory (export "memory") 1)
          (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 64)))
        (core instance $libc (instantiate $libc))
        (alias core export $libc "memory" (core memory $memory))
        (alias core export $libc "realloc" (core func $realloc))
        (core func $tell (canon lower (func $tell) (memory $memory)))
        (core module $guest
          (import "host" "tell" (func $tell (param i32 i32)))
          (import "libc" "memory" (memory 1))
          (func (export "echo") (param i32 i32) (result i32)
            (call $tell (local.get 0) (local.get 1))
            (i32.store (i32.const 8) (local.get 0))
            (i32.store (i32.const 12) (local.get 1))
            (i32.const 8)))
        (core instance $guest (instantiate $guest
          (with "host" (instance (export "tell" (func $tell))))
          (with "libc" (instance $libc))))
        (func (export "echo") (param "text" string) (result string)
          (canon lift (core func $guest "echo") (memory $memory) (realloc (core func $realloc)))))
      """;

  private static final String TEXT = "warm";

  private WarmUp() {}

  static void run(Engine engine) {
    try (Component component = engine.compileAnySize("warm-up", GUEST.getBytes(UTF_8))) {
      var linker = new Linker(engine);
      linker
          .root()
          .func(
              "tell",
              call -> {
                String _ = call.string(0);
                return null;
              });
      try (InstancePre prepared = linker.instantiatePre(component);
          var store = new Store(engine)) {
        Object echoed = prepared.instantiate(store).func("echo").call(TEXT);
        if (!TEXT.equals(echoed)) {
          throw new IllegalStateException("the guest of Engine.warmUp returned " + echoed);
        }
      }
    }
  }
}
