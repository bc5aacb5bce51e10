package dev.switchblade.app.deploy;

import dev.switchblade.InstancePre;
import dev.switchblade.LinkException;
import dev.switchblade.LinkException.Kind;
import dev.switchblade.LinkException.Problem;
import dev.switchblade.Linker;
import dev.switchblade.wit.WitItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is plugged into one part: which of its imports are served by which other part. Found before
 * anything is linked, by the names of what one imports and the others export.
 */
final class Seams {

  /**
   * What a component imports or exports that can be plugged.
   *
   * @param name that of an interface, or of a function or resource outside of one
   * @param direct whether it is outside
   */
  private record Item(String name, boolean direct) {

    /** Whether what is exported can serve what is imported; types are another matter. */
    static boolean fit(Item imported, Item exported) {
      return imported.direct() == exported.direct()
          && (imported.direct()
              ? imported.name().equals(exported.name())
              : Linker.satisfies(imported.name(), exported.name()));
    }

    /** Whether it is meant by a name, which may be without a version, or with one that fits. */
    boolean isMeantBy(String item) {
      return direct
          ? name.equals(item)
          : Linker.satisfies(name, item) || name.startsWith(item + "@");
    }
  }

  /**
   * What serves an import.
   *
   * @param provider the part
   * @param byName whether that was meant by its name
   */
  private record Served(String provider, boolean byName) {}

  private final String part;
  private final Map<Item, Served> served = new HashMap<>();

  /**
   * Finds them.
   *
   * @param part the part that imports
   * @param plugs what is plugged into it: what is meant by its name first
   * @throws LinkException if a plug matches nothing, or two match the same
   */
  Seams(String part, List<Wiring.Plug> plugs, CompiledParts parts) {
    this.part = part;
    List<Item> imports = pluggable(parts.get(part).component().imports());
    List<LinkException> complaints = new ArrayList<>();
    Map<String, List<Item>> exports = new LinkedHashMap<>();
    for (Wiring.Plug plug : plugs) {
      List<Item> exported =
          exports.computeIfAbsent(
              plug.provider(), provider -> pluggable(parts.get(provider).component().exports()));
      add(complaints, plug(plug, imports, exported));
    }
    exports.forEach((provider, exported) -> add(complaints, unmeant(provider, imports, exported)));
    if (!complaints.isEmpty()) {
      throw LinkException.all(complaints);
    }
  }

  private static void add(List<LinkException> complaints, @Nullable LinkException complaint) {
    if (complaint != null) {
      complaints.add(complaint);
    }
  }

  /** All that there is a function or a resource of. */
  private static List<Item> pluggable(List<WitItem> items) {
    List<Item> found = new ArrayList<>();
    addPluggable("", items, found);
    return found;
  }

  private static void addPluggable(String path, List<WitItem> items, List<Item> found) {
    boolean any = false;
    for (WitItem item : items) {
      if (item instanceof WitItem.Instance nested) {
        addPluggable(
            path.isEmpty() ? nested.name() : path + "/" + nested.name(), nested.items(), found);
      } else if (item instanceof WitItem.Function || item instanceof WitItem.Resource) {
        any = true;
        if (path.isEmpty()) {
          found.add(new Item(item.name(), true));
        }
      }
    }
    if (any && !path.isEmpty()) {
      found.add(new Item(path, false));
    }
  }

  /** Finds what one plug means; what is wrong with it, or null. */
  private @Nullable LinkException plug(Wiring.Plug plug, List<Item> imports, List<Item> exports) {
    String item = plug.item();
    List<Item> meant = item == null ? imports : meantBy(item, imports);
    if (item != null && meant.size() > 1) {
      return severalMeant(plug, meant);
    }
    List<Item> matches =
        meant.stream()
            .filter(one -> exports.stream().anyMatch(export -> Item.fit(one, export)))
            .toList();
    if (matches.isEmpty()) {
      return nothingMatches(plug, meant, imports, exports);
    }
    for (Item match : matches) {
      Served before = served.putIfAbsent(match, new Served(plug.provider(), item != null));
      boolean goesBefore = before != null && before.byName() && item == null;
      if (before != null && !goesBefore && !before.provider().equals(plug.provider())) {
        return ambiguous(match, before.provider(), plug.provider());
      }
    }
    return null;
  }

  /** What is called so; if nothing is, what can be meant by that. */
  private static List<Item> meantBy(String item, List<Item> imports) {
    List<Item> exact = imports.stream().filter(one -> one.name().equals(item)).toList();
    return exact.isEmpty() ? imports.stream().filter(one -> one.isMeantBy(item)).toList() : exact;
  }

