package dev.switchblade.app.deploy;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.StoreConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a linker has linked.
 *
 * @param linked is closed with this
 * @param engine that of its component
 * @param exports what its callers may use; null if the next version isn't compared with it
 */
record PlainReady(InstancePre linked, Engine engine, @Nullable ExportedFunctions exports)
    implements Ready<OpenInstance> {

  /**
   * Links a version without generated code.
   *
   * @param current the version that its callers are used to; null if it is the first
   * @throws LinkException if it differs from that, or lacks imports; all of it is told at once
   */
  static PlainReady link(
      Component component, Linker linker, @Nullable Ready<OpenInstance> current) {
    List<LinkException> complaints = new ArrayList<>();
    if (current instanceof PlainReady(_, _, ExportedFunctions used) && used != null) {
      LinkException different = used.differences(component);
      if (different != null) {
        complaints.add(different);
      }
    }
    InstancePre linked = null;
    try {
      linked = linker.instantiatePre(component);
    } catch (LinkException atImports) {
      complaints.add(atImports);
    }
    if (linked == null || !complaints.isEmpty()) {
      if (linked != null) {
        linked.close();
      }
      throw LinkException.all(complaints);
    }
    return new PlainReady(linked, component.engine(), ExportedFunctions.of(component));
  }

  @Override
  public OpenInstance instantiate(StoreConfig config, Runnable onClose) {
    var store = new Store(engine, config);
    try {
      store.onClose(onClose);
      return new OpenInstance(store, linked.instantiate(store));
    } catch (Throwable e) {
      store.close();
      throw e;
    }
  }

  @Override
  public void close() {
    linked.close();
  }
}
