package dev.switchblade.app.deploy;

import dev.switchblade.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parts that are compiled by themselves, by name, and needed by whoever made this. */
final class CompiledParts implements AutoCloseable {

  private final Map<String, CompiledPart> byName = new LinkedHashMap<>();

  /**
   * Compiles those that aren't compiled yet.
   *
   * @param parts the bytes of each by its name; nobody changes them
   * @param known where parts are that are compiled already, by any engine
   */
  static CompiledParts of(Engine engine, Map<String, byte[]> parts, List<CompiledParts> known) {
    var all = new CompiledParts();
    boolean done = false;
    try {
      parts.forEach(
          (name, bytes) -> {
            CompiledPart before =
                find(engine, name, bytes, known)
                    .filter(CompiledPart::enter)
                    .findFirst()
                    .orElse(null);
            all.byName.put(name, before != null ? before : CompiledPart.of(engine, name, bytes));
          });
      done = true;
      return all;
    } finally {
      if (!done) {
        all.close();
      }
    }
  }

  /** How many bytes of parts an engine hasn't compiled. */
  static long bytesToCompile(Engine engine, Map<String, byte[]> parts, List<CompiledParts> known) {
    return parts.entrySet().stream()
        .filter(part -> find(engine, part.getKey(), part.getValue(), known).findAny().isEmpty())
        .mapToLong(part -> part.getValue().length)
        .sum();
  }

  private static Stream<CompiledPart> find(
      Engine engine, String name, byte[] bytes, List<CompiledParts> known) {
    return known.stream()
        .map(parts -> parts.byName.get(name))
        .filter(part -> part != null && part.isOf(engine) && part.isMadeOf(bytes));
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