  /**
   * Functions and resources outside of interfaces are plugged in with all else that their part
   * exports: complains if that serves what nobody has said.
   */
  private @Nullable LinkException unmeant(String provider, List<Item> imports, List<Item> exports) {
    List<Item> direct =
        imports.stream().filter(one -> one.direct() && isServedBy(provider, one)).toList();
    List<Item> besides =
        imports.stream()
            .filter(one -> !served.containsKey(one))
            .filter(one -> exports.stream().anyMatch(export -> Item.fit(one, export)))
            .toList();
    if (direct.isEmpty() || besides.isEmpty()) {
      return null;
    }
    String both =
        provider
            + " is plugged in for "
            + names(direct)
            + ", outside of an interface, and exports "
            + names(besides)
            + ", too";
    return new LinkException(
        part
            + " imports "
            + names(besides)
            + ", and "
            + both
            + ": the one can't be linked without the other. Plug in both, plug(\""
            + provider
            + "\", \""
            + besides.getFirst().name()
            + "\", \""
            + part
            + "\"), or compose the parts.",
        List.of(problem(Kind.AMBIGUOUS_IMPORT, besides.getFirst(), both)));
  }

  private boolean isServedBy(String provider, Item item) {
    Served by = served.get(item);
    return by != null && by.provider().equals(provider);
  }

  private LinkException severalMeant(Wiring.Plug plug, List<Item> meant) {
    String all = part + " imports " + names(meant);
    return new LinkException(
        "the plug " + plug + " can mean several things: " + all + ". Name one with its version.",
        List.of(problem(Kind.AMBIGUOUS_IMPORT, meant.getFirst(), all)));
  }

  private LinkException nothingMatches(
      Wiring.Plug plug, List<Item> meant, List<Item> imports, List<Item> exports) {
    String both =
        part
            + " imports "
            + names(imports)
            + ", and "
            + plug.provider()
            + ", which is plugged into it, exports "
            + names(exports);
    String item = plug.item();
    Item about = meant.size() == 1 ? meant.getFirst() : new Item(item == null ? "" : item, false);
    return new LinkException(
        "nothing matches the plug " + plug + ": " + both + ".",
        List.of(problem(Kind.MISSING_IMPORT, about, both)));
  }

  private LinkException ambiguous(Item item, String one, String other) {
    String both = "both " + one + " and " + other + ", which are plugged into " + part;
    return new LinkException(
        part
            + " imports "
            + item.name()
            + ", and "
            + both
            + ", export it. Say which is meant: plug(\""
            + one
            + "\", \""
            + item.name()
            + "\", \""
            + part
            + "\").",
        List.of(problem(Kind.AMBIGUOUS_IMPORT, item, both + ", export it")));
  }

  private static Problem problem(Kind kind, Item item, String description) {
    return new Problem(
        kind, item.direct() ? "" : item.name(), item.direct() ? item.name() : "", description);
  }

  private static String names(List<Item> items) {
    return items.isEmpty()
        ? "nothing that can be plugged"
        : String.join(", ", items.stream().map(Item::name).toList());
  }

  /**
   * The linker for the part.
   *
   * @param host what the host provides, in which the place of what is plugged in is left free
   * @param linked the other parts
   */
  Linker linker(Linker host, Map<String, InstancePre> linked) {
    Linker linker = host.without(served.keySet().stream().map(Item::name).toList());
    served.forEach(
        (item, by) -> {
          InstancePre provider = linked.get(by.provider());
          if (provider == null) {
            throw new IllegalStateException(by.provider() + " is not linked yet");
          }
          if (item.direct()) {
            linker.plug(provider);
          } else {
            linker.instance(item.name()).plug(provider);
          }
        });
    return linker;
  }

  /** The same, with problems that say which part they are about, and what was plugged in there. */
  LinkException withBothEnds(LinkException complaint) {
    var told =
        new LinkException(
            String.valueOf(complaint.getMessage()),
            complaint.problems().stream().map(this::withBothEnds).toList());
    told.addSuppressed(complaint);
    return told;
  }

  private Problem withBothEnds(Problem problem) {
    return switch (problem.kind()) {
      case MISSING_IMPORT, DIFFERENT_IMPORT, AMBIGUOUS_IMPORT ->
          new Problem(
              problem.kind(),
              problem.instance(),
              problem.name(),
              part + " imports it" + from(problem) + ": " + problem.description());
      case MISSING_EXPORT, DIFFERENT_EXPORT, UNSUPPORTED_TYPE, REFUSED ->
          new Problem(
              problem.kind(),
              problem.instance(),
              problem.name(),
              part + ": " + problem.description());
    };
  }

  private String from(Problem problem) {
    Item item =
        problem.instance().isEmpty()
            ? new Item(problem.name(), true)
            : new Item(problem.instance(), false);
    Served by = served.get(item);
    return by == null ? "" : ", and " + by.provider() + " is plugged in there";
  }
}
