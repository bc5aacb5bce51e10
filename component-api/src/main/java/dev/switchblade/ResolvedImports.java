package dev.switchblade;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a host provides for each import of a component.
 *
 * @param description what the component imports
 * @param wasi the imported interfaces of WASI that the native library provides
 * @param bindings the host functions
 * @param resources the host's resources, by the numbers that the component has for them
 * @param modules the core modules
 */
record ResolvedImports(
    ComponentDescription description,
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
  byte[] block(List<NativeHandle> acquired) {
    var block = new ByteArrayOutputStream();
    List<ComponentDescription.ImportedResource> imported =
        description.importedResources().stream()
            .filter(resource -> resources.get(resource.number()) != null)
            .toList();
    boolean upcalls = !bindings.isEmpty() || !imported.isEmpty();
    Native.number(block, upcalls ? Upcalls.pointer().address() : 0, 8);
    Native.number(block, bindings.size(), 4);
    // First what can fail: nobody gives back what is added below but the native library.
    for (Module module : modules) {
      NativeHandle handle = module.definition().handle();
      handle.acquire();
      acquired.add(handle);
    }
    for (HostBinding binding : bindings) {
      Native.string(block, binding.function().instance());
      Native.string(block, binding.function().name());
      // Given back by SB_UPCALL_RELEASE, also if linking fails.
      Native.number(block, Upcalls.FUNCTIONS.add(binding), 8);
    }
    Native.number(block, imported.size(), 4);
    for (ComponentDescription.ImportedResource resource : imported) {
      HostResource<?> implementation = Objects.requireNonNull(resources.get(resource.number()));
      Native.string(block, resource.instance());
      Native.string(block, resource.name());
      Native.number(block, implementation.number(), 4);
      Native.number(block, Upcalls.RESOURCES.add(implementation), 8);
    }
    Native.number(block, modules.size(), 4);
    for (Module module : modules) {
      Native.string(block, module.imported().instance());
      Native.string(block, module.imported().name());
      Native.number(block, module.definition().handle().pointer().address(), 8);
    }
    Native.number(block, wasi.size(), 4);
    for (String name : wasi) {
      Native.string(block, name);
    }
    return block.toByteArray();
  }
}
