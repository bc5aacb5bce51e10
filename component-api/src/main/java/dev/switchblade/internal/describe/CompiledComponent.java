package dev.switchblade.internal.describe;

import dev.switchblade.ClosedException;
import dev.switchblade.LinkException;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.ffi.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled component: the native object, and what is known of its imports and exports. */
public final class CompiledComponent {

  private final String name;
  private final NativeHandle handle;
  private final ComponentDescription description;

  public CompiledComponent(String name, MemorySegment pointer, ComponentDescription description) {
    this.name = name;
    this.handle = new NativeHandle(this, NativeHandle.Kind.COMPONENT, pointer);
    this.description = description;
  }

  public NativeHandle handle() {
    return handle;
  }

  public ComponentDescription description() {
    return description;
  }

  /**
   * The exported function of a name, or null. If the interface of that version doesn't have it, the
   * highest compatible one that does is taken.
   */
  public @Nullable FunctionCodec exportedFunction(String instance, String function) {
    for (FunctionCodec export : description.exportedFunctions()) {
      if (export.name().equals(function) && export.instance().equals(instance)) {
        return export;
      }
    }
    return InterfaceName.<FunctionCodec, FunctionCodec>highestCompatible(
        instance,
        description.exportedFunctions(),
        FunctionCodec::instance,
        export -> export.name().equals(function) ? export : null);
  }

  /**
   * The exported resource of a name, or null. If the interface of that version doesn't have it, the
   * highest compatible one that does is taken.
   */
  public ComponentDescription.@Nullable ExportedResource exportedResource(
      String instance, String resource) {
    for (ComponentDescription.ExportedResource export : description.exportedResources()) {
      if (export.name().equals(resource) && export.instance().equals(instance)) {
        return export;
      }
    }
    return InterfaceName
        .<ComponentDescription.ExportedResource, ComponentDescription.ExportedResource>
            highestCompatible(
                instance,
                description.exportedResources(),
                ComponentDescription.ExportedResource::instance,
                export -> export.name().equals(resource) ? export : null);
  }

  /**
   * The full name of the exported function that may have been meant by one that none has; empty if
   * there is none, or nobody can tell because the component is closed.
   */
  public String similarFunction(String name) {
    MemorySegment pointer;
    try {
      pointer = handle.acquire();
    } catch (ClosedException e) {
      return "";
    }
    try {
      byte[] found =
          NativeMemory.transform(
              SwitchbladeH::sb_component_similar_function,
              pointer,
              name.getBytes(StandardCharsets.UTF_8),
              name);
      return new String(found, StandardCharsets.UTF_8);
    } finally {
      handle.release();
    }
  }

  /**
   * Refuses a function that has a type which can't cross yet.
   *
   * @param verb what the component does with it
   */
  public void requireSupported(String verb, FunctionCodec function) {
    LinkException unsupported = unsupported(verb, function);
    if (unsupported != null) {
      throw unsupported;
    }
  }

  /**
   * The complaint about a function that has a type which can't cross yet; null if it has none.
   *
   * @param verb what the component does with it
   */
  public @Nullable LinkException unsupported(String verb, FunctionCodec function) {
    String unsupported = function.unsupported();
    if (unsupported == null) {
      return null;
    }
    return new LinkException(
        name
            + " "
            + verb
            + " "
            + function.qualifiedName()
            + ": "
            + function.type()
            + ", and values of the type "
            + unsupported
            + " are not supported yet",
        List.of(
            new LinkException.Problem(
                LinkException.Kind.UNSUPPORTED_TYPE,
                function.instance(),
                function.name(),
                "values of the type " + unsupported + " are not supported yet")));
  }

  @Override
  public String toString() {
    return name;
  }
}
