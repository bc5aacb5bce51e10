package dev.switchblade.app.deploy;

import dev.switchblade.StoreConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version whose parts are compiled by themselves. What is linked of the one that is exported
 * makes instances of all that is plugged into it, in the same store.
 *
 * @param parts what later versions take over; closed with this
 * @param exported what callers get; closed with this
 */
record LinkedParts<I>(CompiledParts parts, Ready<I> exported) implements Ready<I> {

  /** What callers get of a version, however it is made. */
  static <I> @Nullable Ready<I> exported(@Nullable Ready<I> version) {
    return version instanceof LinkedParts<I>(_, Ready<I> exported) ? exported : version;
  }

  /** What the parts of versions are compiled to, of those that are made of parts. */
  static <I> List<CompiledParts> compiled(List<Ready<I>> versions) {
    List<CompiledParts> found = new ArrayList<>();
    for (Ready<I> version : versions) {
      if (version instanceof LinkedParts<I>(CompiledParts parts, _)) {
        found.add(parts);
      }
    }
    return found;
  }

  @Override
  public I instantiate(StoreConfig config, Runnable onClose) {
    return exported.instantiate(config, onClose);
  }

  @Override
  public void close() {
    try {
      exported.close();
    } finally {
      parts.close();
    }
  }
}
