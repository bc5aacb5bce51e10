package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.wasm_byte_vec_t;
import dev.switchblade.wasi.Requirement;
import dev.switchblade.wit.WitItem;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

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
  private final NativeHandle handle;
  private final Interface described;

  Component(Engine engine, String name, byte[] bytes, MemorySegment pointer, Interface described) {
    this.engine = engine;
    this.name = name;
    this.bytes = bytes;
    this.handle = new NativeHandle(this, NativeHandle.Kind.COMPONENT, pointer);
    this.described = described;
  }

  /** What the component needs, in its own order. */
  public List<WitItem> imports() {
    return Collections.unmodifiableList(described.imports());
  }

  /** What the component offers, in its own order. */
  public List<WitItem> exports() {
    return Collections.unmodifiableList(described.exports());
  }

  /**
   * The component's world as WIT, with the names that its types have in the binary.
   *
   * @return a WIT package, as {@code wasm-tools component wit} prints it
   * @throws CompilationException if the component has parts that WIT can't express
   */
  public String wit() {
    byte[] text = Native.transform(SwitchbladeH::sb_wit_print, MemorySegment.NULL, bytes, name);
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
    return Requirement.of(described.imports());
  }

  /**
   * Writes the compiled component, for {@link Engine#deserialize}.
   *
   * @param key of this program's alone: whoever has it can make this program execute anything
   * @return bytes that are of use to the same version on the same kind of machine
   * @throws ClosedException if the component is closed
   */
  public byte[] serialize(SecretKey key) {
    MemorySegment pointer = handle.acquire();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(wasm_byte_vec_t.layout());
      NativeError.check(
          SwitchbladeH.sb_component_serialize(pointer, MemorySegment.NULL, out), name);
      return new Artifact(name, engine.codeSettings(), bytes, Native.take(out)).seal(key);
    } finally {
      handle.release();
    }
  }

  /** The name of the file that it was compiled from, or {@code component}. */
  public String name() {
    return name;
  }

  /** The engine that compiled it. */
  public Engine engine() {
    return engine;
  }

  NativeHandle handle() {
    return handle;
  }

  List<FunctionCodec> importedFunctions() {
    return described.importedFunctions();
  }

  List<Interface.ImportedResource> importedResources() {
    return described.importedResources();
  }

  /** The imported interfaces of WASI that the native library provides, by name. */
  Set<String> wasi() {
    return described.wasi();
  }

  List<Interface.ImportedModule> importedModules() {
    return described.importedModules();
  }

  /** How many resources its types speak of; they are numbered from 0. */
  int resourceCount() {
    return described.resourceCount();
  }

  List<FunctionCodec> exportedFunctions() {
    return described.exportedFunctions();
  }

  /**
   * The exported function of a name, or null. If the interface of that version doesn't have it, the
   * highest compatible one that does is taken.
   */
  @Nullable FunctionCodec exportedFunction(String instance, String function) {
    for (FunctionCodec export : described.exportedFunctions()) {
      if (export.name().equals(function) && export.instance().equals(instance)) {
        return export;
      }
    }
    return InterfaceName.<FunctionCodec, FunctionCodec>highestCompatible(
        instance,
        described.exportedFunctions(),
        FunctionCodec::instance,
        export -> export.name().equals(function) ? export : null);
  }

  /** Releases the component, as soon as nothing made from it needs it. */
  @Override
  public void close() {
    handle.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
