package dev.switchblade.codegen.wit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A world. */
public record World(About about, PackageName pack, List<Item> imports, List<Item> exports) {

  /** Something that is imported or exported. */
  public sealed interface Item {}

  /**
   * An interface.
   *
   * @param number which one
   * @param key the name that components have it under
   * @param docs what the world says of it; null if that is nothing
   * @param provided whether the native library has an implementation of its own
   */
  public record InterfaceItem(int number, String key, @Nullable String docs, boolean provided)
      implements Item {}

  /** A function of the world's own. */
  public record FunctionItem(Function function) implements Item {}

  /** A type of the world's own. */
  public record TypeItem(int number) implements Item {}
}
