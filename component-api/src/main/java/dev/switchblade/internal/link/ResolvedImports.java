package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.internal.codec.FunctionCodec;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.handle.HostObjects;
import dev.switchblade.internal.upcall.Upcalls;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host provides for each import of a component.
 *
 * @param description what the component imports
 * @param upcalls by which native code calls host functions
 * @param wasi the imported interfaces of WASI that the native library provides
 * @param bindings the host functions
 * @param resources the host's resources, by the numbers that the component has for them
 * @param modules the core modules
 * @param exports what is plugged in
 * @param store the one store that the component can be instantiated in, as users hold it, because
 *     an instance in there is plugged in; null if it can be in any
 */
public record ResolvedImports(
    ComponentDescription description,
    Upcalls upcalls,
    Set<String> wasi,
    List<HostBinding> bindings,
    LinkedResources resources,
    List<Module> modules,
    List<PluggedFunction> exports,
    @Nullable Object store) {

  /** A core module under the name that a component imports it with. */
  record Module(ComponentDescription.ImportedModule imported, Definitions.Module definition) {}

  /**
   * The block that {@code sb_instance_pre_new} documents.
   *
   * @param acquired gets what must be released when the block has been read
   */
  public byte[] block(List<NativeHandle> acquired) {
    var block = new BlockWriter();
    List<ComponentDescription.ImportedResource> imported =
        description.importedResources().stream()
            .filter(resource -> resources.get(resource.number()) != null)
            .toList();
    boolean callsHost = !bindings.isEmpty() || !imported.isEmpty();
    block.number(callsHost ? upcalls.pointer().address() : 0, 8);
    block.number(bindings.size(), 4);
    // First what can fail: nobody gives back what is added below but the native library.
    for (Module module : modules) {
      NativeHandle handle = module.definition().handle();
      handle.acquire();
      acquired.add(handle);
    }
    List<Provider> providers = providers();
    for (Provider provider : providers) {
      NativeHandle handle = provider.linked();
      if (handle != null) {
        // Looked at first: it is gone as soon as the handle is closed.
        Upcalls others = provider.upcalls();
        handle.acquire();
        acquired.add(handle);
        requireSame(others);
      }
    }
    for (HostBinding binding : bindings) {
      block.string(binding.function().instance());
      block.string(binding.function().name());
      // Given back by SB_UPCALL_RELEASE, also if linking fails.
      block.number(upcalls.addFunction(binding), 8);
    }
    block.number(imported.size(), 4);
    for (ComponentDescription.ImportedResource resource : imported) {
      HostResource<?> implementation = Objects.requireNonNull(resources.get(resource.number()));
      block.string(resource.instance());
      block.string(resource.name());
      block.number(HostObjects.numberOf(implementation), 4);
      block.number(upcalls.addResource(implementation), 8);
    }
    block.number(modules.size(), 4);
    for (Module module : modules) {
      block.string(module.imported().instance());
      block.string(module.imported().name());
      block.number(module.definition().handle().pointer().address(), 8);
    }
    block.number(wasi.size(), 4);
    for (String name : wasi) {
      block.string(name);
    }
    writePlugged(block, providers);
    return block.toByteArray();
  }

  private void writePlugged(BlockWriter block, List<Provider> providers) {
    block.number(providers.size(), 4);
    for (Provider provider : providers) {
      block.string(provider.toString());
      NativeHandle handle = provider.linked();
      block.number(handle == null ? 0 : 1, 1);
      block.number(handle == null ? provider.instanceNumber() : handle.pointer().address(), 8);
    }
    block.number(exports.size(), 4);
    for (PluggedFunction function : exports) {
      block.string(function.imported().instance());
      block.string(function.imported().name());
      block.number(providers.indexOf(function.provider()), 4);
      block.number(function.export().index(), 4);
    }
    List<ComponentDescription.ImportedResource> imported = new ArrayList<>();
    for (ComponentDescription.ImportedResource resource : description.importedResources()) {
      if (resources.isPlugged(resource.number())) {
        imported.add(resource);
      }
    }
    block.number(imported.size(), 4);
    for (ComponentDescription.ImportedResource resource : imported) {
      block.string(resource.instance());
      block.string(resource.name());
      block.number(resource.number(), 4);
      block.string(Objects.requireNonNull(resources.origin(resource.number())).toString());
    }
  }

  /** The imports that other instances serve, by their places. */
  public List<FunctionCodec> pluggedImports() {
    if (exports.isEmpty()) {
      return List.of();
    }
    List<FunctionCodec> imports = new ArrayList<>(exports.size());
    for (PluggedFunction function : exports) {
      imports.add(function.imported());
    }
    return imports;
  }

  /** What has functions that are plugged in, each once. */
  private List<Provider> providers() {
    if (exports.isEmpty()) {
      return List.of();
    }
    Set<Provider> providers = new LinkedHashSet<>();
    for (PluggedFunction function : exports) {
      providers.add(function.provider());
    }
    return List.copyOf(providers);
  }

  /** See {@code StoreState.requireSameUpcalls}. */
  private void requireSame(@Nullable Upcalls others) {
    if (others != upcalls) {
      throw new IllegalStateException(
          "what is plugged in and what it is plugged into were not made together: a finalizer has"
              + " brought one of them back");
    }
  }
}
