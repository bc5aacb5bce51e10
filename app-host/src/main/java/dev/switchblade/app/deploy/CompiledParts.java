package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts that are compiled by themselves, by name, and needed by whoever made this. */
final class CompiledParts implements AutoCloseable {

  private final Map<String, CompiledPart> byName = new LinkedHashMap<>();

  /**
   * Compiles those that aren't compiled yet.
   *
   * @param parts the bytes of each by its name; nobody changes them
   * @param known what is compiled already; null if nothing is
   */
  static CompiledParts of(Engine engine, Map<String, byte[]> parts, @Nullable CompiledParts known) {
    var all = new CompiledParts();
    boolean done = false;
    try {
      parts.forEach(
          (name, bytes) -> {
            CompiledPart before = known == null ? null : known.byName.get(name);
            all.byName.put(
                name,
                before != null && before.isOf(engine) && before.enter(bytes)
                    ? before
                    : CompiledPart.of(engine, name, bytes));
          });
      done = true;
      return all;
    } finally {
      if (!done) {
        all.close();
      }
    }
  }

  CompiledPart get(String name) {
    CompiledPart part = byName.get(name);
    if (part == null) {
      throw new IllegalArgumentException("there is no part " + name);
    }
    return part;
  }

  /** Says whether an engine has compiled all of them. */
  boolean areOf(Engine engine) {
    return byName.values().stream().allMatch(part -> part.isOf(engine));
  }

  /** Needs none of them any more. Called once. */
  @Override
  public void close() {
    byName.values().forEach(CompiledPart::leave);
  }
}
