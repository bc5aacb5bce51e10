package dev.switchblade.conformance;

import dev.switchblade.CoreModule;
import dev.switchblade.Engine;
import dev.switchblade.HostCall;
import dev.switchblade.HostResource;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Wasmtime's runner lets component scripts import: the functions and the instance {@code
 * host}.
 *
 * @see <a
 *     href="https://github.com/bytecodealliance/wasmtime/blob/v48.0.0/crates/wast/src/spectest.rs">link_component_spectest</a>
 */
final class SpectestHost implements AutoCloseable {

  private final CoreModule module;
  private final AtomicInteger drops = new AtomicInteger();
  private final AtomicInteger lastDrop = new AtomicInteger();

  private final HostResource<Resource1> resource1 =
      HostResource.of(
          Resource1.class,
          resource -> {
            drops.incrementAndGet();
            lastDrop.set(resource.number());
          });

  /** The object of {@code resource1}. */
  private record Resource1(int number) {}

  /** The object of {@code resource2}, which nothing makes. */
  private record Resource2() {}

  SpectestHost(Engine engine) {
    module =
        engine.compileModule(
            """
            (module
              (global (export "g") i32 i32.const 100)
              (func (export "f") (result i32) i32.const 101))
            """
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Defines all of it. */
  void addTo(Linker linker) {
    linker.root().func("host-echo-u32", call -> call.int32(0)).func("host-return-two", call -> 2);
    LinkerInstance host =
        linker
            .instance("host")
            .func("return-three", call -> 3)
            .func("return-hi", call -> "hi")
            .module("simple-module", module)
            .resource("resource1", resource1)
            .resource("resource1-again", resource1)
            .resource("resource2", Resource2.class)
            .func("[constructor]resource1", call -> new Resource1(call.int32(0)))
            .func("[static]resource1.assert", SpectestHost::assertNumber)
            .func("[static]resource1.last-drop", call -> lastDrop.get())
            .func("[static]resource1.drops", call -> drops.get())
            .func("[method]resource1.simple", SpectestHost::assertNumber)
            .func("[method]resource1.take-borrow", SpectestHost::takeTwo)
            .func("[method]resource1.take-own", SpectestHost::takeTwo);
    linker.instance("host/nested").func("return-four", call -> 4);
    // Those that Wasmtime's runner has yield once. Here every call of a host function does, on its
    // way to Java.
    host.asyncFunc("never-return", call -> new CompletableFuture<>())
        .asyncFunc("[method]resource1.never-return", call -> new CompletableFuture<>())
        .asyncFunc("return-two-slowly", call -> CompletableFuture.completedFuture(2))
        .asyncFunc("echo-slowly", call -> CompletableFuture.completedFuture(call.int32(0)));
    // The runner gives its stores few tasks from the start: a host function can't change that.
    linker.instance("wasmtime").func("set-max-table-capacity", call -> null);
  }

  private static Object assertNumber(HostCall call) {
    Resource1 resource = (Resource1) call.argument(0);
    if (resource.number() != call.int32(1)) {
      throw new IllegalStateException(
          "expected the resource with the number " + call.int32(1) + ", got " + resource);
    }
    return null;
  }

  private static Object takeTwo(HostCall call) {
    if (!(call.argument(0) instanceof Resource1) || !(call.argument(1) instanceof Resource1)) {
      throw new IllegalStateException("expected two resources");
    }
    return null;
  }

  @Override
  public void close() {
    module.close();
  }
}
