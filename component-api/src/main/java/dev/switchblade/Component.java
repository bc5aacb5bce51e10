package dev.switchblade;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.wit.WitItem;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
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

  /** The name of the file that it was compiled from, or {@code component}. */
  public String name() {
    return name;
  }

  Engine engine() {
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

  /** The exported function of a name, or null. */
  @Nullable FunctionCodec exportedFunction(String instance, String function) {
    for (FunctionCodec export : described.exportedFunctions()) {
      if (export.name().equals(function) && export.instance().equals(instance)) {
        return export;
      }
    }
    return null;
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
