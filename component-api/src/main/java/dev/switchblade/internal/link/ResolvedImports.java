package dev.switchblade.internal.link;

import dev.switchblade.HostResource;
import dev.switchblade.internal.describe.ComponentDescription;
import dev.switchblade.internal.ffi.BlockWriter;
import dev.switchblade.internal.ffi.NativeHandle;
import dev.switchblade.internal.handle.HostObjects;
import dev.switchblade.internal.upcall.Upcalls;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a host provides for each import of a component.
 *
 * @param description what the component imports
 * @param upcalls by which native code calls host functions
 * @param wasi the imported interfaces of WASI that the native library provides
 * @param bindings the host functions
 * @param resources the host's resources, by the numbers that the component has for them
 * @param modules the core modules
 */
public record ResolvedImports(
    ComponentDescription description,
    Upcalls upcalls,
    Set<String> wasi,
    List<HostBinding> bindings,
    LinkedResources resources,
    List<Module> modules) {

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
    return block.toByteArray();
  }
}
