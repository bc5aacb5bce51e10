package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.wasm_byte_vec_t;
import dev.switchblade.internal.artifact.Artifact;
import dev.switchblade.internal.compose.TreeReader;
import dev.switchblade.internal.describe.CompiledComponent;
import dev.switchblade.internal.ffi.NativeError;
import dev.switchblade.internal.ffi.NativeMemory;
import dev.switchblade.wasi.Requirement;
import dev.switchblade.wit.WitItem;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * A compiled component. Thread-safe; what was made from it goes on working after it is closed.
 *
 * @see <a
 *     href="https://docs.rs/wasmtime/48.0.8/wasmtime/component/struct.Component.html">wasmtime::component::Component</a>
 */
public final class Component implements AutoCloseable {

  private final Engine engine;
  private final String name;
  private final byte[] bytes;
  private final CompiledComponent compiled;

  Component(Engine engine, String name, byte[] bytes, CompiledComponent compiled) {
    this.engine = engine;
    this.name = name;
    this.bytes = bytes;
    this.compiled = compiled;
  }

  /** What the component needs, in its own order. */
  public List<WitItem> imports() {
    return Collections.unmodifiableList(compiled.description().imports());
  }

  /** What the component offers, in its own order. */
  public List<WitItem> exports() {
    return Collections.unmodifiableList(compiled.description().exports());
  }

  /**
   * The component's world as WIT, with the names that its types have in the binary.
   *
   * @return a WIT package, as {@code wasm-tools component wit} prints it
   * @throws CompilationException if the component has parts that WIT can't express
   */
  public String wit() {
    byte[] text =
        NativeMemory.transform(SwitchbladeH::sb_wit_print, MemorySegment.NULL, bytes, name);
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * What its imports of WASI stand for. A component may import more than it uses: programs that
   * were compiled with a standard library import all that the library could need.
   *
   * @return in the order of {@link Requirement}; without what the host must define itself, which
   *     {@link #imports} has
   */
  public Set<Requirement> requirements() {
    return Requirement.of(compiled.description().imports());
  }

  /**
   * What the component is made of, if it is a composition: one of {@link Composition}, or of
   * another tool.
   *
   * @return a tree without parts if it isn't one
   * @throws CompilationException if that would come to more than 64 MiB: of parts that are several,
   *     what they are made of is told each time
   */
  public CompositionTree composition() {
    return TreeReader.read(bytes, name);
  }

  /**
   * Writes the compiled component, for {@link Engine#deserialize}.
   *
   * @param key of this program's alone: whoever has it can make this program execute anything
   * @return bytes that are of use to the same version on the same kind of machine
   * @throws ClosedException if the component is closed
   */
  public byte[] serialize(SecretKey key) {
    MemorySegment pointer = compiled.handle().acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(wasm_byte_vec_t.layout());
      NativeError.check(
          SwitchbladeH.sb_component_serialize(pointer, MemorySegment.NULL, out), name);
      return new Artifact(name, engine.codeSettings(), bytes, NativeMemory.take(out)).seal(key);
    } finally {
      compiled.handle().release();
    }
  }

  /**
   * Says whether bytes are what {@link #serialize} writes, by how they begin: they are for {@link
   * Engine#deserialize}, which looks at the rest, and not for {@link Engine#compile(byte[])}.
   *
   * @param bytes all, or the first 100
   */
  public static boolean isSerialized(byte[] bytes) {
    return Artifact.isOne(bytes);
  }

  /** The name of the file that it was compiled from, or {@code component}. */
  public String name() {
    return name;
  }

  /**
   * Compiles the same component with another engine, such as one with another {@linkplain
   * Engine.Compiler compiler}, from what this one was compiled from. It may be of any size, as it
   * may when it is composed. This one stays as it is, and may have been closed.
   *
   * @param other the engine to compile it
   * @return a component of that engine, which the caller closes
   * @throws CompilationException if it needs what that engine lacks
   * @throws ResourceLimitException if the process would need more memory mappings than it may
   * @throws ClosedException if that engine is closed
   */
  public Component recompile(Engine other) {
    return other.compileAnySize(name, bytes);
  }

  /** What it was compiled from, the binary or the text: not to be changed. */
  byte[] source() {
    return bytes;
  }

  /** The engine that compiled it. */
  public Engine engine() {
    return engine;
  }

  /**
   * The component as this module sees it.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public CompiledComponent compiled() {
    return compiled;
  }

  /** Releases the component, as soon as nothing made from it needs it. */
  @Override
  public void close() {
    compiled.handle().close();
  }

  @Override
  public String toString() {
    return name;
  }
}
