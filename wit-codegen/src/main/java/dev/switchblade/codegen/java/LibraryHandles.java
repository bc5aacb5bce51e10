package dev.switchblade.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.switchblade.codegen.wit.Document;
import dev.switchblade.codegen.wit.Function;
import dev.switchblade.codegen.wit.TypeDef;
import dev.switchblade.codegen.wit.TypeRef;
import dev.switchblade.codegen.wit.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Handles of resources that the library implements. It gives them to components, and Java has those
 * that a component hands on: who needs others can't call a function.
 */
final class LibraryHandles {

  private final Document document;
  private final Symbols symbols;

  /** The numbers of the resources of which a component may hand a handle to Java. */
  private final Set<Integer> handedOut = new HashSet<>();

  LibraryHandles(Document document, Symbols symbols) {
    this.document = document;
    this.symbols = symbols;
    var seen = new HashSet<Integer>();
    for (Function function : functions(document.world().exports(), Home.Side.GUEST)) {
      if (function.result() != null) {
        addPossible(function.result(), seen);
      }
    }
    for (Function function : functions(document.world().imports(), Home.Side.HOST)) {
      function.parameters().forEach(one -> addPossible(one.type(), seen));
    }
  }

  private List<Function> functions(List<World.Item> items, Home.Side side) {
    List<Function> found = new ArrayList<>(Symbols.functions(items));
    for (World.Item item : items) {
      if (item instanceof World.InterfaceItem(int number, _, _, _)
          && symbols.home(number).side() == side) {
        found.addAll(document.interfaceOf(number).functions());
      }
    }
    return found;
  }

  /** Adds the resources of all handles that a value may have in it. */
  private void addPossible(TypeRef ref, Set<Integer> seen) {
    TypeDef def = document.definition(ref);
    if (def != null && seen.add(def.number())) {
      addResource(def, handedOut);
      document.parts(def).forEach(part -> addPossible(part, seen));
    }
  }

  /** Adds the resources of the handles that each value has in it. */
  private void addNeeded(TypeRef ref, Set<Integer> needed, Set<Integer> seen) {
    TypeDef def = document.definition(ref);
    if (def == null || !seen.add(def.number())) {
      return;
    }
    addResource(def, needed);
    switch (def.kind()) {
      case TypeDef.RecordOf _, TypeDef.TupleOf _, TypeDef.FixedLengthList _ ->
          document.parts(def).forEach(part -> addNeeded(part, needed, seen));
      default -> {}
    }
  }

  /** Adds the resource that a type is a handle of, if it is one. */
  private void addResource(TypeDef def, Set<Integer> found) {
    switch (def.kind()) {
      case TypeDef.Handle(int number, _) -> found.add(document.resource(number).number());
      case TypeDef.Resource _ -> found.add(def.number());
      default -> {}
    }
  }

  /** What is said of an exported function that nobody can call; nothing of others. */
  CodeBlock remark(Function function) {
    Set<Integer> needed = new LinkedHashSet<>();
    var seen = new HashSet<Integer>();
    Methods.given(function).forEach(one -> addNeeded(one.type(), needed, seen));
    needed.removeAll(handedOut);
    Map<String, List<String>> byInterface = new LinkedHashMap<>();
    for (int number : needed) {
      TypeDef resource = document.resource(number);
      Home home = symbols.homeOf(resource);
      if (home.side() == Home.Side.LIBRARY) {
        byInterface
            .computeIfAbsent(home.key(), _ -> new ArrayList<>())
            .add("{@code " + resource.about().name() + "}");
      }
    }
    if (byInterface.isEmpty()) {
      return CodeBlock.of("");
    }
    String names =
        byInterface.entrySet().stream()
            .map(
                entry ->
                    String.join(" and ", entry.getValue()) + " of {@code " + entry.getKey() + "}")
            .collect(Collectors.joining(", "));
    return CodeBlock.of(
        "\n\n"
            + "<p><b>Can't be called from Java:</b> it takes $L, which the library implements and"
            + " gives to components alone. With {@code --implement-wasi} (in the Maven plugin,"
            + " {@code implementWasi}) code is generated whose program implements them, and can"
            + " call this.",
        names);
  }
}
