package dev.switchblade.internal.compose;

import dev.switchblade.CompositionTree;
import dev.switchblade.CompositionTree.Part;
import dev.switchblade.CompositionTree.Wire;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.BlockReader;
import dev.switchblade.internal.ffi.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what {@code sb_composition_tree} writes. */
public final class TreeReader {

  private final BlockReader block;

  private TreeReader(byte[] block) {
    this.block = new BlockReader(block);
  }

  /**
   * What a component is made of.
   *
   * @param component binary or text
   * @param name the component's, for messages
   */
  public static CompositionTree read(byte[] component, String name) {
    byte[] block =
        NativeMemory.transform(
            SwitchbladeH::sb_composition_tree, MemorySegment.NULL, component, name);
    return new TreeReader(block).tree();
  }

  private CompositionTree tree() {
    // In the order of the block.
    List<String> imports = list(block::string);
    List<Part> parts = list(this::part);
    List<Wire> exports = list(this::wire);
    return new CompositionTree(imports, parts, exports);
  }

  private Part part() {
    String name = block.string();
    List<Wire> imports = list(this::wire);
    return new Part(name, imports, tree());
  }

  private Wire wire() {
    return new Wire(block.string(), block.string(), block.string());
  }

  private <T> List<T> list(Supplier<T> element) {
    int count = block.s32();
    var list = new ArrayList<T>();
    for (int i = 0; i < count; i++) {
      list.add(element.get());
    }
    return list;
  }
}
