package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.NativeAccess;
import dev.switchblade.internal.ffi.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Programs for WASI 0.1 ({@code wasi_snapshot_preview1}), which are core modules. Thread-safe.
 *
 * <p>The adapter tells success from failure only: a program that exits with 33 exits with 1. It
 * needs memory of the program's, which it takes by growing it unless the module exports {@code
 * cabi_realloc}: programs that take for granted that all of their memory is theirs, such as
 * AssemblyScript's, trap in it.
 *
 * @see <a
 *     href="https://docs.rs/wasi-preview1-component-adapter-provider/48.0.8/">wasi-preview1-component-adapter-provider</a>
 */
public final class Preview1 {

  private Preview1() {}

  /**
   * Makes a component of a core module, with Wasmtime's adapter to WASI 0.2.
   *
   * @param module a core module: the binary format, or the text format in UTF-8. If it exports
   *     {@code _start} the component exports {@code wasi:cli/run}
   * @return the component's binary, for {@link Engine#compile(byte[])}
   * @throws CompilationException if it is not a core module, not a valid one, or imports something
   *     else than WASI 0.1
   * @throws UnsatisfiedLinkError as {@link Engine#create}
   */
  public static byte[] toComponent(byte[] module) {
    Objects.requireNonNull(module, "module");
    NativeAccess.require();
    return NativeMemory.transform(
        SwitchbladeH::sb_preview1_adapt, MemorySegment.NULL, module, "core module");
  }
}
