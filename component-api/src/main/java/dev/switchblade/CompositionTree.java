package dev.switchblade;

import java.util.List;
import java.util.Objects;

/**
 * What a composition is made of, as {@link Component#composition} tells it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param imports the names of what is left to the host, in the component's order
 * @param parts the parts, each behind those that it imports something from; empty if the component
 *     is no composition
 * @param exports what is exported, and where it comes from
 */
public record CompositionTree(List<String> imports, List<Part> parts, List<Wire> exports) {

  /** Copies the lists. */
  public CompositionTree {
    imports = List.copyOf(imports);
    parts = List.copyOf(parts);
    exports = List.copyOf(exports);
  }

  /** Says whether the component is made of others. */
  public boolean isComposition() {
    return !parts.isEmpty();
  }

  /**
   * An instance of a component within the component.
   *
   * @param name what it is called: in a {@link Composition} as it was added; in one that another
   *     tool made as that has called the instance, or {@code component N}
   * @param imports what it imports, and where that comes from; without types
   * @param inside what it is made of itself
   */
  public record Part(String name, List<Wire> imports, CompositionTree inside) {
    /** Copies the list. */
    public Part {
      Objects.requireNonNull(name, "name");
      imports = List.copyOf(imports);
      Objects.requireNonNull(inside, "inside");
    }
  }

  /**
   * Something that is imported or exported, and where it comes from.
   *
   * @param name its name
   * @param part the part that it comes from; empty if it comes from the host, or the component
   *     makes it itself
   * @param item what it is called where it comes from; empty if it is all of a part, or the
   *     component makes it itself
   */
  public record Wire(String name, String part, String item) {
    /** Checks that nothing is null. */
    public Wire {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(item, "item");
    }

    /** Says whether it is an import that is left to the host. */
    public boolean isFromHost() {
      return part.isEmpty() && !item.isEmpty();
    }
  }
}
