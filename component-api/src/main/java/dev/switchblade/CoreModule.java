package dev.switchblade;

import dev.switchblade.internal.ffi.NativeHandle;
import java.lang.foreign.MemorySegment;

/**
 * A compiled core WebAssembly module: something that a component can import and instantiate, or
 * export. Thread-safe; what was made from it goes on working after it is closed.
 *
 * @see Engine#compileModule
 * @see LinkerInstance#module
 * @see Instance#module
 * @see <a href="https://docs.rs/wasmtime/48.0.8/wasmtime/struct.Module.html">wasmtime::Module</a>
 */
public final class CoreModule implements AutoCloseable {

  private final Engine engine;
  private final NativeHandle handle;

  CoreModule(Engine engine, MemorySegment pointer) {
    this.engine = engine;
    this.handle = new NativeHandle(this, NativeHandle.Kind.MODULE, pointer);
  }

  Engine engine() {
    return engine;
  }

  NativeHandle handle() {
    return handle;
  }

  /** Releases the module, as soon as nothing made from it needs it. */
  @Override
  public void close() {
    handle.close();
  }
}
