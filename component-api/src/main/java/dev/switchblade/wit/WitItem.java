package dev.switchblade.wit;

import java.util.List;

/**
 * Something that a component imports or exports. {@code toString} prints it as WIT, where WIT has a
 * form for it.
 */
public sealed interface WitItem {

  /** The name under which it is imported or exported. */
  String name();

  /**
   * A function.
   *
   * @param name its name
   * @param type its type
   */
  record Function(String name, WitType.Function type) implements WitItem {
    @Override
    public String toString() {
      return name + ": " + type + ";";
    }
  }

  /**
   * An instance: what implements an interface.
   *
   * @param name the interface's name, such as {@code acme:shop/carts@1.0.0}
   * @param items what it holds, in the component's order
   */
  record Instance(String name, List<WitItem> items) implements WitItem {
    /** Copies the list. */
    public Instance {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      var text = new StringBuilder("interface ").append(name).append(" {\n");
      for (WitItem item : items) {
        text.append("  ").append(item.toString().replace("\n", "\n  ")).append('\n');
      }
      return text.append('}').toString();
    }
  }

  /**
   * A named type.
   *
   * @param name its name
   * @param type what it names
   */
  record Type(String name, WitType type) implements WitItem {
    @Override
    public String toString() {
      return "type " + name + " = " + type + ";";
    }
  }

  /**
   * A resource type.
   *
   * @param name its name
   */
  record Resource(String name) implements WitItem {
    @Override
    public String toString() {
      return "resource " + name + ";";
    }
  }

  /**
   * A core module. WIT has no form for it.
   *
   * @param name its name
   */
  record CoreModule(String name) implements WitItem {
    @Override
    public String toString() {
      return "/* core module */ " + name + ";";
    }
  }

  /**
   * A component within the component. WIT has no form for it.
   *
   * @param name its name
   */
  record NestedComponent(String name) implements WitItem {
    @Override
    public String toString() {
      return "/* component */ " + name + ";";
    }
  }

  /**
   * A core function. WIT has no form for it.
   *
   * @param name its name
   */
  record CoreFunction(String name) implements WitItem {
    @Override
    public String toString() {
      return "/* core function */ " + name + ";";
    }
  }
}
