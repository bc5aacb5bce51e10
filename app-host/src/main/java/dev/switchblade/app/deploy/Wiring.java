package dev.switchblade.app.deploy;

import dev.switchblade.Composition;
import dev.switchblade.Engine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a deployment is plugged into which, in the words of {@link Composition}, and which
 * one is exported: the one that callers get. How the parts become one program is the affair of the
 * {@link PartPolicy}: a wiring serves each.
 *
 * {@snippet :
 * Wiring.export("processor")
 *     .plug("auth", "processor")                             // all that matches
 *     .plug("filter", "acme:log/logger", "processor");       // only that
 * }
 *
 * <p>What a part imports and nothing is plugged in for is left to the host. Immutable: each method
 * gives a new wiring.
 */
public final class Wiring {

  /**
   * One part in another one.
   *
   * @param provider the part that exports
   * @param item what it exports; null if all that matches is meant
   * @param consumer the part that imports
   */
  record Plug(String provider, @Nullable String item, String consumer) {
    @Override
    public String toString() {
      return (item == null ? provider : item + " of " + provider) + " into " + consumer;
    }
  }

  private final String exported;
  private final List<Plug> plugs;

  private Wiring(String exported, List<Plug> plugs) {
    this.exported = exported;
    this.plugs = plugs;
  }

  /**
   * Begins with the part that is exported, with all that it exports.
   *
   * @param part its name
   */
  public static Wiring export(String part) {
    return new Wiring(Objects.requireNonNull(part, "part"), List.of());
  }

  /**
   * Plugs a part into another one: all that the one exports and the other one imports, under the
   * same name and in versions that can stand for each other, unless one thing is plugged in for it
   * by its name. If nothing matches the version is refused. What a later version no longer exports
   * is left to the host: where a part must stand before the host, name the interface.
   *
   * @param provider the part that exports
   * @param consumer the part that imports
   * @throws IllegalArgumentException if that is said already, or closes a circle
   */
  public Wiring plug(String provider, String consumer) {
    return plugging(
        new Plug(
            Objects.requireNonNull(provider, "provider"),
            null,
            Objects.requireNonNull(consumer, "consumer")));
  }

  /**
   * Plugs one thing into a part.
   *
   * @param provider the part that exports it
   * @param item an interface such as {@code acme:auth/check}, or a function; also with its version,
   *     or one that can stand for it. A version in which it isn't served is refused, and so is one
   *     in which several can be meant
   * @param consumer the part that imports it
   * @throws IllegalArgumentException if that is said already, or closes a circle, or the item is
   *     empty
   */
  public Wiring plug(String provider, String item, String consumer) {
    if (item.isEmpty()) {
      throw new IllegalArgumentException(
          "what is plugged into " + consumer + " is empty: say what, as in acme:auth/check");
    }
    return plugging(
        new Plug(
            Objects.requireNonNull(provider, "provider"),
            item,
            Objects.requireNonNull(consumer, "consumer")));
  }

  private Wiring plugging(Plug plug) {
    if (plugs.contains(plug)) {
      throw new IllegalArgumentException(plug + " is plugged already");
    }
    if (needs(plug.provider()).contains(plug.consumer())) {
      throw new IllegalArgumentException(
          plug.provider().equals(plug.consumer())
              ? plug.consumer() + " can't be plugged into itself"
              : plug
                  + " would close a circle: "
                  + plug.provider()
                  + " needs "
                  + plug.consumer()
                  + ". Leave one import to the host, or move what both need into a third part");
    }
    var all = new ArrayList<>(plugs);
    all.add(plug);
    return new Wiring(exported, List.copyOf(all));
  }

  /** A part and all that it needs, the last of whom needs nothing but what stands before it. */
  private SequencedSet<String> needs(String part) {
    SequencedSet<String> found = new LinkedHashSet<>();
    addNeeds(part, found);
    return found;
  }

  /** Calls itself as deep as parts are plugged into each other. */
  private void addNeeds(String part, SequencedSet<String> found) {
    if (found.contains(part)) {
      return;
    }
    for (Plug plug : plugs) {
      if (plug.consumer().equals(part)) {
        addNeeds(plug.provider(), found);
      }
    }
    found.add(part);
  }

  /** The part that is exported. */
  String exported() {
    return exported;
  }

  /** All parts, each after those that are plugged into it; so the last one is exported. */
  List<String> order() {
    return List.copyOf(needs(exported));
  }

  /** What is plugged into a part: what is meant by its name first. */
  List<Plug> into(String part) {
    return plugs.stream()
        .filter(plug -> plug.consumer().equals(part))
        .sorted((one, other) -> Boolean.compare(one.item() == null, other.item() == null))
        .toList();
  }

  /**
   * Requires that it is about these parts, and each of them is of use.
   *
   * @param deployment what the parts are of
   * @throws IllegalArgumentException if it isn't
   */
  void requireParts(String deployment, Iterable<String> parts) {
    var known = new LinkedHashSet<String>();
    parts.forEach(known::add);
    var named = new LinkedHashSet<String>(List.of(exported));
    plugs.forEach(
        plug -> {
          named.add(plug.provider());
          named.add(plug.consumer());
        });
    for (String part : named) {
      if (!known.contains(part)) {
        throw new IllegalArgumentException(
            deployment
                + " has no part "
                + part
                + ", of which its wiring tells; it has "
                + String.join(", ", known));
      }
    }
    var unused = new LinkedHashSet<>(known);
    unused.removeAll(needs(exported));
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException(
          deployment
              + " has no use for "
              + String.join(", ", unused)
              + ": plug it into "
              + exported
              + ", which is exported, or into what that needs, or leave it out");
    }
  }

  /** Makes one component of the parts. */
  Composition compose(Engine engine, Map<String, byte[]> parts) {
    Composition composition = Composition.of(engine);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      composition = composition.add(part.getKey(), part.getValue());
    }
    for (Plug plug : plugs) {
      String item = plug.item();
      composition =
          item == null
              ? composition.plug(plug.provider(), plug.consumer())
              : composition.plug(plug.provider(), item, plug.consumer());
    }
    return composition.export(exported);
  }

  /** As in {@code processor, with auth into processor}. */
  @Override
  public String toString() {
    return plugs.isEmpty()
        ? exported
        : exported + ", with " + String.join(", ", plugs.stream().map(Plug::toString).toList());
  }
}
